// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace coroscope {

class Actions;
class ChartWidget;
class Playback;
class SearchBar;
class SliceChart;

/// The chart of another program's trace, and what searches in it.
struct TraceChart {
    SliceChart &chart;
    std::function<void()> search;
    std::function<void(bool forward)> searchAgain;
};

/// What can be done with the chart, in the menu View; with that of the trace while it is shown.
void addChartCommands(Actions &actions, ChartWidget &chart, SearchBar &search, Playback &playback,
                      const TraceChart &trace);

} // namespace coroscope
