// SPDX-License-Identifier: MIT
#include "core/sync/executor.h"

namespace coroscope {

/// The threads there are and the jobs that wait for one. Whatever is to happen to a thread later keeps this alive.
struct Executor::Threads {
    std::size_t idle; ///< how many more may be started
    std::deque<std::shared_ptr<Job>> jobs;
    std::vector<std::unique_ptr<Worker>> workers;
};

/// A thread of the executor: drives one job after the other.
class Executor::Worker {
public:
    Worker(Threads &threads, World &world) : m_threads(threads), m_world(world), m_lane(world.newWorker()) {}

    /// To the next pause, or the end of the last job.
    void resume(const std::shared_ptr<Threads> &threads)
    {
        m_self = threads;
        const ActorId outer = m_world.actor();
        m_world.setActor(m_lane);
        while (m_job || takeJob()) {
            if (!m_job->resume())
                break; // it pauses, and has said when it goes on
            m_job.reset();
        }
        m_world.setActor(outer);
        if (!m_job)
            ++m_threads.idle;
    }

private:
    void pause(Duration duration, std::string_view call, SourceId place)
    {
        if (Trace *const trace = m_world.trace())
            m_world.record({.kind = EventKind::WorkerStarted,
                            .actor = m_lane,
                            .object = raw(trace->intern(call)),
                            .source = raw(place),
                            .value = duration.count()});
        m_world.at(m_world.now() + duration, [this, threads = m_self.lock()] {
            m_world.record({.kind = EventKind::WorkerStopped, .actor = m_lane});
            resume(threads);
        });
    }

    bool takeJob()
    {
        while (!m_threads.jobs.empty()) {
            const std::shared_ptr<Job> job = std::move(m_threads.jobs.front());
            m_threads.jobs.pop_front();
            if (job->cancelled) {
                job->discard();
                continue;
            }
            const auto pauseHere = [this](Duration duration, std::string_view call, SourceId place) {
                pause(duration, call, place);
            };
            m_job = std::make_unique<ThreadDriver>(m_world, m_lane, job->start(), pauseHere);
            return true;
        }
        return false;
    }

    Threads &m_threads;
    std::weak_ptr<Threads> m_self;
    World &m_world;
    ActorId m_lane;
    std::unique_ptr<ThreadDriver> m_job;
};

Executor::Executor(std::size_t threads) : m_threads(new Threads{threads, {}, {}}) {}

Executor::~Executor() = default;

void Executor::submit(World &world, FutureBase &future, std::shared_ptr<Job> job)
{
    // As in asyncio, the job hears of a cancellation in the next iteration: until then a thread may take it.
    future.addDoneCallback([job = std::weak_ptr(job)](FutureBase &done) {
        if (const auto waiting = job.lock())
            waiting->cancelled = done.cancelled();
    });
    m_threads->jobs.push_back(std::move(job));
    if (m_threads->idle == 0)
        return;
    --m_threads->idle;
    Worker *const worker = m_threads->workers.emplace_back(std::make_unique<Worker>(*m_threads, world)).get();
    world.at(world.now(), [worker, threads = m_threads] { worker->resume(threads); });
}

void ThreadSleep::Awaiter::pause()
{
    if (driver().kind() != Driver::Kind::Thread)
        throw RuntimeError("threadSleep() outside of a worker thread");
    static_cast<ThreadDriver &>(driver()).pause(m_duration, m_call, driver().world().placeId(place()));
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
        world.record(
            {.kind = EventKind::WorkerStarted, .actor = lane, .object = raw(trace->intern(call)), .value = d.count()});
    return lane;
}

void WorkerLanes::giveBack(World &world, ActorId lane)
{
    world.record({.kind = EventKind::WorkerStopped, .actor = lane});
    m_idle.push_back(lane);
}

} // namespace coroscope
