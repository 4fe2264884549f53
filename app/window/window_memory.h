// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>

#include <memory>

namespace coroscope {

class Appearance;
class MainWindow;
class RecentFiles;

/// What the window remembers from one time to the next: its place and layout, language, theme, size of type, the last
/// lesson, speed and files. Written when the window closes. What was never chosen is not written, so that it goes on
/// following the desktop. A window without a memory (in tests) remembers nothing.
class WindowMemory : public QObject {
    Q_OBJECT

public:
    WindowMemory(MainWindow &window, Appearance &appearance, std::unique_ptr<QSettings> settings);

    /// Language, theme and size of type as they were.
    void restoreLook();
    /// All the rest as it was when the window was closed. Shows the window.
    void restore();
    /// What is chosen from here on is remembered; what is so already was said on the command line or by the desktop.
    void begin();
    void save();
    /// As on the first day.
    void forget();

    /// The lesson shown last; empty when there is none.
    [[nodiscard]] QString lesson() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Look {
        QString language;
        QString theme;
        int points = 0;
    };
    [[nodiscard]] Look lookNow() const;
    void restoreLayout();

    MainWindow &m_window;
    Appearance &m_appearance;
    std::unique_ptr<QSettings> m_settings;
    Look m_start;
};

} // namespace coroscope
