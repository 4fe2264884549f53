// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/ready_queue.h"
#include "core/loop/task.h"
#include "core/loop/timer_queue.h"

namespace coroscope {

class RunForever;

/// A coroutine with what its task's lane is to be called in the chart.
template <class T>
class [[nodiscard]] Labelled {
public:
    Labelled(std::string text, Coro<T> coroutine) : label(std::move(text)), coro(std::move(coroutine)) {}
    std::string label;
    Coro<T> coro;
};

template <class T>
Labelled<T> labelled(std::string label, Coro<T> coro)
{
    return Labelled<T>(std::move(label), std::move(coro));
}

/// The event loop, with the semantics of CPython 3.11's BaseEventLoop, to the order of every callback.
///
/// One iteration (_run_once): wait until something is ready or due; move the due timers to the ready queue, by
/// deadline and then in order of creation; run exactly the handles that are ready now. What they add waits for the
/// next iteration.
///
/// It waits in one place, select(), and only as far as whoever drives the run allows; nextMoment() says when there is
/// something to do.
class EventLoop {
public:
    /// The number tells the loops of a run apart in its trace; the first is 1.
    EventLoop(World &world, int number);
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// The loop whose task or callback runs now (asyncio.get_running_loop). Throws RuntimeError when there is none.
    static EventLoop &running();

    [[nodiscard]] World &world() const { return m_world; }
    [[nodiscard]] Instant time() const { return m_world.now(); }

    Ref<Handle> callSoon(std::function<void()> callback, const char *label = "callback",
                         HandleRole role = HandleRole::Program);
    Ref<Handle> callAt(Instant when, std::function<void()> callback, const char *label = "timer",
                       HandleRole role = HandleRole::Program);
    Ref<Handle> callLater(Duration delay, std::function<void()> callback, const char *label = "timer",
                          HandleRole role = HandleRole::Program);
    /// callSoon for what happens outside of the loop, from any thread: another thread's callback enters the ready queue
    /// before the next iteration, and a loop that waits is woken. In the run's own thread it enters at once. The label
    /// has to live as long as the program.
    void callSoonThreadsafe(std::function<void()> callback, const char *label = "callback",
                            HandleRole role = HandleRole::Program);

    template <class T>
    Task<T> createTask(Coro<T> coro, std::string_view name = {}, std::string_view label = {})
    {
        Ref<FutureBase> state(new detail::TaskState<T>(*this, std::move(coro)));
        start(static_cast<TaskBase &>(*state), name, label);
        return Task<T>(std::move(state));
    }
    template <class T>
    Task<T> createTask(Labelled<T> labelled, std::string_view name = {})
    {
        return createTask(std::move(labelled.coro), name, labelled.label);
    }
    template <class T>
    Future<T> createFuture(std::string_view name = {})
    {
        if constexpr (!std::is_void_v<T>)
            if (!name.empty())
                return Future<T>(Ref<FutureBase>(new FutureState<T>(*this, name)));
        return Future<T>(Ref<FutureBase>(new FutureState<T>(*this)));
    }

    /// For the main program: `co_await loop.runForever();` returns when the loop was stopped or has nothing left
    /// that could ever run; throws KeyboardInterrupt on Ctrl-C.
    RunForever runForever();
    /// The result of the future, as loop.run_until_complete(). Throws RuntimeError when the loop stops before.
    template <class T>
    Coro<T> runUntilComplete(Future<T> future);
    template <class T>
    Coro<T> runUntilComplete(Coro<T> coro);
    template <class T>
    Coro<T> runUntilComplete(Labelled<T> labelled);

    /// loop.stop(): ends run_forever after this iteration.
    void stop() { m_stopping = true; }

    /// Tasks that are not done, in order of creation.
    [[nodiscard]] std::vector<Ref<TaskBase>> allTasks() const;
    /// Null outside of a step.
    [[nodiscard]] TaskBase *currentTask() const { return m_currentTask; }

    /// What the exception handler is told.
    struct ExceptionContext {
        std::string message; ///< "Task exception was never retrieved"
        std::exception_ptr exception;
        TaskBase *task = nullptr; ///< or null
    };
    void setExceptionHandler(std::function<void(const ExceptionContext &)> handler)
    {
        m_exceptionHandler = std::move(handler);
    }
    void callExceptionHandler(const ExceptionContext &context);

