// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/canvas.h"
#include "app/timeline/frame.h"

namespace coroscope::timeline {

/// How many rows the four states and their names take.
[[nodiscard]] int legendRows(const Sizes &sizes, double width);
/// Draws them into Frame::legendRect.
void layoutLegend(Canvas &canvas, const Theme &theme, const Frame &frame);

} // namespace coroscope::timeline
