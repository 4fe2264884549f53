// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/chart_request.h"

#include <QStringList>

namespace coroscope::timeline {

// A page for slides and paper: the chart, and below it, as cards, what else of the runs was asked
// for. It is one scene, so that every output shows the same.

/// What a run printed, as shown: a line each, with its instant.
struct PrintedLine {
    QString stamp; ///< "1s + 500ms"
    QString text;
    EventIndex event = 0; ///< with which it began
};

/// What has been printed before event `cursor`.
[[nodiscard]] std::vector<PrintedLine> printedLines(const Trace &trace, EventIndex cursor);

struct SheetRequest {
    ChartRequest chart;     ///< its size is the page's
    bool fill = false;      ///< larger type and lanes, where there is room on the page
    bool fitHeight = false; ///< as high as everything needs, whatever the size says
    bool table = false;     ///< a card with the job table of each run
    bool console = false;   ///< a card with what each run printed
    Duration slot = 1s;     ///< of the job table
};

/// The size of the page and the places of its parts. Made from the runs as they are at their ends,
/// it also serves for every earlier moment: an animation keeps its parts where they are.
struct SheetPlan {
    QSizeF size;
    double fontScale = 1; ///< smaller than asked for where a page is too low for all its lanes
    double chartHeight = 0;
    std::vector<QRectF> cards; ///< run by run: table, console
    Signs signs;               ///< what the legend names, at every moment
};

[[nodiscard]] SheetPlan planSheet(const SheetRequest &request);
[[nodiscard]] Scene layoutSheet(const SheetRequest &request, const SheetPlan &plan);
[[nodiscard]] inline Scene layoutSheet(const SheetRequest &request)
{
    return layoutSheet(request, planSheet(request));
}

} // namespace coroscope::timeline
