// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include "app/timeline/theme.h"

#include <optional>

namespace coroscope {

/// How the window looks: one theme and one size of type for all panels. Colours come from the timeline's Theme, so
/// the window and the pictures it exports match. Sets the application's palette, font and style sheet, and how
/// assistive technology reads widgets: made before any of them.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject *parent = nullptr);

    [[nodiscard]] const timeline::Theme &theme() const { return m_own ? *m_own : timeline::Theme::of(m_theme); }
    void setTheme(timeline::Theme::Id id);
    /// Light or dark as the desktop's windows are; where its colours are of high contrast, they are taken over.
    void follow(const QPalette &desktop);
    /// As it was when the program started.
    [[nodiscard]] static const QPalette &desktopPalette();

    /// Large enough to be read from the last row, small enough that nothing is cut on a laptop.
    [[nodiscard]] static int pointSizeForScreen();
    /// Points of the base font; kept between 8 and 32.
    [[nodiscard]] int pointSize() const { return m_pointSize; }
    void setPointSize(int points);
    /// The size of type against the one that suits the screen: icons and chart grow with it.
    [[nodiscard]] double typeScale() const { return static_cast<double>(m_pointSize) / pointSizeForScreen(); }

    /// While one lives the application has no style sheet. With one, every widget that moves into another is polished
    /// anew, and all that is in it: a window takes twice as long to build.
    class Bare {
    public:
        explicit Bare(Appearance &appearance);
        ~Bare();
        Bare(const Bare &) = delete;
        Bare &operator=(const Bare &) = delete;

    private:
        Appearance &m_appearance;
    };

    [[nodiscard]] QFont codeFont() const;
    /// What can be read on the accent colour.
    [[nodiscard]] QColor onAccent() const;

Q_SIGNALS:
    void changed();

private:
    void apply();

    timeline::Theme::Id m_theme = timeline::Theme::Id::Light;
    std::optional<timeline::Theme> m_own; ///< the desktop's, of high contrast
    int m_pointSize = 13;
    bool m_bare = false;
};

/// "light", "dark", "print": in settings and on the command line.
[[nodiscard]] QString themeName(timeline::Theme::Id id);
/// Of that name; nothing when there is none.
[[nodiscard]] std::optional<timeline::Theme::Id> themeNamed(const QString &name);

} // namespace coroscope
