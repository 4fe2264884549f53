// SPDX-License-Identifier: MIT
#include "core/model/endless.h"

#include <algorithm>

namespace coroscope {

namespace {

bool ranDry(const Spans &spans)
{
    if (!spans.finished() || spans.eventsRead() == 0)
        return false;
    const TraceEvent &last = spans.trace()[spans.eventsRead() - 1];
    return last.kind == EventKind::Finished && static_cast<RunEnd>(last.tag) == RunEnd::Idle;
}

/// Who has locked it last; None when it is free.
ActorId holderOf(const Spans &spans, ResourceId lock)
{
    for (EventIndex i = spans.eventsRead(); i-- > 0;) {
        const TraceEvent &event = spans.trace()[i];
        if (event.kind == EventKind::ResourceLevel && event.resource() == lock)
            return event.value != 0 ? event.actor : ActorId::None;
    }
    return ActorId::None;
}

std::vector<ActorId> awaited(const Names &names, const Span &span)
{
    switch (span.reason) {
    case Reason::Task:
    case Reason::WaitFor:
    case Reason::Shield: return {static_cast<ActorId>(span.object)};
    case Reason::Gather:
    case Reason::Wait:
    case Reason::TaskGroup:
        return names.childActors(static_cast<ResourceId>(span.object)).value_or(std::vector<ActorId>());
    case Reason::Lock: return {holderOf(names.spans(), static_cast<ResourceId>(span.object))};
    default: return {};
    }
}

} // namespace

bool waitsForEver(const Spans &spans, const Lane &lane)
{
    if (lane.kind != ActorKind::Task || lane.outcome != Outcome::Pending || lane.spans.empty() || !ranDry(spans))
        return false;
    const Span &last = lane.spans.back();
    // Whoever sleeps is not stuck: its loop is not the one that ran out of things to do.
    return last.open() && last.state == State::Awaiting && last.reason != Reason::Sleep;
}

bool hasEndlessWaits(const Spans &spans)
{
    return ranDry(spans)
           && std::ranges::any_of(spans.lanes(), [&](const Lane &lane) { return waitsForEver(spans, lane); });
}

std::vector<EndlessWait> endlessWaits(const Names &names)
{
    const Spans &spans = names.spans();
    std::vector<EndlessWait> waits;
    for (const Lane &lane : spans.lanes()) {
        if (!waitsForEver(spans, lane))
            continue;
        const Span &last = lane.spans.back();
        EndlessWait wait{lane.actor, last.reason, last.object, awaited(names, last)};
        std::erase_if(wait.others, [&](ActorId other) {
            return raw(other) >= spans.lanes().size() || !waitsForEver(spans, spans.lane(other));
        });
        waits.push_back(std::move(wait));
    }
    return waits;
}

std::vector<EndlessWait> waitCycle(const std::vector<EndlessWait> &waits)
{
    const auto waitOf = [&](ActorId actor) { return std::ranges::lower_bound(waits, actor, {}, &EndlessWait::actor); };
    std::vector<ActorId> dead; // no ring is reached from here
    for (const EndlessWait &start : waits) {
        std::vector<std::pair<const EndlessWait *, std::size_t>> path{
            {&start, 0}}; // and which of its others comes next
        while (!path.empty()) {
            auto &[wait, next] = path.back();
            if (next == wait->others.size()) {
                dead.push_back(wait->actor);
                path.pop_back();
                continue;
            }
            const ActorId other = wait->others[next++];
            const auto before = std::ranges::find(path, other, [](const auto &step) { return step.first->actor; });
            if (before != path.end()) {
                std::vector<EndlessWait> cycle;
                for (auto step = before; step != path.end(); ++step)
                    cycle.push_back(*step->first);
                return cycle;
            }
            if (std::ranges::find(dead, other) == dead.end())
                path.emplace_back(&*waitOf(other), 0);
        }
    }
    return {};
}

} // namespace coroscope
