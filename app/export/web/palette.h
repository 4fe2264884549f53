// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/theme.h"

#include <QByteArray>

#include <unordered_map>
#include <vector>

namespace coroscope::formats {

/// The colours of a page, by number: one picture serves light and dark. A scene is laid out once, in a theme each of
/// whose colours is another one, so that it can be told from its value what it is for.
class Palette {
public:
    Palette();

    /// The light theme, but for differences nobody sees.
    [[nodiscard]] const timeline::Theme &theme() const { return m_theme; }
    /// The number of a colour of such a scene; one that is no theme's gets one of its own.
    [[nodiscard]] int number(const QColor &color);
    [[nodiscard]] int numberOfTask(ActorId actor) { return number(m_theme.task(actor)); }

    /// Style sheets: variables with the values of a theme (`--c3:#fff`), and a class for each use of a colour.
    [[nodiscard]] QByteArray variables(timeline::Theme::Id theme) const;
    [[nodiscard]] QByteArray classes() const;
    /// All of that: light, dark when the system or `data-theme` of the root says so, and on paper.
    [[nodiscard]] QByteArray styleSheet() const;

private:
    struct Entry {
        QColor light;
        QColor dark;
        QColor print;
    };
    [[nodiscard]] QColor unused(QColor color) const;

    timeline::Theme m_theme;
    std::vector<Entry> m_entries;
    std::unordered_map<QRgb, int> m_numbers;
};

} // namespace coroscope::formats
