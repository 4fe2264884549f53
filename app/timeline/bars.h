// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/theme.h"

namespace coroscope::timeline {

// The shapes of the states: the one place that knows what a state looks like, for lanes and legend
// alike.

/// How strongly shapes are drawn.
struct BarStyle {
    double stroke = 1;   ///< factor of frames and stripes, >= 1: larger type goes with thicker lines
    bool rounded = true; ///< corners, and frames that are not whole pixels

    /// The same without round corners where a bar is too narrow for them.
    [[nodiscard]] BarStyle forWidth(double width) const { return {stroke, rounded && width > 5}; }
};

/// Holds the thread: solid, full height.
[[nodiscard]] Box runningBar(const QRectF &rect, const QColor &color, const Theme &theme, BarStyle style);
/// Holds the thread inside a blocking call: the same with a heavier frame, and hatched.
[[nodiscard]] Box blockingBar(const QRectF &rect, const QColor &color, const Theme &theme, BarStyle style);
[[nodiscard]] Hatch blockingHatch(const Box &bar, BarStyle style);
/// Ready but denied the thread: striped, thinner.
[[nodiscard]] Box starvedBar(const QRectF &rect, const Theme &theme, BarStyle style);
[[nodiscard]] Hatch starvedHatch(const Box &bar, BarStyle style);
/// Awaits: thin, pale, dotted.
[[nodiscard]] Box awaitingBar(const QRectF &rect, const Theme &theme);

/// Where things stand in a lane of this height.
struct LaneShape {
    LaneShape(double laneHeight, double unit);

    /// The lowest lane in which no text is smaller than this.
    [[nodiscard]] static double leastHeight(int type);

    double bar; ///< height of what holds the thread
    double starved;
    double awaiting;
    int reason; ///< type of a wait's reason; 0: no room for any
    int denied;
    int call; ///< type of a blocking call's name
    int name;
    int mark;
    BarStyle style;
};

/// A turn in the queue, where it is shown: in steps mode.
[[nodiscard]] Box readyBar(const QRectF &rect, const Theme &theme);

/// How a task has ended, as a sign behind its last bar.
[[nodiscard]] constexpr bool isMark(Sign sign)
{
    return sign == Sign::Done || sign == Sign::Failed || sign == Sign::Cancelled;
}
[[nodiscard]] QString markOf(Sign sign);
[[nodiscard]] QColor markColor(Sign sign, const Theme &theme);

} // namespace coroscope::timeline
