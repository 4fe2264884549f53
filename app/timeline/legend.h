// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/canvas.h"
#include "app/timeline/frame.h"

namespace coroscope::timeline {

/// Where the signs and their names go, in as many rows as the width asks for, or in one.
[[nodiscard]] std::vector<LegendEntry> planLegend(Signs signs, const Sizes &sizes, double width, bool oneLine);
/// Draws them into Frame::legendRect.
void layoutLegend(Canvas &canvas, const Theme &theme, const Frame &frame);

} // namespace coroscope::timeline
