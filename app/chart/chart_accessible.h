// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

class ChartWidget;

/// Makes assistive technology read every chart as a table: a row a lane, a column a span, each cell with the task, its
/// state, from when to when, and why. Once a program is enough; more do no harm.
void makeChartsAccessible();

/// The cell of what is selected has got the focus.
void tellChartFocus(ChartWidget &chart);

} // namespace coroscope
