// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

class Actions;
class ChartWidget;
class Playback;
class SearchBar;

/// What can be done with the chart, in the menu View.
void addChartCommands(Actions &actions, ChartWidget &chart, SearchBar &search, Playback &playback);

} // namespace coroscope
