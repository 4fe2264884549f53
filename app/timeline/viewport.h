// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/time.h"

namespace coroscope::timeline {

/// An interval of the horizontal axis. Its unit is the axis mode's: nanoseconds of the loop's
/// clock, or steps (column 0 is the first step).
struct AxisRange {
    double begin = 0;
    double end = 0;

    [[nodiscard]] double length() const { return end - begin; }
    [[nodiscard]] bool operator==(const AxisRange &) const = default;
};

/// The visible part of the axis and the pixels it covers. Pure coordinate arithmetic; nothing here
/// rounds.
struct Viewport {
    AxisRange range;
    double left = 0;  ///< pixels
    double width = 1; ///< pixels, > 0

    [[nodiscard]] double right() const { return left + width; }
    /// Pixels a unit of the axis.
    [[nodiscard]] double scale() const { return width / range.length(); }
    [[nodiscard]] double toPixel(double position) const { return left + (position - range.begin) * scale(); }
    [[nodiscard]] double toPixel(Instant t) const { return toPixel(static_cast<double>(nanosecondsOf(t))); }
    [[nodiscard]] double toPosition(double pixel) const { return range.begin + (pixel - left) / scale(); }
    /// Clock mode; the nearest nanosecond, never before the start of the run.
    [[nodiscard]] Instant toInstant(double pixel) const;
};

/// How far one may zoom and pan.
struct AxisLimits {
    AxisRange whole;         ///< all there is to see
    double shortest = 100.0; ///< the shortest visible range
};

/// Zooms by `factor` (> 1: closer) so that `anchor` stays under the same pixel; stays within the
/// limits.
[[nodiscard]] AxisRange zoomed(AxisRange range, double anchor, double factor, const AxisLimits &limits);
/// Moves by `distance` (axis units; > 0: towards later), stopping at the limits.
[[nodiscard]] AxisRange panned(AxisRange range, double distance, const AxisLimits &limits);
/// Into the limits: at most all there is, never shorter than the shortest.
[[nodiscard]] AxisRange clamped(AxisRange range, const AxisLimits &limits);
/// The range that shows [0, end] and leaves room behind it for the pins and marks of the last
/// instant.
[[nodiscard]] AxisRange fitted(double end);
/// Moves the range, keeping its length, so that `position` is visible with some room before the
/// right edge: follow mode.
[[nodiscard]] AxisRange following(AxisRange range, double position);

} // namespace coroscope::timeline
