// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/palette.h"

#include <array>

namespace coroscope::formats {

using timeline::Theme;

namespace {

/// Their order is their numbers: player.css knows the first of them by these.
constexpr std::array kRoles{&Theme::background, &Theme::panel,     &Theme::border,  &Theme::grid,      &Theme::text,
                            &Theme::mutedText,  &Theme::outline,   &Theme::nowLine, &Theme::waitFill,  &Theme::waitLine,
                            &Theme::starved,    &Theme::worseText, &Theme::accent,  &Theme::selection, &Theme::arrow};

} // namespace

Palette::Palette() : m_theme(Theme::light())
{
    for (const auto role : kRoles) {
        const QColor code = unused(m_theme.*role);
        m_numbers.emplace(code.rgb(), static_cast<int>(m_entries.size()));
        m_entries.push_back({Theme::light().*role, Theme::dark().*role, Theme::print().*role});
        m_theme.*role = code;
    }
}

/// The nearest colour no role has yet: blue is what eyes distinguish worst.
QColor Palette::unused(QColor color) const
{
    const int step = color.blue() > 127 ? -1 : 1;
    while (m_numbers.contains(color.rgb()))
        color.setBlue(color.blue() + step);
    return color;
}

int Palette::number(const QColor &color)
{
    const auto [place, isNew] = m_numbers.try_emplace(color.rgb(), static_cast<int>(m_entries.size()));
    if (isNew)
        m_entries.push_back({color, color, color});
    return place->second;
}

QByteArray Palette::variables(Theme::Id theme) const
{
    QByteArray css;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const QColor &color = theme == Theme::Id::Light  ? entry.light
                              : theme == Theme::Id::Dark ? entry.dark
                                                         : entry.print;
        if (theme == Theme::Id::Light || color != entry.light)
            css += "--c" + QByteArray::number(i) + ':' + color.name().toLatin1() + ';';
    }
    return css;
}

QByteArray Palette::classes() const
{
    QByteArray css;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QByteArray n = QByteArray::number(i);
        css += ".f" + n + "{fill:var(--c" + n + ")}.s" + n + "{stroke:var(--c" + n + ")}.b" + n + "{background:var(--c"
               + n + ")}";
    }
    return css;
}

QByteArray Palette::styleSheet() const
{
    const QByteArray dark = variables(Theme::Id::Dark) + "color-scheme:dark";
    // On paper nothing is dark, whatever was chosen for the screen.
    return ":root{" + variables(Theme::Id::Light) + "color-scheme:light}\n@media screen{:root[data-theme=dark]{" + dark
           + "}}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark
           + "}}\n@media print{:root{" + variables(Theme::Id::Print) + "}}\n" + classes() + '\n';
}

} // namespace coroscope::formats
