// SPDX-License-Identifier: MIT
#include "core/model/sequential_awaits.h"

#include <algorithm>
#include <utility>

namespace coroscope {

namespace {

/// A coroutine that has come to its end.
struct Awaited {
    EventIndex entered = 0;
    EventIndex knownSince = 0;
    TextId function = TextId::Empty;
    Duration waited{};
    bool alone = true; ///< it waited for nothing another task or coroutine had a hand in
};

struct Frame {
    Awaited self;
    std::vector<Awaited> group; ///< those it has awaited that did not depend on each other
};

bool isAlone(Reason reason)
{
    switch (reason) {
    case Reason::Sleep:
    case Reason::Yield:
    case Reason::Executor:
    case Reason::Stream:
    case Reason::Process: return true;
    default: return false;
    }
}

class Search {
public:
    Search(const Spans &spans, ShownUntil until) : m_spans(spans), m_trace(spans.trace()), m_until(until) {}

    std::vector<SequentialAwaits> run() &&
    {
        const EventIndex end = std::min(m_until.cursor, m_spans.eventsRead());
        for (EventIndex i = 0; i < end; ++i)
            read(i, m_trace[i]);
        for (std::size_t actor = 0; actor < m_tasks.size(); ++actor)
            for (Frame &frame : m_tasks[actor].frames)
                close(static_cast<ActorId>(actor), frame);
        return std::move(m_found);
    }

private:
    struct Task {
        std::vector<Frame> frames;
        Instant awaitsSince{};
        bool awaits = false;
    };

    Task *taskOf(ActorId actor)
    {
        if (raw(actor) >= m_spans.lanes().size() || m_spans.lane(actor).kind != ActorKind::Task)
            return nullptr;
        if (m_tasks.size() <= raw(actor))
            m_tasks.resize(raw(actor) + std::size_t(1));
        return &m_tasks[raw(actor)];
    }

    void read(EventIndex index, const TraceEvent &event)
    {
        Task *const task = taskOf(event.actor);
        if (!task)
            return;
        switch (event.kind) {
        case EventKind::ActorCreated: task->frames.assign(1, {}); break;
        case EventKind::FrameEntered:
            task->frames.push_back({{index, static_cast<EventIndex>(event.value), event.text(), {}, true}, {}});
            break;
        case EventKind::FrameLeft: leave(event.actor, *task); break;
        case EventKind::TaskAwait:
            task->awaits = true;
            task->awaitsSince = event.at();
            if (!isAlone(event.reason()))
                notAlone(*task);
            break;
        case EventKind::TaskReady:
            if (std::exchange(task->awaits, false))
                for (Frame &frame : task->frames)
                    frame.self.waited += event.at() - task->awaitsSince;
            break;
        case EventKind::TaskCancelRequested: // what it awaits ends before its time
        case EventKind::ResourceLevel: notAlone(*task); break;
        case EventKind::TaskDone:
        case EventKind::TaskFailed:
        case EventKind::TaskCancelled:
            for (Frame &frame : task->frames)
                close(event.actor, frame);
            task->frames.clear();
            break;
        default: break;
        }
    }

    static void notAlone(Task &task)
    {
        for (Frame &frame : task.frames)
            frame.self.alone = false;
    }

    void leave(ActorId actor, Task &task)
    {
        if (task.frames.size() < 2)
            return;
        close(actor, task.frames.back());
        const Awaited awaited = task.frames.back().self;
        task.frames.pop_back();
        Frame &caller = task.frames.back();
        if (!awaited.alone || awaited.waited <= Duration(0))
            return;
        if (!caller.group.empty() && awaited.knownSince > caller.group.front().entered)
            close(actor, caller);
        caller.group.push_back(awaited);
    }

    void close(ActorId actor, Frame &frame)
    {
        if (frame.group.size() > 1) {
            SequentialAwaits found{.actor = actor, .event = frame.group.front().entered};
            for (const Awaited &each : frame.group) {
                found.waited += each.waited;
                found.together = std::max(found.together, each.waited);
                found.functions.push_back(m_trace.text(each.function));
            }
            m_found.push_back(std::move(found));
        }
        frame.group.clear();
    }

    const Spans &m_spans;
    const Trace &m_trace;
    ShownUntil m_until;
    std::vector<Task> m_tasks; ///< by actor
    std::vector<SequentialAwaits> m_found;
};

} // namespace

std::vector<SequentialAwaits> sequentialAwaits(const Spans &spans, ShownUntil until)
{
    return Search(spans, until).run();
}

} // namespace coroscope
