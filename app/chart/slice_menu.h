// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/slice_hit.h"

#include <QPoint>

namespace coroscope {

class SliceChart;

/// What can be done with a span of another program's trace, with its lane, and with all lanes. Waits until it is
/// closed.
void showSliceMenu(SliceChart &chart, const std::optional<timeline::SliceHit> &hit, QPoint global);

} // namespace coroscope
