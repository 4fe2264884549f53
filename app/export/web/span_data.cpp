// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/span_data.h"

#include "app/timeline/cause_text.h"
#include "core/model/causes.h"

#include <algorithm>

namespace coroscope::formats {

namespace {

QJsonArray spanRow(const PagedRun &run, const std::vector<PlayerStep> &steps, std::size_t index, const Lane &lane,
                   std::size_t number)
{
    const Span &span = lane.spans[number];
    const Duration length = span.open() ? Duration::zero() : span.length();
    QJsonArray row{static_cast<int>(raw(lane.actor)),
                   static_cast<int>(number),
                   run.describer->span(span, length),
                   millisecondsOf(span.begin),
                   span.open() ? -1.0 : millisecondsOf(span.end),
                   stepOf(steps, index, span.first)};
    const auto cause = causeOf(*run.spans, lane.actor, number);
    const std::vector<std::size_t> effects = effectsOf(*run.spans, lane.actor, number);
    row.append(cause ? timeline::causeText(*run.describer, run.spans->wakeups()[*cause]) : QString());
    row.append(timeline::effectsText(*run.describer, effects));
    QJsonArray wakeups;
    const auto add = [&](std::size_t wakeup) {
        wakeups.append(
            QJsonArray{static_cast<qint64>(wakeup), stepOf(steps, index, run.spans->wakeups()[wakeup].event)});
    };
    if (cause)
        add(*cause);
    std::ranges::for_each(effects, add);
    row.append(wakeups);
    return row;
}

} // namespace

QJsonArray spanData(const PagedRun &run, const std::vector<PlayerStep> &steps, std::size_t index, std::size_t from,
                    std::size_t to)
{
    const EventIndex begin = steps[from].cursors[index];
    const EventIndex end = steps[to].cursors[index];
    QJsonArray rows;
    for (const Lane &lane : run.spans->lanes()) {
        const auto first =
            std::ranges::partition_point(lane.spans, [&](const Span &span) { return from > 0 && span.last < begin; });
        for (auto span = first; span != lane.spans.end() && span->first < end; ++span)
            rows.append(spanRow(run, steps, index, lane, static_cast<std::size_t>(span - lane.spans.begin())));
    }
    return rows;
}

int stepOf(const std::vector<PlayerStep> &steps, std::size_t run, EventIndex event)
{
    const auto step =
        std::ranges::partition_point(steps, [&](const PlayerStep &each) { return each.cursors[run] <= event; });
    return static_cast<int>(step - steps.begin());
}

double millisecondsOf(Instant at)
{
    return static_cast<double>(nanosecondsOf(at)) / 1e6;
}

} // namespace coroscope::formats
