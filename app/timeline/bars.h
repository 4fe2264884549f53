// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/theme.h"

namespace coroscope::timeline {

// The shapes of the states: the one place that knows what a state looks like, for lanes and legend alike.

/// Holds the thread: solid, full height.
[[nodiscard]] Box runningBar(const QRectF &rect, const QColor &color, const Theme &theme, bool rounded);
/// Holds the thread inside a blocking call: the same with a heavier frame, and hatched.
[[nodiscard]] Box blockingBar(const QRectF &rect, const QColor &color, const Theme &theme, bool rounded);
[[nodiscard]] Hatch blockingHatch(const Box &bar);
/// Ready but denied the thread: striped, thinner.
[[nodiscard]] Box starvedBar(const QRectF &rect, const Theme &theme, bool rounded);
[[nodiscard]] Hatch starvedHatch(const Box &bar);
/// Awaits: thin, pale, dotted.
[[nodiscard]] Box awaitingBar(const QRectF &rect, const Theme &theme);

/// Where things stand in a lane of this height.
struct LaneShape {
    LaneShape(double laneHeight, double unit);

    double bar;      ///< height of what holds the thread
    double starved;
    double awaiting;
    int reason;      ///< type of a wait's reason; 0: no room for any
    int denied;
    int call;        ///< type of a blocking call's name
    int name;
    int mark;
    bool rounded;    ///< corners, and frames that are not whole pixels
};

} // namespace coroscope::timeline
