// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/viewport.h"

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

Instant Viewport::toInstant(double pixel) const
{
    return instantAt(std::max<std::int64_t>(0, std::llround(toPosition(pixel))));
}

AxisRange clamped(AxisRange range, const AxisLimits &limits)
{
    const double longest = std::max(limits.whole.length(), limits.shortest);
    const double length = std::clamp(range.length(), limits.shortest, longest);
    const double begin = std::clamp(range.begin, limits.whole.begin, limits.whole.begin + longest - length);
    return {begin, begin + length};
}

AxisRange zoomed(AxisRange range, double anchor, double factor, const AxisLimits &limits)
{
    const double longest = std::max(limits.whole.length(), limits.shortest);
    const double length = std::clamp(range.length() / factor, limits.shortest, longest);
    const double begin = anchor - (anchor - range.begin) * length / range.length();
    return clamped({begin, begin + length}, limits);
}

AxisRange panned(AxisRange range, double distance, const AxisLimits &limits)
{
    return clamped({range.begin + distance, range.end + distance}, limits);
}

AxisRange fitted(double end)
{
    return {0, end * 1.12};
}

AxisRange following(AxisRange range, double position)
{
    const double length = range.length();
    double begin = range.begin;
    if (position > range.begin + 0.9 * length)
        begin = position - 0.9 * length;
    else if (position < range.begin)
        begin = std::max(0.0, position - 0.1 * length);
    return {begin, begin + length};
}

} // namespace coroscope::timeline