    /// Whoever runs jobs for run_in_executor(None, ...) keeps itself here.
    [[nodiscard]] std::shared_ptr<void> &defaultExecutor() { return m_defaultExecutor; }

    // For the run that drives the loop.

    /// Frees the coroutines of all tasks, the newest first: they may refer to what stands in their creators'. The loop
    /// does not run after that.
    void freeTasks();
    void started(bool untilComplete, const std::source_location &place);
    [[nodiscard]] bool runsUntilComplete() const { return m_untilComplete; }
    void stopped(LoopEnd end);
    /// run_forever() is over: the iteration in which the loop was stopped has ended.
    [[nodiscard]] bool over() const { return m_stopping && m_ranOnce && m_passRemaining == 0; }
    /// It was not stopped: nothing could ever run again.
    [[nodiscard]] bool idle() const { return m_idle; }
    /// When there is something to do, the end of an idle loop included; kNever when only somebody outside knows.
    [[nodiscard]] Instant nextMoment();
    /// How far runHandles() may go.
    struct Limits {
        Instant until;            ///< no iteration begins later, and no waiting ends later
        std::uint64_t handles;    ///< how many may run
        std::uint64_t passes = 0; ///< iterations begun so far; counted on
        std::uint64_t maxPasses = 0;
    };
    /// Runs handles, iteration after iteration, and gives how many. Fewer than allowed: it is over(), or has nothing to
    /// do up to limits.until. Throws KeyboardInterrupt, and SpinLimit when the iterations are used up.
    std::uint64_t runHandles(Limits &limits);

    // For tasks, futures and awaiters.

    void ready(TaskBase &task) { m_ready.push(ReadyQueue::Entry(&task)); }
    void ready(DoneCallback &callback, FutureBase &future);
    std::uint64_t setTimer(Instant when, TaskBase &sleeper) { return m_timers.add(when, sleeper); }
    void handleCancelled(const Handle &handle);
    /// A sleeping task's timer, which is among the timers or already in the ready queue.
    void timerCancelled(HandleId handle, bool inTimers);

private:
    friend class TaskBase;
    friend class PlainFuture;

    void start(TaskBase &task, std::string_view name, std::string_view label)
    {
        if (!name.empty() || m_world.trace()) [[unlikely]]
            task.nameAndRecord(name, label);
        ready(task);
    }
    void readyTraced(DoneCallback &callback);
    bool beginPass(Limits &limits);
    bool select(Instant until);
    [[nodiscard]] Instant nextMoment(bool quiet);
    void letHappen();
    inline void askForNextTasks() const;
    inline void runNext();
    void moveDueTimers();
    void reportException(const ExceptionContext &context);
    void dropReady();
    void runTask(TaskBase &task);
    void runOther(ReadyQueue::Entry entry);
    void runHandle(Handle &handle);
    void runTimer(TaskBase &sleeper);
    void runDoneCallback(DoneCallback &callback);
    void callbackFailed(std::exception_ptr error);

