// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/chart_request.h"

namespace coroscope::timeline {

/// Turns runs into geometry. A pure function of the request. Cost: proportional to what is visible
/// (spans are found by binary search; neighbours under a pixel are folded), plus a few nanoseconds
/// a lane. Needs a QGuiApplication: it measures texts.
[[nodiscard]] Scene layoutChart(const ChartRequest &request);

/// The axis that says something of these runs, as far as they are recorded: where no time passes at all, the steps.
[[nodiscard]] AxisMode usualAxis(const std::vector<RunView> &runs);

/// The range shown when the request names none: all runs, with room for the marks of the last
/// instant.
[[nodiscard]] AxisRange wholeRange(const ChartRequest &request);
/// How far the window may zoom and pan.
[[nodiscard]] AxisLimits axisLimits(const ChartRequest &request);

/// The cursor that belongs to a now-line: the first event after `now`.
[[nodiscard]] EventIndex cursorAt(const Trace &trace, Instant now);
/// The number of steps begun before event `cursor`: the axis position of an event in steps mode.
[[nodiscard]] double stepPosition(const Spans &spans, EventIndex cursor);
/// A size of type that suits a window or picture of this size.
[[nodiscard]] double fontScaleFor(QSizeF size);

} // namespace coroscope::timeline
