// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/viewport.h"

#include <QString>

#include <vector>

namespace coroscope::timeline {

struct Tick {
    double position = 0; ///< on the axis
    QString label;
};

/// Round instants ("0 s", "0.5 s", "1 s") at least `spacing` pixels apart, in one unit that suits
/// their distance. Labels are localised. Nothing before 0.
[[nodiscard]] std::vector<Tick> clockTicks(const Viewport &viewport, double spacing);

} // namespace coroscope::timeline
