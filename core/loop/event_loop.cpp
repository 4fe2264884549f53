// SPDX-License-Identifier: MIT
#include "core/loop/event_loop.h"

namespace coroscope {

void Handle::cancel(EventLoop &loop)
{
    if (m_state != State::Waiting)
        return;
    const Ref<Handle> self(this); // the loop or the callback may hold the last reference
    m_state = State::Cancelled;
    loop.handleCancelled(*this);
    forget();
}

EventLoop::EventLoop(World &world, int number) : m_world(world), m_number(number) {}

EventLoop::~EventLoop()
{
    dropReady(); // so that tasks destroyed below leave nothing behind that points to them
    std::vector<Ref<FutureBase>> all;
    for (TaskBase *task = m_firstTask; task; task = task->m_nextTask)
        all.emplace_back(task);
    for (PlainFuture *future = m_futures; future; future = future->m_nextFuture)
        all.emplace_back(future);
    freeTasks();
    while (m_firstTask)
        m_firstTask->leaveLoop();
    for (const auto &future : all)
        future->dropCallbacks();
    all.clear();
    for (PlainFuture *future = m_futures; future; future = future->m_nextFuture)
        future->m_loopGone = true; // somebody else still refers to it
}

void EventLoop::freeTasks()
{
    for (TaskBase *task = m_lastTask; task; task = task->m_previous)
        task->destroyFrames();
}

void EventLoop::dropReady()
{
    while (!m_ready.empty()) {
        const ReadyQueue::Entry entry = m_ready.pop();
        if (entry.kind() == ReadyQueue::Kind::Handle) {
            entry.handle()->release();
        } else if (entry.kind() == ReadyQueue::Kind::Timer) {
            entry.task()->release();
        } else if (entry.kind() == ReadyQueue::Kind::Done) {
            const Ref<FutureBase> future(entry.callback()->m_future);
            future->release(); // the queue's reference
            entry.callback()->drop();
        }
    }
}

EventLoop &EventLoop::running()
{
    EventLoop *const loop = World::current().activeLoop();
    if (!loop)
        throw RuntimeError("no running event loop");
    return *loop;
}

Ref<Handle> EventLoop::callSoon(std::function<void()> callback, const char *label, HandleRole role)
{
    Ref<Handle> handle(new CallbackHandle(m_world.newHandle(), std::move(callback)));
    if (Trace *const trace = m_world.trace())
        m_world.record({.kind = EventKind::HandleReady,
                        .tag = static_cast<std::uint8_t>(role),
                        .actor = m_world.actor(),
                        .object = raw(handle->id()),
                        .value = raw(trace->internStatic(label))});
    handle->retain();
    m_ready.push(ReadyQueue::Entry(handle.get()));
    return handle;
}

void EventLoop::callSoonThreadsafe(std::function<void()> callback, const char *label, HandleRole role)
{
    if (World::currentOrNull() == &m_world)
        callSoon(std::move(callback), label, role);
    else
        m_world.post([this, callback = std::move(callback), label, role] { callSoon(callback, label, role); });
}

Ref<Handle> EventLoop::callAt(Instant when, std::function<void()> callback, const char *label, HandleRole role)
{
    Ref<Handle> handle(new CallbackHandle(m_world.newHandle(), std::move(callback)));
    if (Trace *const trace = m_world.trace())
        m_world.record({.kind = EventKind::TimerSet,
                        .tag = static_cast<std::uint8_t>(role),
                        .actor = m_world.actor(),
                        .object = raw(handle->id()),
                        .source = raw(trace->internStatic(label)),
                        .value = nanosecondsOf(when)});
    m_timers.add(when, *handle);
    return handle;
}

Ref<Handle> EventLoop::callLater(Duration delay, std::function<void()> callback, const char *label, HandleRole role)
{
    return callAt(time() + delay, std::move(callback), label, role);
}

void EventLoop::handleCancelled(const Handle &handle)
{
    timerCancelled(handle.id(), handle.m_inTimers);
}

void EventLoop::timerCancelled(HandleId handle, bool inTimers)
{
    m_world.record({.kind = EventKind::HandleCancelled, .actor = m_world.actor(), .object = raw(handle)});
    if (inTimers)
        m_timers.cancelledOne();
}

void EventLoop::readyTraced(DoneCallback &callback)
{
    const TextId label = m_world.trace()->internStatic("done callback");
    m_ready.push(ReadyQueue::Entry(&callback));
    callback.m_handle = m_world.newHandle();
    m_world.record({.kind = EventKind::HandleReady,
                    .tag = static_cast<std::uint8_t>(callback.m_role),
                    .actor = m_world.actor(),
                    .object = raw(callback.m_handle),
                    .value = raw(label)});
}

std::vector<Ref<TaskBase>> EventLoop::allTasks() const
{
    std::vector<Ref<TaskBase>> tasks;
    for (TaskBase *task = m_firstTask; task; task = task->m_nextTask)
        tasks.emplace_back(task);
    return tasks;
}

void EventLoop::callExceptionHandler(const ExceptionContext &context)
{
    if (!m_world.recording())
        return;
    if (!m_exceptionHandler) {
        reportException(context);
        return;
    }
    try {
        m_exceptionHandler(context);
    } catch (...) { // never further: destructors of tasks and futures call the handler, too
        reportException({"Unhandled error in exception handler", std::current_exception()});
    }
}

void EventLoop::reportException(const ExceptionContext &context)
{
    std::string text = context.message;
    if (context.exception)
        text += ": " + errorText(context.exception);
    if (context.task)
        text += " [" + context.task->name() + ' ' + context.task->function() + ']';
    m_world.report(context.task ? context.task->actor() : ActorId::Main, text);
}

void EventLoop::started(bool untilComplete, const std::source_location &place)
{
    m_untilComplete = untilComplete;
    m_ranOnce = m_idle = false;
    m_world.record({.kind = EventKind::LoopStarted, .source = raw(m_world.placeId(place)), .value = m_number});
}

void EventLoop::stopped(LoopEnd end)
{
    m_stopping = false;
    m_passRemaining = 0;
    m_currentTask = nullptr; // an interrupt leaves a step by an exception
    m_world.setActor(ActorId::Main);
    m_world.record({.kind = EventKind::LoopStopped, .value = static_cast<std::int64_t>(end)});
}

void EventLoop::moveDueTimers()
{
    while (const auto timer = m_timers.takeDue(time())) {
        const bool sleeps = timer->kind() == ReadyQueue::Kind::Timer;
        m_world.record({.kind = EventKind::TimerDue,
                        .object = raw(sleeps ? timer->task()->timerHandle() : timer->handle()->id())});
        if (sleeps)
            timer->task()->timerDue();
        m_ready.push(*timer);
    }
}

/// Here rather than beside the rest of TaskBase so that runHandles() has it inline.
inline void TaskBase::step()
{
    if (m_mustCancel) [[unlikely]] {
        if (!cancelNow())
            return;
    } else {
        world().record({.kind = EventKind::TaskStep, .actor = m_actor});
    }
    m_awaited = nullptr;
    m_started = true;
    if (m_recheck) {
        if (!hasInjected() && !m_recheck->mayResume())
            return;
        m_recheck = nullptr;
    }
    if (drive()) [[unlikely]]
        ended();
}

inline void EventLoop::runTask(TaskBase &task)
{
    m_currentTask = &task;
    m_world.setActor(task.actor());
    task.step();
}

Instant EventLoop::nextMoment()
{
    return nextMoment(m_world.quiet());
}

[[gnu::always_inline]] inline Instant EventLoop::nextMoment(bool quiet)
{
    if (!m_ready.empty() || m_stopping)
        return time();
    const Instant deadline = m_timers.nextDeadline().value_or(kNever);
    if (quiet) [[likely]]
        return deadline == kNever ? time() : std::max(deadline, time());
    return std::max(std::min(deadline, m_world.nextFromOutside()), time());
}

/// Between two iterations nobody has the thread.
void EventLoop::letHappen()
{
    m_currentTask = nullptr;
    m_world.setActor(ActorId::Main);
    m_world.letHappen();
}

/// Waits until something is ready or due, or until nothing can ever be; false when that is later than `until`.
[[gnu::always_inline]] inline bool EventLoop::select(Instant until)
{
    for (;;) {
        const bool quiet = m_world.quiet();
        if (quiet && !m_ready.empty())
            return time() <= until;
        const Instant moment = nextMoment(quiet);
        if (moment > until || moment == kNever)
            return false;
        if (moment > time())
            m_world.waitUntil(moment);
        if (!quiet) [[unlikely]]
            letHappen();
        if (!m_ready.empty() || m_stopping || m_timers.anyDue(time()))
            return true;
        if (quiet && m_timers.empty()) {
            m_idle = m_stopping = true;
            return true;
        }
    }
}

/// Begins an iteration: waits, moves the due timers to the ready queue, and takes what is ready then. False: not up to
/// limits.until.
[[gnu::always_inline]] inline bool EventLoop::beginPass(Limits &limits)
{
    if (over())
        return false;
    if (limits.passes == limits.maxPasses && nextMoment() <= limits.until) [[unlikely]]
        throw SpinLimit();
    if (!select(limits.until))
        return false;
    ++limits.passes;
    ++m_pass;
    m_ranOnce = true;
    if (m_world.trace()) [[unlikely]]
        m_world.record({.kind = EventKind::Pass, .value = static_cast<std::int64_t>(m_pass)});
    if (m_timers.anyDue(time()))
        moveDueTimers();
    m_passRemaining = m_ready.size();
    return true;
}

/// Of so many tasks in the queue the last ones have left the caches when their turn comes: they are asked for in time.
inline void EventLoop::askForNextTasks() const
{
    constexpr std::size_t kTask = 8;
    constexpr std::size_t kWhatItPointsTo = 4;
    if (m_ready.size() <= kTask) [[unlikely]]
        return;
    m_ready.peek(kTask).prefetch();
    if (const ReadyQueue::Entry next = m_ready.peek(kWhatItPointsTo); next.isTask())
        next.justTask()->prefetchWhatItPointsTo();
}

[[gnu::always_inline]] inline void EventLoop::runNext()
{
    const ReadyQueue::Entry entry = m_ready.pop();
    if (entry.isTask()) [[likely]]
        runTask(*entry.justTask());
    else
        runOther(entry);
}

std::uint64_t EventLoop::runHandles(Limits &limits)
{
    constexpr std::size_t kMany = 4096;
    std::uint64_t left = limits.handles;
    while (left > 0 && (m_passRemaining > 0 || beginPass(limits))) {
        std::uint64_t some = std::min<std::uint64_t>(left, m_passRemaining);
        left -= some;
        m_passRemaining -= some;
        if (m_ready.size() >= kMany) [[unlikely]] {
            for (; some > 0; --some) {
                askForNextTasks();
                runNext();
            }
        } else {
            for (; some > 0; --some)
                runNext();
        }
    }
    m_currentTask = nullptr;
    m_world.setActor(ActorId::Main);
    return limits.handles - left;
}

inline void EventLoop::runTimer(TaskBase &sleeper)
{
    const auto task = Ref<TaskBase>::adopt(&sleeper); // the queue's reference
    if (sleeper.m_timerState != TaskBase::Timer::Due)
        return;
    m_world.record({.kind = EventKind::HandleRun, .object = raw(sleeper.timerHandle())});
    sleeper.timerRuns();
}

inline void EventLoop::runHandle(Handle &ready)
{
    const auto handle = Ref<Handle>::adopt(&ready); // the queue's reference
    if (handle->cancelled())
        return;
    handle->m_state = Handle::State::Ran;
    m_world.record({.kind = EventKind::HandleRun, .object = raw(handle->id())});
    try {
        handle->call();
    } catch (const KeyboardInterrupt &) {
        throw;
    } catch (...) {
        callbackFailed(std::current_exception());
    }
}

inline void EventLoop::runDoneCallback(DoneCallback &callback)
{
    const auto future = Ref<FutureBase>::adopt(callback.m_future); // the queue's reference
    m_world.record({.kind = EventKind::HandleRun, .object = raw(callback.m_handle)});
    try {
        callback.run(*future);
    } catch (const KeyboardInterrupt &) {
        throw;
    } catch (...) {
        callbackFailed(std::current_exception());
    }
}

void EventLoop::runOther(ReadyQueue::Entry entry)
{
    m_currentTask = nullptr;
    m_world.setActor(ActorId::Main);
    if (entry.kind() == ReadyQueue::Kind::Timer)
        runTimer(*entry.task());
    else if (entry.kind() == ReadyQueue::Kind::Handle)
        runHandle(*entry.handle());
    else
        runDoneCallback(*entry.callback());
}

void EventLoop::callbackFailed(std::exception_ptr error)
{
    callExceptionHandler({"Exception in callback", std::move(error)});
}

void RunForeverAwaiter::enter()
{
    World &world = driver().world();
    if (world.activeLoop() == &m_loop)
        throw RuntimeError("This event loop is already running");
    if (world.activeLoop())
        throw RuntimeError("Cannot run the event loop while another loop is running");
    world.setActiveLoop(&m_loop);
    m_loop.started(m_untilComplete, place());
}

namespace detail {

Coro<void> runUntilDone(EventLoop &loop, Ref<FutureBase> future, bool isNewTask)
{
    DoneCallback &stop = future->addDoneCallback([](FutureBase &done) {
        if (!done.cancelled() && isInterrupt(done.exception()))
            return; // it has ended run_forever already; this runs only if the loop is run again
        done.loop().stop();
    });
    std::exception_ptr interrupted;
    try {
        co_await RunForever(loop, true);
    } catch (...) {
        interrupted = std::current_exception();
    }
    if (!future->done() && future->removeDoneCallback(stop))
        stop.drop();
    if (interrupted) {
        if (isNewTask && future->done())
            future->markRetrieved();
        std::rethrow_exception(interrupted);
    }
    if (!future->done())
        throw RuntimeError("Event loop stopped before Future completed.");
}

} // namespace detail

} // namespace coroscope
