// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPointF>

namespace coroscope {

class ChartWidget;

/// The chart's context menu: the lane under the pointer, arrows, resources, views.
void showChartMenu(ChartWidget &chart, QPointF at, QPoint global);

} // namespace coroscope
