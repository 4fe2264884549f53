// SPDX-License-Identifier: MIT
#include "core/sync/executor.h"

namespace coroscope {

/// A thread of the executor: drives one job after the other.
class Executor::Worker {
public:
    Worker(Executor &executor, World &world) : m_executor(executor), m_world(world), m_lane(world.newWorker()) {}

    /// To the next pause, or the end of the last job.
    void resume()
    {
        const ActorId outer = m_world.actor();
        m_world.setActor(m_lane);
        while (m_job || takeJob()) {
            if (!m_job->resume())
                break; // it pauses, and has said when it goes on
            m_job.reset();
        }
        m_world.setActor(outer);
        if (!m_job)
            ++m_executor.m_idle;
    }

    void pause(Duration duration, std::string_view call)
    {
        if (Trace *const trace = m_world.trace())
            m_world.record({.kind = EventKind::WorkerStarted, .actor = m_lane, .object = raw(trace->intern(call)), .value = duration.count()});
        m_world.at(m_world.now() + duration, [this] {
            m_world.record({.kind = EventKind::WorkerStopped, .actor = m_lane});
            resume();
        });
    }

private:
    bool takeJob()
    {
        while (!m_executor.m_jobs.empty()) {
            Job job = std::move(m_executor.m_jobs.front());
            m_executor.m_jobs.pop_front();
            if (job.future->cancelled())
                continue;
            m_job = std::make_unique<ThreadDriver>(m_world, m_lane, std::move(job.work),
                                                   [this](Duration duration, std::string_view call) { pause(duration, call); });
            return true;
        }
        return false;
    }

    Executor &m_executor;
    World &m_world;
    ActorId m_lane;
    std::unique_ptr<ThreadDriver> m_job;
};

Executor::Executor(std::size_t threads) : m_idle(threads) {}

Executor::~Executor() = default;

void Executor::submit(World &world, Ref<FutureBase> future, Coro<void> work)
{
    m_jobs.push_back({std::move(future), std::move(work)});
    if (m_idle == 0)
        return;
    --m_idle;
    Worker *const worker = m_workers.emplace_back(std::make_unique<Worker>(*this, world)).get();
    world.at(world.now(), [worker] { worker->resume(); });
}

void ThreadSleep::Awaiter::pause()
{
    if (driver().kind() != Driver::Kind::Thread)
        throw RuntimeError("threadSleep() outside of a worker thread");
    static_cast<ThreadDriver &>(driver()).pause(m_duration, m_call);
}

ActorId WorkerLanes::take(World &world, Duration d, std::string_view call)
{
    ActorId lane{};
    if (m_idle.empty()) {
        lane = world.newWorker();
    } else {
        lane = m_idle.back();
        m_idle.pop_back();
    }
    if (Trace *const trace = world.trace())
        world.record({.kind = EventKind::WorkerStarted, .actor = lane, .object = raw(trace->intern(call)), .value = d.count()});
    return lane;
}

void WorkerLanes::giveBack(World &world, ActorId lane)
{
    world.record({.kind = EventKind::WorkerStopped, .actor = lane});
    m_idle.push_back(lane);
}

} // namespace coroscope
