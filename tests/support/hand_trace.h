// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spans.h"

#include <string>
#include <string_view>
#include <vector>

namespace coroscope::testing {

/// Records a trace event by event, without a loop: for tests that want to know exactly what is in
/// it.
///
///     HandTrace t;
///     const auto run1 = t.task("run1");
///     t.step(run1).sleep(run1, 500ms).at(500ms).wake(run1).step(run1).done(run1).finish();
class HandTrace {
public:
    HandTrace() { record({.kind = EventKind::LoopStarted}); }

    [[nodiscard]] Trace &trace() { return m_trace; }
    /// Folded up to here.
    [[nodiscard]] const Spans &spans()
    {
        m_spans.update();
        return m_spans;
    }
    /// The position of the next event.
    [[nodiscard]] EventIndex here() const { return m_trace.size(); }
    [[nodiscard]] Duration now() const { return Duration(m_now); }

    HandTrace &at(Duration t)
    {
        m_now = t.count();
        return *this;
    }
    ActorId actor(std::string_view name, ActorKind kind)
    {
        const auto id = static_cast<ActorId>(++m_actors);
        record({.kind = EventKind::ActorCreated,
                .tag = static_cast<std::uint8_t>(kind),
                .actor = id,
                .object = raw(m_trace.intern(name)),
                .value = m_actors});
        return id;
    }
    ActorId task(std::string_view name) { return actor(name, ActorKind::Task); }
    ResourceId resource(std::string_view name, ResourceKind kind, std::int64_t value = 0)
    {
        const auto id = static_cast<ResourceId>(++m_resources);
        record({.kind = EventKind::ResourceCreated,
                .tag = static_cast<std::uint8_t>(kind),
                .object = raw(id),
                .source = raw(m_trace.intern(name)),
                .value = value});
        return id;
    }
    HandTrace &child(ResourceId gather, ActorId task)
    {
        return record(
            {.kind = EventKind::FutureLinked, .object = raw(gather), .value = static_cast<std::int64_t>(raw(task))});
    }
    HandTrace &step(ActorId task) { return record({.kind = EventKind::TaskStep, .actor = task}); }
    HandTrace &await(ActorId task, Reason reason, std::uint32_t object, std::int64_t deadline = 0)
    {
        return record({.kind = EventKind::TaskAwait,
                       .tag = static_cast<std::uint8_t>(reason),
                       .actor = task,
                       .object = object,
                       .value = deadline});
    }
    HandTrace &await(ActorId task, Reason reason, ResourceId what) { return await(task, reason, raw(what)); }
    HandTrace &sleep(ActorId task, Duration d) { return await(task, Reason::Sleep, ++m_handles, m_now + d.count()); }
    HandTrace &yield(ActorId task) { return await(task, Reason::Yield, 0); }
    HandTrace &wake(ActorId task, Reason reason = Reason::Sleep)
    {
        return record({.kind = EventKind::TaskReady, .tag = static_cast<std::uint8_t>(reason), .actor = task});
    }
    /// A blocking call from begin to end; time goes on by `d`.
    HandTrace &block(ActorId who, std::string_view call, Duration d)
    {
        beginBlock(who, call, d);
        at(now() + d);
        return record({.kind = EventKind::BlockEnded, .actor = who});
    }
    HandTrace &beginBlock(ActorId who, std::string_view call, Duration d)
    {
        return record(
            {.kind = EventKind::BlockBegan, .actor = who, .object = raw(m_trace.intern(call)), .value = d.count()});
    }
    HandTrace &done(ActorId task) { return record({.kind = EventKind::TaskDone, .tag = 2, .actor = task}); }
    HandTrace &fail(ActorId task, std::string_view what)
    {
        return record({.kind = EventKind::TaskFailed, .actor = task, .object = raw(m_trace.intern(what))});
    }
    HandTrace &cancelled(ActorId task) { return record({.kind = EventKind::TaskCancelled, .actor = task}); }
    HandTrace &worker(ActorId who, std::string_view call)
    {
        return record({.kind = EventKind::WorkerStarted, .actor = who, .object = raw(m_trace.intern(call))});
    }
    HandTrace &workerStopped(ActorId who) { return record({.kind = EventKind::WorkerStopped, .actor = who}); }
    HandTrace &print(ActorId who, std::string_view line)
    {
        return record({.kind = EventKind::Printed,
                       .actor = who,
                       .object = raw(m_trace.intern(line)),
                       .value = static_cast<std::int64_t>(raw(m_trace.intern("\n")))});
    }
    HandTrace &finish()
    {
        record({.kind = EventKind::LoopStopped});
        return record({.kind = EventKind::Finished});
    }
    HandTrace &record(TraceEvent event)
    {
        event.time = m_now;
        m_trace.record(event);
        return *this;
    }

private:
    Trace m_trace;
    Spans m_spans{m_trace};
    std::int64_t m_now = 0;
    std::uint32_t m_actors = 0;
    std::uint32_t m_resources = 0;
    std::uint32_t m_handles = 0;
};

/// The lesson pieces-gather: run1 and run2 in three pieces each, interleaved.
inline void recordPieces(HandTrace &t)
{
    const auto run1 = t.task("run1");
    const auto run2 = t.task("run2");
    t.step(run1).sleep(run1, 500ms).step(run2).sleep(run2, 500ms);
    t.at(500ms).wake(run1).wake(run2).step(run1).sleep(run1, 1s).step(run2).sleep(run2, 1s);
    t.at(1500ms).wake(run1).wake(run2).step(run1).done(run1).step(run2).done(run2).finish();
}

/// The lesson starvation-gather: the same with a blocking call instead of the second await.
inline void recordStarvation(HandTrace &t)
{
    const auto run1 = t.task("run1");
    const auto run2 = t.task("run2");
    t.step(run1).sleep(run1, 500ms).step(run2).sleep(run2, 500ms);
    t.at(500ms).wake(run1).wake(run2);
    t.step(run1).block(run1, "time.sleep(1)", 1s).done(run1);
    t.step(run2).block(run2, "time.sleep(1)", 1s).done(run2).finish();
}

/// `count` jobs in `window` workers' hands at a time, with waits, blocking calls and every outcome:
/// a busy picture.
inline void recordCrowd(HandTrace &t, std::uint32_t count, Duration total = 10s)
{
    std::vector<ActorId> tasks;
    for (std::uint32_t i = 0; i < count; ++i)
        tasks.push_back(t.task("job" + std::to_string(i + 1)));
    const auto queue = t.resource("queue", ResourceKind::Queue, 4);
    for (const ActorId task : tasks)
        t.step(task).await(task, Reason::QueueGet, queue);
    const std::uint32_t rounds = 10;
    const Duration slot = total / (rounds * count);
    const auto turn = [&](std::uint32_t round, std::uint32_t job) { // when a job gets the thread
        return (round * count + (job + round * (count - 3)) % count) * slot;
    };
    for (std::uint32_t round = 0; round < rounds; ++round) {
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t job = (i + 3 * round) % count;
            const ActorId task = tasks[job];
            t.at(turn(round, job)).wake(task, Reason::QueueGet).step(task);
            if (i % 5 == 0)
                t.block(task, "compute()", slot / 2);
            if (round + 1 < rounds)
                t.sleep(task, turn(round + 1, job) - t.now());
            else if (i % 11 == 0)
                t.fail(task, "ValueError: no");
            else if (i % 13 == 0)
                t.cancelled(task);
            else
                t.done(task);
        }
    }
    t.at(total).finish();
}

} // namespace coroscope::testing
