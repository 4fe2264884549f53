// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/seek.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace coroscope {

/// The loop as it is after some number of events, rebuilt from the trace alone: who has the thread, what is ready in
/// which order, the timers, who waits for what, how full the resources are, and each task's await stack.
class LoopState {
public:
    /// An entry of the ready queue: a task, or else a callback.
    struct Ready {
        ActorId task = ActorId::None;
        HandleId handle = HandleId::None;
        TextId label = TextId::Empty;    ///< of a callback
        ActorId sleeper = ActorId::None; ///< the task a due timer wakes
    };
    struct Timer {
        HandleId handle;
        Instant deadline;
        ActorId sleeper = ActorId::None; ///< the task that sleeps; None for a call_later
        TextId label = TextId::Empty;
    };
    struct Waiting {
        Reason reason = Reason::None;
        std::uint32_t object = 0; ///< see Reason
        SourceId source = SourceId::Nowhere;
        Instant since;
        Instant deadline{};
    };
    /// A coroutine on a task's await stack: its function, and where it awaits the next.
    struct Frame {
        TextId function = TextId::Empty;
        SourceId awaits = SourceId::Nowhere; ///< the innermost one: where it awaits or blocks
    };

    void read(const TraceEvent &event);

    [[nodiscard]] Instant time() const { return m_time; }
    [[nodiscard]] std::uint64_t pass() const { return m_pass; }
    [[nodiscard]] bool inLoop() const { return m_inLoop; }
    /// The task, or coroutine driven by hand, that has the thread; None when it is a callback, the main program or
    /// nobody.
    [[nodiscard]] ActorId holder() const { return m_holder; }
    /// The callback that runs, or None.
    [[nodiscard]] HandleId runningHandle() const { return m_running.handle; }
    /// The same as it stood in the ready queue.
    [[nodiscard]] const Ready &running() const { return m_running; }
    /// The blocking call the thread is in, or Empty.
    [[nodiscard]] TextId blockingCall() const { return m_blockingCall; }
    [[nodiscard]] const std::deque<Ready> &ready() const { return m_ready; }
    /// By deadline, then by creation.
    [[nodiscard]] std::vector<Timer> timers() const;
    /// The tasks that await something, by lane. Waiters of one resource in order of arrival: sort by `since`.
    [[nodiscard]] const std::map<ActorId, Waiting> &waiting() const { return m_waiting; }
    /// Items of a queue, value of a semaphore, 1 for a locked lock; none before the first change.
    [[nodiscard]] std::optional<std::int64_t> level(ResourceId resource) const;
    /// Outermost first; empty when the task is not there.
    [[nodiscard]] std::vector<Frame> awaitStack(ActorId task) const;

private:
    void readTask(const TraceEvent &event);
    void awaitsAt(const TraceEvent &event);
    void readHandle(const TraceEvent &event);
    void dropHandle(HandleId handle);

    Instant m_time{};
    std::uint64_t m_pass = 0;
    bool m_inLoop = false;
    ActorId m_holder = ActorId::None;
    Ready m_running;
    TextId m_blockingCall = TextId::Empty;
    std::deque<Ready> m_ready;
    std::map<HandleId, Timer> m_timers;
    std::map<ActorId, Waiting> m_waiting;
    std::map<ResourceId, std::int64_t> m_levels;
    std::map<ActorId, std::vector<Frame>> m_stacks;
};

using LoopView = Seek<LoopState>;

} // namespace coroscope
