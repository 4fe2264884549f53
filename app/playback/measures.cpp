// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/measures.h"

#include <algorithm>

namespace coroscope {

namespace {

auto endAt(const std::vector<Span> &spans, const Moment &moment)
{
    return std::ranges::partition_point(spans, [&](const Span &span) { return span.first < moment.cursor; });
}

const Span *openAt(const std::vector<Span> &spans, const Moment &moment)
{
    const auto end = endAt(spans, moment);
    if (end == spans.begin())
        return nullptr;
    const Span &last = *(end - 1);
    return last.last < moment.cursor ? nullptr : &last;
}

} // namespace

Duration lengthAt(const Span &span, const Moment &moment)
{
    const bool closed = span.last < moment.cursor;
    return (closed ? span.end : std::max(moment.now, span.begin)) - span.begin;
}

const Span *spanAt(const Lane &lane, const Moment &moment)
{
    return lane.finishedBy < moment.cursor ? nullptr : openAt(lane.spans, moment);
}

const Span *holderAt(const Moment &moment)
{
    return openAt(moment.spans->thread(), moment);
}

LaneTimes laneTimes(const Lane &lane, const Moment &moment)
{
    LaneTimes times;
    for (auto span = lane.spans.begin(); span != endAt(lane.spans, moment); ++span) {
        const Duration length = lengthAt(*span, moment);
        switch (span->state) {
        case State::Running: times.running += length; break;
        case State::Blocking: times.blocking += length; break;
        case State::Created:
        case State::Ready: times.ready += length; break;
        case State::Awaiting: times.awaiting += length; break;
        }
    }
    return times;
}

Measures measures(const Moment &moment)
{
    const Spans &spans = *moment.spans;
    Measures sum;
    const bool ended = spans.finished() && moment.cursor == spans.eventsRead();
    sum.elapsed = (ended ? spans.end() : moment.now).time_since_epoch();
    sum.steps = static_cast<std::size_t>(std::ranges::lower_bound(spans.steps(), moment.cursor) - spans.steps().begin());
    sum.passes = static_cast<std::size_t>(std::ranges::lower_bound(spans.passes(), moment.cursor) - spans.passes().begin());
    for (auto span = spans.thread().begin(); span != endAt(spans.thread(), moment); ++span) {
        sum.held += lengthAt(*span, moment);
        if (span->state == State::Blocking)
            sum.blocked += lengthAt(*span, moment);
    }
    for (const Lane &lane : spans.lanes()) {
        if (lane.kind != ActorKind::Task || lane.createdBy >= moment.cursor)
            continue;
        ++sum.tasks;
        sum.denied += laneTimes(lane, moment).ready;
    }
    return sum;
}

} // namespace coroscope
