// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

class Actions;
class ChartWidget;
class Playback;
class SearchBar;
class TracePage;

/// What can be done with the chart, in the menu View; with the chart of the trace while that is shown.
void addChartCommands(Actions &actions, ChartWidget &chart, SearchBar &search, Playback &playback, TracePage &trace);

} // namespace coroscope
