// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart/chart_view.h"
#include "app/session/stage.h"

namespace coroscope {

// From span to span and lane to lane, for keys and assistive technology. Only what has happened and is shown counts.

/// How many spans of a lane have begun.
[[nodiscard]] std::size_t spansShown(const timeline::RunView &run, ActorId actor);
/// Not a wait for the thread that was over when it began: every step has one before it.
[[nodiscard]] bool worthAStop(const timeline::RunView &run, const Span &span);
/// To the next or previous span of the lane; from a lane without one to its span at the now-line. Stays at the ends.
[[nodiscard]] ChartView::Selection walkedAlong(const timeline::ChartRequest &chart, const ChartView::Selection &from,
                                               bool on);
/// To the span of the same time in the lane below or above, of the next run after the last one. From nothing to the
/// first.
[[nodiscard]] ChartView::Selection walkedAcross(const timeline::ChartRequest &chart, const ChartView::Selection &from,
                                                bool down);

/// "woken by producer's put into queue at 1 s; wakes consumer", as far as it has happened.
[[nodiscard]] QString causeAndEffects(const Stage &stage, const ChartView::Selection &selection);

} // namespace coroscope
