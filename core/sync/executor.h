// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/hand_driver.h"
#include "core/sync/ensure.h"

#include <deque>

namespace coroscope {

/// Drives a job in a worker thread.
class ThreadDriver : public HandDriver {
public:
    using Pause = std::function<void(Duration, std::string_view call, SourceId place)>;

    ThreadDriver(World &world, ActorId lane, Coro<void> work, Pause pause)
        : HandDriver(world, lane, std::move(work), Kind::Thread), m_pause(std::move(pause))
    {
    }
    /// The thread is in a blocking call.
    void pause(Duration duration, std::string_view call, SourceId place) { m_pause(duration, call, place); }

private:
    Pause m_pause;
};

/// Work for a thread, on the virtual clock: a coroutine that may block with threadSleep().
///
///     Coro<int> work() { co_await threadSleep(500ms); co_return 42; }
///     int answer = co_await runInExecutor(work());
class ThreadSleep {
public:
    ThreadSleep(Duration duration, std::string call) : m_duration(duration), m_call(std::move(call)) {}

    class Awaiter : public LeafAwaiter {
    public:
        Awaiter(const ThreadSleep &what, Driver &driver, const std::source_location &place)
            : LeafAwaiter(driver, place), m_duration(what.m_duration), m_call(what.m_call)
        {
        }
        [[nodiscard]] bool await_ready() const { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> leaf)
        {
            driver().suspendAt(leaf);
            pause();
        }
        void await_resume() { driver().raiseInjected(); }

    private:
        void pause();
        Duration m_duration;
        std::string m_call;
    };
    [[nodiscard]] Awaiter awaitIn(Driver &driver, const std::source_location &place) const
    {
        return {*this, driver, place};
    }

private:
    Duration m_duration;
    std::string m_call;
};

/// time.sleep() in a worker thread. Throws RuntimeError elsewhere.
[[nodiscard]] inline ThreadSleep threadSleep(Duration duration)
{
    return {duration, "time.sleep(" + secondsText(duration) + ')'};
}

/// Threads that run jobs beside the loop, each with a lane of its own; at most `threads` at a time.
///
/// There is no real concurrency: jobs take turns with the loop on the virtual clock. A job starts at the instant it
/// was submitted, once the submitter gives the hand back to its loop or blocks. As in the reference, a thread ends
/// when no job is left, and the next job gets a new one.
class Executor {
public:
    explicit Executor(std::size_t threads = 8);
    ~Executor();
    Executor(const Executor &) = delete;
    Executor &operator=(const Executor &) = delete;

    /// loop.run_in_executor(executor, job).
    template <class T>
    Future<T> run(EventLoop &loop, Coro<T> job)
    {
        Future<T> future = loop.createFuture<T>();
        submit(loop.world(), *future.state(), std::make_shared<JobOf<T>>(std::move(job), future));
        return future;
    }

private:
    class Worker;
    struct Threads;

    /// What a thread is to do. (A concurrent.futures.Future.)
    struct Job {
        virtual ~Job() = default;
        virtual Coro<void> start() = 0;
        /// Cancelled before a thread took it.
        virtual void discard() = 0;
        bool cancelled = false;
    };
    template <class T>
    struct JobOf final : Job {
        JobOf(Coro<T> coro, Future<T> future) : m_coro(std::move(coro)), m_future(std::move(future)) {}
        Coro<void> start() override { return keepResult(std::move(m_coro), m_future); }
        void discard() override { m_coro.discard(); }

    private:
        Coro<T> m_coro;
        Future<T> m_future;
    };

    /// Runs in the thread; the result reaches the future by the loop's call_soon_threadsafe.
    template <class T>
    static Coro<void> keepResult(Coro<T> job, Future<T> future)
    {
        std::exception_ptr error;
        std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> result;
        try {
            if constexpr (std::is_void_v<T>)
                co_await std::move(job);
            else
                result.emplace(co_await std::move(job));
        } catch (...) {
            error = std::current_exception();
        }
        const std::function<void()> deliver = [future, error, result = std::move(result)] {
            if (!future.cancelled())
                settle(future, error, result);
        };
        future.state()->loop().callSoonThreadsafe(deliver, "thread done", HandleRole::Loop);
    }
    template <class T, class Result>
    static void settle(const Future<T> &future, const std::exception_ptr &error, const Result &result)
    {
        if (error)
            future.setException(error);
        else if constexpr (std::is_void_v<T>)
            future.setResult();
        else
            future.setResult(*result);
    }
    void submit(World &world, FutureBase &future, std::shared_ptr<Job> job);

    std::shared_ptr<Threads> m_threads; ///< outlives the executor as long as one of them is at work
};

/// `await loop.run_in_executor(None, job)`: on the running loop's default executor.
template <class T>
Future<T> runInExecutor(Coro<T> job)
{
    EventLoop &loop = EventLoop::running();
    if (!loop.defaultExecutor())
        loop.defaultExecutor() = std::make_shared<Executor>();
    return static_cast<Executor *>(loop.defaultExecutor().get())->run(loop, std::move(job));
}

/// `await asyncio.to_thread(job)`: a coroutine, so nothing is handed to a thread before it is awaited.
template <class T>
Coro<T> toThread(Coro<T> job)
{
    Future<T> future = runInExecutor(std::move(job));
    const AwaitAs<T> result(future, Reason::Executor, raw(future.state()->resource()));
    if constexpr (std::is_void_v<T>)
        co_await result;
    else
        co_return co_await result;
}

/// Lanes for jobs of which only the duration matters; an idle one is used again.
class WorkerLanes {
public:
    /// A thread is busy from now on for d.
    [[nodiscard]] ActorId take(World &world, Duration d, std::string_view call);
    void giveBack(World &world, ActorId lane);

private:
    std::vector<ActorId> m_idle;
};

} // namespace coroscope
