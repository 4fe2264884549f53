// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/slice_frame.h"

namespace coroscope::timeline {

/// Cost: proportional to the pixels, whatever the number of spans. Needs a QGuiApplication.
[[nodiscard]] Scene layoutSlices(const SliceRequest &request);

} // namespace coroscope::timeline
