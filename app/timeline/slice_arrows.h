// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/canvas.h"
#include "app/timeline/slice_frame.h"

namespace coroscope::timeline {

/// The arrows of a trace that can be seen, unless they are too many, and those that are wanted in any case.
void layoutSliceArrows(const SliceRequest &request, const SliceFrame &frame, Canvas &canvas);

/// A position on the time axis as an instant; what is beyond all times is at their end.
[[nodiscard]] std::int64_t instantOf(double position);

} // namespace coroscope::timeline
