// SPDX-License-Identifier: MIT
#include "core/model/loop_view.h"

#include <algorithm>

namespace coroscope {

void LoopState::read(const TraceEvent &event)
{
    m_time = std::max(m_time, event.at());
    switch (event.kind) {
    case EventKind::LoopStarted: m_inLoop = true; break;
    case EventKind::LoopStopped:
        m_inLoop = false;
        m_holder = ActorId::None;
        m_running = {};
        break;
    case EventKind::Pass:
        m_pass = static_cast<std::uint64_t>(event.value);
        m_running = {};
        break;
    case EventKind::BlockBegan:
        m_blockingCall = event.text();
        if (auto &stack = m_stacks[event.actor]; !stack.empty())
            stack.back().awaits = event.place();
        break;
    case EventKind::BlockEnded: m_blockingCall = TextId::Empty; break;
    case EventKind::ResourceLevel: m_levels[event.resource()] = event.value; break;
    case EventKind::HandleReady:
    case EventKind::HandleRun:
    case EventKind::HandleCancelled:
    case EventKind::TimerSet:
    case EventKind::TimerDue: readHandle(event); break;
    default: readTask(event);
    }
}

void LoopState::readTask(const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::ActorCreated:
        m_stacks[event.actor] = {{static_cast<TextId>(event.source), SourceId::Nowhere}};
        if (static_cast<ActorKind>(event.tag) == ActorKind::Task)
            m_ready.push_back({.task = event.actor});
        break;
    case EventKind::TaskStep:
        m_holder = event.actor;
        m_running = {};
        std::erase_if(m_ready, [&](const Ready &entry) { return entry.task == event.actor; });
        break;
    case EventKind::TaskAwait:
        m_holder = ActorId::None;
        awaitsAt(event);
        if (event.reason() == Reason::Yield) {
            m_ready.push_back({.task = event.actor});
            break;
        }
        m_waiting[event.actor] = {event.reason(), event.object, event.place(), event.at(), instantAt(event.value)};
        if (event.reason() == Reason::Sleep)
            m_timers[event.handle()] = {event.handle(), instantAt(event.value), event.actor};
        break;
    case EventKind::TaskReady:
        m_waiting.erase(event.actor);
        m_ready.push_back({.task = event.actor});
        break;
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled:
        m_stacks.erase(event.actor);
        m_holder = ActorId::None;
        break;
    case EventKind::Sent:
        if (m_holder == ActorId::None)
            m_holder = event.actor;
        break;
    case EventKind::Yielded:
        awaitsAt(event);
        if (m_holder == event.actor)
            m_holder = ActorId::None;
        break;
    case EventKind::Returned:
    case EventKind::Raised:
        m_stacks.erase(event.actor);
        if (m_holder == event.actor)
            m_holder = ActorId::None;
        break;
    case EventKind::FrameEntered:
        awaitsAt(event);
        m_stacks[event.actor].push_back({event.text(), SourceId::Nowhere});
        break;
    case EventKind::FrameLeft:
        if (auto &stack = m_stacks[event.actor]; !stack.empty())
            stack.pop_back();
        break;
    default: break;
    }
}

/// The innermost coroutine awaits here. A file may tell of a task that has none (any more).
void LoopState::awaitsAt(const TraceEvent &event)
{
    if (auto &stack = m_stacks[event.actor]; !stack.empty())
        stack.back().awaits = event.place();
}

void LoopState::readHandle(const TraceEvent &event)
{
    const HandleId handle = event.handle();
    switch (event.kind) {
    case EventKind::HandleReady:
        m_ready.push_back({.handle = handle, .label = static_cast<TextId>(event.value)});
        break;
    case EventKind::TimerSet:
        m_timers[handle] = {handle, instantAt(event.value), ActorId::None, static_cast<TextId>(event.source)};
        break;
    case EventKind::TimerDue: {
        const Timer timer = m_timers[handle];
        m_timers.erase(handle);
        m_ready.push_back({.handle = handle, .label = timer.label, .sleeper = timer.sleeper});
        break;
    }
    case EventKind::HandleRun:
        m_running = {.handle = handle};
        for (const Ready &entry : m_ready)
            if (entry.task == ActorId::None && entry.handle == handle)
                m_running = entry;
        dropHandle(handle);
        m_holder = ActorId::None;
        break;
    default: dropHandle(handle); m_timers.erase(handle);
    }
}

void LoopState::dropHandle(HandleId handle)
{
    std::erase_if(m_ready,
                  [handle](const Ready &entry) { return entry.task == ActorId::None && entry.handle == handle; });
}

std::vector<LoopState::Timer> LoopState::timers() const
{
    std::vector<Timer> sorted;
    for (const auto &[handle, timer] : m_timers)
        sorted.push_back(timer);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Timer &a, const Timer &b) { return a.deadline < b.deadline; });
    return sorted;
}

std::optional<std::int64_t> LoopState::level(ResourceId resource) const
{
    const auto found = m_levels.find(resource);
    return found == m_levels.end() ? std::nullopt : std::optional(found->second);
}

std::vector<LoopState::Frame> LoopState::awaitStack(ActorId task) const
{
    const auto found = m_stacks.find(task);
    return found == m_stacks.end() ? std::vector<Frame>() : found->second;
}

} // namespace coroscope
