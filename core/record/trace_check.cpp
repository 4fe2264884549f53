// SPDX-License-Identifier: MIT
#include "core/record/trace_check.h"

namespace coroscope {

/// Handles and resources are numbered as they come, and whatever they do is an event: an upper bound is enough.
bool EventCheck::isObject(std::int64_t object) const
{
    return object >= 0 && static_cast<std::uint64_t>(object) <= 2 * m_index + 16;
}

bool EventCheck::isAwaited(const TraceEvent &event) const
{
    switch (event.reason()) {
    case Reason::Task:
    case Reason::WaitFor:
    case Reason::Shield: return isActor(event.object);
    default: return isObject(event.object);
    }
}

bool EventCheck::holds(Column column, std::int64_t number, const TraceEvent &event) const
{
    const auto unsignedNumber = static_cast<std::uint64_t>(number);
    switch (column) {
    case Column::Number: return true;
    case Column::Nothing: return number == 0;
    case Column::Moment: return number >= -kLatestTime && number <= kLatestTime;
    case Column::Text: return number >= 0 && unsignedNumber < m_texts;
    case Column::Place: return number >= 0 && unsignedNumber < m_places;
    case Column::Actor: return isActor(number);
    case Column::Handle:
    case Column::Resource: return isObject(number);
    case Column::Awaited: return isAwaited(event);
    case Column::Child: return event.tag != 0 ? isObject(number) : isActor(number);
    case Column::Event: return number >= -1 && number <= static_cast<std::int64_t>(m_index);
    case Column::Waker: return number >= 0 && number <= static_cast<std::int64_t>(Waker::Outside);
    }
    return false;
}

std::optional<TraceFault::Kind> EventCheck::next(const TraceEvent &event)
{
    using Kind = TraceFault::Kind;
    if (event.time < m_time || event.time > kLatestTime)
        return Kind::Time;
    if (event.kind > kLastEventKind)
        return Kind::Kind;
    const EventColumns &columns = columnsOf(event.kind);
    if (event.tag > columns.lastTag)
        return Kind::Kind;
    const bool created = event.kind == EventKind::ActorCreated;
    if (created ? raw(event.actor) != m_actors : !isActor(raw(event.actor)))
        return Kind::Actor;
    const std::int64_t value = valueOf(event);
    if (columns.value == Column::Moment && !holds(Column::Moment, value, event))
        return Kind::Time;
    if (!isActor(raw(byOf(event))))
        return Kind::Actor;
    // Where a kind says whose doing it is, that takes the room of a column.
    const bool object = holds(columns.object, event.object, event) || event.kind == EventKind::TaskCancelRequested;
    const bool source = holds(columns.source, event.source, event) || event.kind == EventKind::HandleReady;
    if (!object || !source || !holds(columns.value, value, event))
        return Kind::Object;
    m_time = event.time;
    m_actors += created;
    ++m_index;
    return std::nullopt;
}

std::optional<TraceFault> checkTrace(const Trace &trace)
{
    EventCheck check(trace);
    const EventIndex size = trace.size();
    for (EventIndex i = 0; i < size; ++i)
        if (const auto fault = check.next(trace[i]))
            return TraceFault{i, *fault};
    return std::nullopt;
}

} // namespace coroscope
