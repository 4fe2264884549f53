// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

namespace coroscope::timeline {

/// The stripes of a hatch, each cut to the hatch's rectangle: convex polygons of three to six
/// corners, from left to right. A rising stripe is where (x + y) mod period < stripe, a falling one
/// where (x - y) mod period < stripe.
[[nodiscard]] std::vector<QPolygonF> stripesOf(const Hatch &hatch);

} // namespace coroscope::timeline
