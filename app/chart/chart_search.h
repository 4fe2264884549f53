// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart/chart_view.h"
#include "app/session/stage.h"

namespace coroscope {

/// Something of a run that a search found: a task, or an event with a text.
struct SearchMatch {
    ChartView::Selection place;
    EventIndex event = 0;
    QString text;
    bool isTask = false;
};

/// Tasks by their names and functions, then what was printed, called, reported... by its text, run after run and in
/// order of time; at most `most`. Only what has been recorded. Case does not matter.
[[nodiscard]] std::vector<SearchMatch> searchRuns(const Stage &stage, const QString &words, std::size_t most = 500);

} // namespace coroscope
