// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

class ChartWidget;
class Playback;

/// Something is measured in time that playing can go round in.
[[nodiscard]] bool canLoop(const ChartWidget &chart);
/// Plays the measured part again and again, or no longer.
void toggleLoop(ChartWidget &chart, Playback &playback);

} // namespace coroscope
