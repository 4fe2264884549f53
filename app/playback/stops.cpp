// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/stops.h"

#include <algorithm>

namespace coroscope {

namespace {

/// The first event of which `isLeft` is false; events are ordered by time.
template <class Predicate>
EventIndex partition(const Spans &spans, Predicate isLeft)
{
    EventIndex low = 0;
    EventIndex high = spans.eventsRead();
    while (low < high) {
        const EventIndex middle = low + (high - low) / 2;
        if (isLeft(spans.trace()[middle].at()))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool endsTurn(const TraceEvent &event, const TraceEvent &step)
{
    if (event.time != step.time)
        return true;
    switch (event.kind) {
    case EventKind::TaskAwait:
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled: return event.actor == step.actor;
    case EventKind::TaskStep:
    case EventKind::HandleRun:
    case EventKind::Pass:
    case EventKind::LoopStarted:
    case EventKind::LoopStopped:
    case EventKind::Finished: return true;
    case EventKind::Yielded:
    case EventKind::Returned:
    case EventKind::Raised: return event.actor == step.actor;
    default: return false;
    }
}

} // namespace

EventIndex Stops::firstAt(Instant at) const
{
    return partition(m_spans, [at](Instant time) { return time < at; });
}

EventIndex Stops::firstAfter(Instant at) const
{
    return partition(m_spans, [at](Instant time) { return time <= at; });
}

std::size_t Stops::count() const
{
    return countBefore(m_spans.eventsRead());
}

std::size_t Stops::countBefore(EventIndex index) const
{
    if (m_kind == StepKind::Event)
        return index;
    const auto &events = m_kind == StepKind::Switch ? m_spans.steps() : m_spans.passes();
    return static_cast<std::size_t>(std::ranges::lower_bound(events, index) - events.begin());
}

std::size_t Stops::reached(EventIndex cursor) const
{
    const std::size_t begun = countBefore(cursor);
    return begun > 0 && cursorAt(begun - 1) > cursor ? begun - 1 : begun;
}

EventIndex Stops::eventOf(std::size_t stop) const
{
    switch (m_kind) {
    case StepKind::Switch: return m_spans.steps()[stop];
    case StepKind::Pass: return m_spans.passes()[stop];
    case StepKind::Event: break;
    }
    return stop;
}

EventIndex Stops::cursorAt(std::size_t stop) const
{
    const EventIndex event = eventOf(stop);
    return m_kind == StepKind::Switch ? turnEnd(event) : event + 1;
}

Instant Stops::timeOf(std::size_t stop) const
{
    return m_spans.trace()[eventOf(stop)].at();
}

EventIndex Stops::turnEnd(EventIndex step) const
{
    const Trace &trace = m_spans.trace();
    const auto &steps = m_spans.steps();
    const auto next = std::ranges::upper_bound(steps, step);
    const EventIndex limit = next == steps.end() ? m_spans.eventsRead() : *next;
    EventIndex end = step + 1;
    while (end < limit && !endsTurn(trace[end], trace[step]))
        ++end;
    return end;
}

std::size_t Stops::countAt(Instant at) const
{
    return countBefore(firstAfter(at)) - countBefore(firstAt(at));
}

EventIndex Stops::cursorAt(Instant at, std::size_t rank) const
{
    const EventIndex begin = firstAt(at);
    if (rank == 0)
        return begin;
    const EventIndex end = firstAfter(at);
    const std::size_t first = countBefore(begin);
    return first + rank <= countBefore(end) ? cursorAt(first + rank - 1) : end;
}

} // namespace coroscope
