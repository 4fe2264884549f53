// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/theme.h"

#include "core/slices/slice_row.h"

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

/// Tasks have the colours that names of spans have.
std::array<QColor, kSliceColors.size()> taskColors()
{
    std::array<QColor, kSliceColors.size()> colors;
    std::transform(kSliceColors.begin(), kSliceColors.end(), colors.begin(),
                   [](std::uint32_t rgb) { return QColor::fromRgb(rgb); });
    return colors;
}

Theme makeLight()
{
    Theme theme;
    theme.id = Theme::Id::Light;
    theme.background = QColor::fromRgb(0xf7f7f5);
    theme.panel = QColor::fromRgb(0xffffff);
    theme.border = QColor::fromRgb(0xd5d5d0);
    theme.grid = QColor::fromRgb(0xe6e6e2);
    theme.text = QColor::fromRgb(0x1a1a1a);
    theme.mutedText = QColor::fromRgb(0x5f6368);
    theme.outline = QColor::fromRgb(0x1a1a1a);
    theme.nowLine = QColor::fromRgb(0x1a1a1a);
    theme.waitFill = QColor::fromRgb(0xededea);
    theme.waitLine = QColor::fromRgb(0x80807b);
    theme.starved = QColor::fromRgb(0xd55e00);
    theme.worseText = QColor::fromRgb(0xb34f00);
    theme.accent = QColor::fromRgb(0x0072b2);
    theme.selection = QColor::fromRgb(0xe3f1f9);
    theme.arrow = QColor::fromRgb(0x3c4043);
    theme.mainProgram = QColor::fromRgb(0x5f6368);
    theme.tasks = taskColors();
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.id = Theme::Id::Dark;
    theme.background = QColor::fromRgb(0x1b1c1e);
    theme.panel = QColor::fromRgb(0x242628);
    theme.border = QColor::fromRgb(0x3a3d40);
    theme.grid = QColor::fromRgb(0x303336);
    theme.text = QColor::fromRgb(0xf2f2f0);
    theme.mutedText = QColor::fromRgb(0xb0b4b8);
    theme.outline = QColor::fromRgb(0xf2f2f0);
    theme.nowLine = QColor::fromRgb(0xffffff);
    theme.waitFill = QColor::fromRgb(0x33363a);
    theme.waitLine = QColor::fromRgb(0x8c9196);
    theme.starved = QColor::fromRgb(0xff8a3d);
    theme.worseText = QColor::fromRgb(0xff8a3d);
    theme.accent = QColor::fromRgb(0x56b4e9);
    theme.selection = QColor::fromRgb(0x2a3942);
    theme.arrow = QColor::fromRgb(0xd0d3d6);
    theme.mainProgram = QColor::fromRgb(0x5f6368);
    theme.tasks = taskColors();
    return theme;
}

Theme makePrint()
{
    Theme theme = makeLight();
    theme.id = Theme::Id::Print;
    theme.background = QColor::fromRgb(0xffffff);
    theme.border = QColor::fromRgb(0xb0b0b0);
    theme.grid = QColor::fromRgb(0xdddddd);
    theme.text = QColor::fromRgb(0x000000);
    theme.mutedText = QColor::fromRgb(0x404040);
    theme.outline = QColor::fromRgb(0x000000);
    theme.nowLine = QColor::fromRgb(0x000000);
    theme.waitFill = QColor::fromRgb(0xf2f2f2);
    theme.waitLine = QColor::fromRgb(0x6e6e6e);
    theme.arrow = QColor::fromRgb(0x202020);
    return theme;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::print()
{
    static const Theme theme = makePrint();
    return theme;
}

const Theme &Theme::of(Id id)
{
    switch (id) {
    case Id::Dark: return dark();
    case Id::Print: return print();
    case Id::Light: break;
    }
    return light();
}

QColor Theme::task(ActorId actor) const
{
    if (actor == ActorId::Main || actor == ActorId::None)
        return mainProgram;
    return tasks[(raw(actor) - 1) % tasks.size()];
}

QString fontFamily()
{
    return QStringLiteral("DejaVu Sans");
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

QColor readableOn(const QColor &background)
{
    const QColor white(Qt::white);
    return contrast(white, background) >= 4.5 ? white : QColor(Qt::black);
}

QColor hatchInk(const QColor &bar)
{
    constexpr double kLeast = 3; // of what carries meaning
    QColor ink = bar;
    for (int part = 9; part >= 0; --part) {
        ink = QColor(bar.red() * part / 20, bar.green() * part / 20, bar.blue() * part / 20);
        if (contrast(ink, bar) >= kLeast)
            break;
    }
    return ink;
}

} // namespace coroscope::timeline
