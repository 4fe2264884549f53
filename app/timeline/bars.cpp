// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/bars.h"

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

/// A frame may not eat up a narrow bar.
double frameFor(double wanted, const QRectF &rect, BarStyle style)
{
    const double thick = wanted * style.stroke;
    const double width = style.rounded ? thick : std::max(1.0, std::floor(thick));
    if (rect.width() < 3)
        return 0;
    return rect.width() < 3 * width ? 1 : width;
}

Box framed(const QRectF &rect, const QColor &fill, const QColor &line, double width, double radius)
{
    Box box{.rect = rect, .fill = fill, .line = line, .lineWidth = width, .radius = radius};
    box.frame = width > 0 ? Box::Frame::Solid : Box::Frame::None;
    return box;
}

QRectF inner(const Box &bar)
{
    const double d = bar.lineWidth;
    return bar.rect.adjusted(bar.openLeft ? 0 : d, d, bar.openRight ? 0 : -d, -d);
}

int fitting(double wanted, double height, int least)
{
    const int size = static_cast<int>(std::lround(std::min(wanted, height)));
    return size < least ? 0 : size;
}

} // namespace

Box runningBar(const QRectF &rect, const QColor &color, const Theme &theme, BarStyle style)
{
    return framed(rect, color, theme.outline, frameFor(1.5, rect, style), style.rounded ? 2 * style.stroke : 0);
}

Box blockingBar(const QRectF &rect, const QColor &color, const Theme &theme, BarStyle style)
{
    return framed(rect, color, theme.outline, frameFor(2.5, rect, style), style.rounded ? 3 * style.stroke : 0);
}

Hatch blockingHatch(const Box &bar, BarStyle style)
{
    return {.rect = inner(bar),
            .ink = hatchInk(bar.fill),
            .rising = true,
            .period = std::round(12 * style.stroke),
            .stripe = std::round(4 * style.stroke)};
}

Box starvedBar(const QRectF &rect, const Theme &theme, BarStyle style)
{
    return framed(rect, theme.panel, theme.starved, frameFor(2, rect, style), style.rounded ? 3 * style.stroke : 0);
}

Hatch starvedHatch(const Box &bar, BarStyle style)
{
    return {.rect = inner(bar),
            .ink = bar.line,
            .rising = false,
            .period = std::round(11 * style.stroke),
            .stripe = std::round(4 * style.stroke)};
}

Box awaitingBar(const QRectF &rect, const Theme &theme)
{
    Box box = framed(rect, theme.waitFill, theme.waitLine, rect.width() < 4 ? 0 : 1, 0);
    if (box.frame == Box::Frame::Solid)
        box.frame = Box::Frame::Dotted;
    return box;
}

LaneShape::LaneShape(double laneHeight, double unit)
    : bar(std::round(0.7 * laneHeight)), starved(std::round(std::min(30 * unit, 0.6 * laneHeight))),
      awaiting(std::round(std::min(22 * unit, 0.6 * laneHeight))), reason(fitting(16 * unit, 0.8 * awaiting, 9)),
      denied(fitting(16 * unit, starved - 4, 9)), call(fitting(16 * unit, bar - 5, 9)),
      name(std::max(9, fitting(22 * unit, 0.74 * laneHeight, 9))), mark(fitting(26 * unit, 0.9 * laneHeight, 9)),
      style{.stroke = std::max(1.0, unit), .rounded = laneHeight >= 40 * unit}
{
}

double LaneShape::leastHeight(int type)
{
    return std::ceil(type / 0.48); // a reason takes 0.8 of its bar, and that 0.6 of its lane
}

Box readyBar(const QRectF &rect, const Theme &theme)
{
    Box bar = awaitingBar(rect, theme);
    bar.fill = theme.panel;
    if (bar.frame == Box::Frame::Dotted)
        bar.frame = Box::Frame::Solid;
    return bar;
}

QString markOf(Sign sign)
{
    return sign == Sign::Done ? QStringLiteral("✓") : sign == Sign::Failed ? QStringLiteral("✗") : QStringLiteral("⊘");
}

QColor markColor(Sign sign, const Theme &theme)
{
    return sign == Sign::Done ? theme.text : sign == Sign::Failed ? theme.worseText : theme.mutedText;
}

} // namespace coroscope::timeline
