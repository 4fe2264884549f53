// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/axis_map.h"
#include "app/timeline/bars.h"
#include "app/timeline/canvas.h"

namespace coroscope::timeline {

/// The lane of a resource: how full it is as a step plot with its figures, or, of a lock, who holds
/// it. `clip`: the part of the lane that is seen.
void layoutResource(Canvas &canvas, const Theme &theme, const RunView &run, const AxisMap &map, const LaneShape &shape,
                    ResourceId resource, const QRectF &lane, const QRectF &clip);

} // namespace coroscope::timeline