    World &m_world;
    ReadyQueue m_ready;
    TimerQueue m_timers;
    std::size_t m_passRemaining = 0;
    std::uint64_t m_pass = 0;
    TaskBase *m_currentTask = nullptr;
    TaskBase *m_firstTask = nullptr; ///< the oldest
    TaskBase *m_lastTask = nullptr;
    PlainFuture *m_futures = nullptr; ///< all there are
    std::function<void(const ExceptionContext &)> m_exceptionHandler;
    std::shared_ptr<void> m_defaultExecutor;
    int m_number;
    bool m_stopping = false;
    bool m_ranOnce = false; ///< at least one iteration since it was started
    bool m_idle = false;
    bool m_untilComplete = false;
};

/// How runForever suspends the main program.
class RunForeverAwaiter : public LeafAwaiter {
public:
    RunForeverAwaiter(EventLoop &loop, bool untilComplete, Driver &driver, const std::source_location &place)
        : LeafAwaiter(driver, place), m_loop(loop), m_untilComplete(untilComplete)
    {
    }
    [[nodiscard]] bool await_ready() const { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> leaf)
    {
        driver().suspendAt(leaf);
        enter();
    }
    void await_resume() { driver().raiseInjected(); }

private:
    void enter();
    EventLoop &m_loop;
    bool m_untilComplete;
};

class RunForever {
public:
    explicit RunForever(EventLoop &loop, bool untilComplete = false) : m_loop(loop), m_untilComplete(untilComplete) {}
    RunForeverAwaiter awaitIn(Driver &driver, const std::source_location &place) const
    {
        return {m_loop, m_untilComplete, driver, place};
    }

private:
    EventLoop &m_loop;
    bool m_untilComplete; ///< it is run_until_complete that runs the loop
};

inline RunForever EventLoop::runForever()
{
    return RunForever(*this);
}

namespace detail {
/// Runs the loop until the future is done (run_until_complete without the result).
Coro<void> runUntilDone(EventLoop &loop, Ref<FutureBase> future, bool isNewTask);
} // namespace detail

template <class T>
Coro<T> EventLoop::runUntilComplete(Future<T> future)
{
    co_await detail::runUntilDone(*this, future.state(), false);
    co_return future.result();
}

template <class T>
Coro<T> EventLoop::runUntilComplete(Coro<T> coro)
{
    Task<T> task = createTask(std::move(coro));
    co_await detail::runUntilDone(*this, task.state(), true);
    co_return task.result();
}

template <class T>
Coro<T> EventLoop::runUntilComplete(Labelled<T> labelled)
{
    Task<T> task = createTask(std::move(labelled));
    co_await detail::runUntilDone(*this, task.state(), true);
    co_return task.result();
}

// What programs call inside a task or callback.

template <class T>
Task<T> createTask(Coro<T> coro, std::string_view name = {}, std::string_view label = {})
{
    return EventLoop::running().createTask(std::move(coro), name, label);
}
template <class T>
Task<T> createTask(Labelled<T> labelled, std::string_view name = {})
{
    return EventLoop::running().createTask(std::move(labelled), name);
}
/// asyncio.ensure_future: outside of a running loop, on the program's loop.
template <class T>
Task<T> ensureFuture(Coro<T> coro)
{
    return World::current().loop().createTask(std::move(coro));
}
template <class T>
Task<T> ensureFuture(Labelled<T> labelled)
{
    return World::current().loop().createTask(std::move(labelled));
}

// Inline parts of the hot path. What a trace or a cancellation adds is out of line and comes last, so that it costs the
// others no register.

inline TaskBase::TaskBase(EventLoop &loop, std::coroutine_handle<> root, PromiseBase &promise)
    : FutureBase(loop, 1), // the loop's reference, until the task is done
      Driver(loop.world(), loop.world().newActor(), Kind::Task), m_previous(loop.m_lastTask),
      m_number(world().newTaskNumber())
{
    setRoot(root, promise);
    (m_previous ? m_previous->m_nextTask : loop.m_firstTask) = this;
    loop.m_lastTask = this;
}

inline void TaskBase::leaveLoop()
{
    EventLoop &owner = loop();
    (m_previous ? m_previous->m_nextTask : owner.m_firstTask) = m_nextTask;
    (m_nextTask ? m_nextTask->m_previous : owner.m_lastTask) = m_previous;
    m_previous = m_nextTask = nullptr;
    release(); // may be the last reference
}

inline void TaskBase::yield(const std::source_location &place)
{
    if (world().trace()) [[unlikely]]
        return yieldTraced(place);
    world().activeLoop()->ready(*this); // its own, which it need not be asked for: that is another cache line
}

inline void TaskBase::suspendOn(Waitable &awaited, Reason reason, std::uint32_t object,
                                const std::source_location &place, std::int64_t deadline)
{
    m_awaited = &awaited;
    m_awaitObject = object;
    if (world().trace() || m_mustCancel) [[unlikely]]
        suspendedOn(reason, place, deadline);
}

inline void TaskBase::wake()
{
    if (world().trace()) [[unlikely]]
        return wakeTraced();
    loop().ready(*this);
}

inline void EventLoop::ready(DoneCallback &callback, FutureBase &future)
{
    if (callback.m_waiter)
        return callback.m_waiter->wake();
    future.retain();
    callback.m_future = &future;
    if (m_world.trace()) [[unlikely]]
        return readyTraced(callback);
    m_ready.push(ReadyQueue::Entry(&callback));
}

inline void Waiter::set()
{
    m_state = State::Done;
    m_task->wake();
}

inline void Waiter::wait(TaskBase &task, Reason reason, std::uint32_t object, const std::source_location &place,
                         std::int64_t deadline)
{
    m_task = &task;
    m_state = State::Pending;
    task.suspendOn(*this, reason, object, place, deadline);
}

} // namespace coroscope
