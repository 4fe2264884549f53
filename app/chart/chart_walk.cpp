// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_walk.h"

#include "app/timeline/cause_text.h"
#include "app/timeline/frame.h"
#include "core/model/causes.h"

#include <algorithm>

namespace coroscope {

using timeline::ChartRequest;
using timeline::RunView;
using Selection = ChartView::Selection;

namespace {

const std::vector<Span> &spansOf(const RunView &run, ActorId actor)
{
    return run.spans->lane(actor).spans;
}

/// The last span that has begun at the instant.
std::optional<std::size_t> spanAt(const RunView &run, ActorId actor, Instant at)
{
    const auto &spans = spansOf(run, actor);
    const std::size_t shown = spansShown(run, actor);
    if (shown == 0)
        return std::nullopt;
    const auto end = spans.begin() + static_cast<std::ptrdiff_t>(shown);
    auto after = std::partition_point(spans.begin(), end, [at](const Span &span) { return span.begin <= at; });
    while (after - spans.begin() > 1 && !worthAStop(run, *std::prev(after)))
        --after;
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - spans.begin() - 1));
}

/// The next one that is worth it, or else the same.
std::size_t steppedFrom(const RunView &run, ActorId actor, std::size_t from, bool on)
{
    const auto &spans = spansOf(run, actor);
    const std::size_t shown = spansShown(run, actor);
    for (std::size_t at = from; on ? at + 1 < shown : at > 0;) {
        at = on ? at + 1 : at - 1;
        if (worthAStop(run, spans[at]))
            return at;
    }
    return std::min(from, shown - 1);
}

std::vector<Selection> lanesOf(const ChartRequest &chart)
{
    std::vector<Selection> lanes;
    for (std::size_t run = 0; run < chart.runs.size(); ++run) {
        for (const ActorId actor : timeline::rowsOf(chart.runs[run]))
            lanes.push_back({run, actor, std::nullopt});
    }
    return lanes;
}

} // namespace

bool worthAStop(const RunView &run, const Span &span)
{
    const bool over = span.last < run.cursor && span.end <= span.begin;
    return span.state != State::Ready || !over;
}

std::size_t spansShown(const RunView &run, ActorId actor)
{
    const auto &spans = spansOf(run, actor);
    const auto end = std::ranges::partition_point(
        spans, [&run](const Span &span) { return span.first < run.cursor && span.begin <= run.now; });
    return static_cast<std::size_t>(end - spans.begin());
}

Selection walkedAlong(const ChartRequest &chart, const Selection &from, bool on)
{
    if (from.empty() || from.run >= chart.runs.size())
        return walkedAcross(chart, from, true);
    const RunView &run = chart.runs[from.run];
    const std::size_t shown = spansShown(run, from.actor);
    Selection to = from;
    if (shown == 0)
        to.span = std::nullopt;
    else if (!from.span)
        to.span = spanAt(run, from.actor, run.now);
    else
        to.span = steppedFrom(run, from.actor, *from.span, on);
    return to;
}

Selection walkedAcross(const ChartRequest &chart, const Selection &from, bool down)
{
    const std::vector<Selection> lanes = lanesOf(chart);
    if (lanes.empty())
        return {};
    const auto here = std::ranges::find_if(
        lanes, [&](const Selection &lane) { return lane.run == from.run && lane.actor == from.actor; });
    auto to = here;
    if (here == lanes.end())
        to = lanes.begin();
    else if (down && std::next(here) != lanes.end())
        ++to;
    else if (!down && here != lanes.begin())
        --to;
    const RunView &run = chart.runs[to->run];
    Instant at = run.now;
    if (here != lanes.end() && from.span)
        at = spansOf(chart.runs[from.run], from.actor)[*from.span].begin;
    return {to->run, to->actor, spanAt(run, to->actor, at)};
}

QString causeAndEffects(const Stage &stage, const Selection &selection)
{
    if (selection.empty() || !selection.span || selection.run >= stage.runCount())
        return {};
    const Moment moment = stage.moment(selection.run);
    const Spans &spans = *moment.spans;
    const timeline::Describer &describer = stage.describer(selection.run);
    const auto happened = [&](std::size_t wakeup) { return spans.wakeups()[wakeup].event < moment.cursor; };
    QStringList parts;
    if (const auto cause = causeOf(spans, selection.actor, *selection.span); cause && happened(*cause))
        parts.append(timeline::causeText(describer, spans.wakeups()[*cause]));
    std::vector<std::size_t> effects = effectsOf(spans, selection.actor, *selection.span);
    std::erase_if(effects, [&](std::size_t effect) { return !happened(effect); });
    if (!effects.empty())
        parts.append(timeline::effectsText(describer, effects));
    return parts.join(QStringLiteral("; "));
}

} // namespace coroscope
