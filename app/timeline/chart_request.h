// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/theme.h"
#include "core/model/levels.h"
#include "core/model/note.h"
#include "core/model/spans.h"

#include <optional>

namespace coroscope::timeline {

class Describer;

enum class AxisMode {
    Clock, ///< time
    Steps, ///< one column a step: what happens at the same instant can be read in order
};

enum class Arrows { None, Selected, All };

/// Which lanes are shown, and in which order, where that was chosen by hand.
struct LaneChoice {
    std::vector<ActorId> order = {}; ///< these first; the others follow by creation
    std::vector<ActorId> hidden = {};
    std::vector<ResourceId> resources = {}; ///< lanes of their own, below the others

    [[nodiscard]] bool operator==(const LaneChoice &) const = default;
};

/// One run as it is at one moment.
struct RunView {
    const Spans *spans = nullptr;         ///< not owned; not null; lives while the layout runs
    const Describer *describer = nullptr; ///< names resources in the reasons of waits; null: their kinds only
    QString title = {};
    QString verdict = {};               ///< right of the title: "2.5 s   (+67 %)"
    bool verdictWorse = false;          ///< coloured like starvation
    EventIndex cursor = ~EventIndex(0); ///< the first event that has not happened yet; nothing from it on is drawn
    Instant now = kNever;               ///< the now-line, and where open bars end; kNever: no line, the end of the run
    EventIndex known = 0;     ///< lanes made before this event have their place, also where they do not exist yet
    EventIndex reserved = 0;  ///< so have those, but their names appear only when they are made
    bool verdictKnown = true; ///< else its room stays empty
    bool timePasses = false;  ///< between two rests: what still lasts is told in tenths of a second
    LaneChoice lanes = {};
    const Levels *levels = nullptr;              ///< for the lanes of resources; null: there are none
    const std::vector<RunNote> *notes = nullptr; ///< not owned; null: none
};

/// Everything a picture depends on. Equal requests give equal scenes.
///
///     ChartRequest request;
///     request.runs.push_back({.spans = &spans, .title = tr("pieces-gather")});
///     request.size = widget->size();
///     const Scene scene = layoutChart(request);
struct ChartRequest {
    std::vector<RunView> runs; ///< stacked from top to bottom on one scale
    Theme theme = Theme::light();
    QSizeF size{1280, 720};
    double fontScale = 1;             ///< 1: lane names of 22 px, made for a window of 1080 lines
    std::optional<AxisRange> visible; ///< nothing: all runs from 0 to their ends
    AxisMode axis = AxisMode::Clock;
    Arrows arrows = Arrows::None;
    std::size_t selectedRun = 0;
    ActorId selected = ActorId::None;
    std::vector<std::size_t> emphasized;     ///< arrows of the selected run that are shown in any case,
                                             ///< strongly: indices of Spans::wakeups()
    std::optional<std::size_t> selectedSpan; ///< of the selected lane: framed
    std::optional<AxisRange> measured;       ///< marked, with its begin, end and length
    bool measureLoops = false;               ///< playing goes round in the measured range
    bool spotlight = false;                  ///< dims every lane but that of who has the thread
    int leastType = 0;                       ///< no text is smaller than this, in pixels: rather, lanes scroll
    bool legend = true;
    std::optional<Signs> signs; ///< what the legend names; nothing: what is to be seen
    bool legendLine = false;    ///< one line, in shorter words or without the last signs where they find no room
    bool wrapTitles = false;    ///< over two lines, where else they would be cut
    double mostGrowth = 1.3;    ///< of lanes where there is more room than they need
    double scroll = 0;          ///< pixels the lanes are moved up by, when they are too many for the height
    QString title;              ///< above everything; exports only
};

} // namespace coroscope::timeline
