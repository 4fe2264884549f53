// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/axis_map.h"
#include "app/timeline/canvas.h"
#include "app/timeline/frame.h"

namespace coroscope::timeline {

/// Draws who woke, started or cancelled whom: from the lane of the cause to the lane of the effect,
/// where it next gets the thread. Only wake-ups by a lane that is shown; timers wake without an
/// arrow.
void layoutArrows(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run, const AxisMap &map);

} // namespace coroscope::timeline
