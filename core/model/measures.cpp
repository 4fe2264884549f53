// SPDX-License-Identifier: MIT
#include "core/model/measures.h"

#include <algorithm>
#include <utility>

namespace coroscope {

namespace {

TaskMeasures measureTask(const Lane &lane, ShownUntil until)
{
    TaskMeasures task{.actor = lane.actor, .name = lane.name, .state = stateText(lane, until)};
    for (const Span &span : lane.spans) {
        if (!until.shows(span))
            break;
        const Duration length = until.lengthOf(span);
        switch (span.state) {
        case State::Created:
        case State::Ready: task.ready += length; break;
        case State::Running: task.running += length; break;
        case State::Blocking: task.blocking += length; break;
        case State::Awaiting: task.awaiting += length; break;
        }
    }
    return task;
}

} // namespace

Duration Measures::starvation() const
{
    Duration sum{};
    for (const TaskMeasures &task : tasks)
        sum += task.ready;
    return sum;
}

const Span *spanAt(const std::vector<Span> &spans, ShownUntil until)
{
    const auto after =
        std::partition_point(spans.begin(), spans.end(), [until](const Span &span) { return until.shows(span); });
    return after == spans.begin() ? nullptr : &*std::prev(after);
}

std::string stateText(const Lane &lane, ShownUntil until)
{
    if (lane.finishedBy < until.cursor) {
        switch (lane.outcome) {
        case Outcome::Failed: return "failed";
        case Outcome::Cancelled: return "cancelled";
        default: return "done";
        }
    }
    const Span *const span = spanAt(lane.spans, until);
    if (!span)
        return "created";
    switch (span->state) {
    case State::Created: return "created";
    case State::Ready: return "ready";
    case State::Running: return "running";
    case State::Blocking: return "blocking";
    case State::Awaiting: return "awaiting";
    }
    return {};
}

Measures measure(const Spans &spans, ShownUntil until)
{
    Measures measures;
    measures.duration = until.now.time_since_epoch();
    ActorId holder = ActorId::None;
    for (const Span &span : spans.thread()) {
        if (!until.shows(span))
            break;
        measures.threadBusy += until.lengthOf(span);
        if (span.by != ActorId::Main && std::exchange(holder, span.by) != span.by)
            ++measures.switches;
    }
    measures.threadIdle = measures.duration - measures.threadBusy;
    for (const EventIndex step : spans.steps()) {
        const EventKind kind = spans.trace()[step].kind;
        if (step < until.cursor
            && (kind == EventKind::TaskStep || kind == EventKind::HandleRun || kind == EventKind::Sent))
            ++measures.steps;
    }
    for (const Lane &lane : spans.lanes())
        if (lane.kind == ActorKind::Task && lane.createdBy < until.cursor)
            measures.tasks.push_back(measureTask(lane, until));
    return measures;
}

} // namespace coroscope
