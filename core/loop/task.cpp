// SPDX-License-Identifier: MIT
#include "core/loop/cancel_level.h"
#include "core/loop/event_loop.h"

namespace coroscope {

bool Waiter::cancelWait()
{
    if (done())
        return false;
    m_state = State::Cancelled;
    m_task->wake();
    return true;
}

void TaskBase::nameAndRecord(std::string_view name, std::string_view label)
{
    if (!name.empty()) [[unlikely]]
        setName(name);
    Trace *const trace = world().trace();
    if (!trace)
        return;
    const TextId nameId = name.empty() ? TextId::Empty : trace->intern(name);
    world().record({.kind = EventKind::ActorCreated,
                    .tag = static_cast<std::uint8_t>(ActorKind::Task),
                    .actor = m_actor,
                    .object = raw(nameId),
                    .source = raw(trace->internStatic(function())),
                    .value = m_number});
    if (!label.empty()) [[unlikely]]
        world().record({.kind = EventKind::ActorLabel, .actor = m_actor, .object = raw(trace->intern(label))});
}

void TaskBase::reportNeverRetrieved()
{
    loop().callExceptionHandler({"Task exception was never retrieved", peekException(), this});
    markRetrieved();
}

std::string TaskBase::name() const
{
    return m_name ? *m_name : "Task-" + std::to_string(m_number);
}

void TaskBase::setName(std::string_view name)
{
    m_name = std::make_unique<std::string>(name);
}

void TaskBase::awaitedAs(Reason &reason, std::uint32_t &object)
{
    reason = Reason::Task;
    object = raw(m_actor);
}

bool TaskBase::cancel()
{
    markRetrieved();
    if (done())
        return false;
    world().record({.kind = EventKind::TaskCancelRequested, .actor = m_actor, .value = 1});
    ++m_cancelRequests;
    if (m_awaited && cancelAwaited())
        return true;
    m_mustCancel = true;
    return true;
}

/// A task that awaits a task that awaits a task... is cancelled from the end of the chain; a circle of them has none.
bool TaskBase::cancelAwaited()
{
    const CancelLevel level;
    return m_awaited->cancelWait();
}

/// Cancelled during the step that now suspends. In a circle of awaits that fails, as the step's callback does in
/// asyncio: the coroutine knows nothing of it, and the task stays suspended and to be cancelled.
void TaskBase::cancelSuspended()
{
    try {
        if (cancelAwaited())
            m_mustCancel = false;
    } catch (const RecursionError &) {
        loop().callExceptionHandler({"Exception in callback", std::current_exception()});
    }
}

void TaskBase::recordFirstAwait(Reason reason, std::uint32_t object, const std::source_location &place,
                                std::int64_t deadline)
{
    world().trace()->intern(place);
    recordAwait(reason, object, place, deadline);
}

void TaskBase::recordAwait(Reason reason, std::uint32_t object, const std::source_location &place,
                           std::int64_t deadline)
{
    const SourceId source = world().trace()->recent(place);
    if (source == SourceId::Nowhere) [[unlikely]]
        return recordFirstAwait(reason, object, place, deadline);
    m_awaitReason = reason;
    world().record({.kind = EventKind::TaskAwait,
                    .tag = static_cast<std::uint8_t>(reason),
                    .actor = m_actor,
                    .object = object,
                    .source = raw(source),
                    .value = deadline});
}

void TaskBase::yieldTraced(const std::source_location &place)
{
    recordAwait(Reason::Yield, 0, place, 0);
    loop().ready(*this);
}

void TaskBase::suspendedOn(Reason reason, const std::source_location &place, std::int64_t deadline)
{
    if (world().trace())
        recordAwait(reason, m_awaitObject, place, deadline);
    if (m_mustCancel)
        cancelSuspended();
}

void TaskBase::wakeTraced()
{
    world().record({.kind = EventKind::TaskReady,
                    .tag = static_cast<std::uint8_t>(m_awaitReason),
                    .actor = m_actor,
                    .object = m_awaitObject});
    loop().ready(*this);
}

void TaskBase::failAwait(Reason reason, std::uint32_t object, const std::source_location &place,
                         std::exception_ptr error)
{
    m_awaitObject = object;
    if (world().trace())
        recordAwait(reason, object, place, 0);
    inject(std::move(error));
    wake();
}

void TaskBase::sleepUntil(Instant deadline, const std::source_location &place)
{
    const HandleId handle = world().newHandle();
    m_timerState = Timer::Waiting;
    m_sleepTimer = loop().setTimer(deadline, *this);
    m_sleep.wait(*this, Reason::Sleep, raw(handle), place, nanosecondsOf(deadline));
}

void TaskBase::timerDue()
{
    m_sleepTimer = 0;
    m_timerState = Timer::Due;
}

/// futures._set_result_unless_cancelled of asyncio.sleep's future.
void TaskBase::timerRuns()
{
    m_timerState = Timer::None;
    if (!m_sleep.done())
        m_sleep.set();
}

bool TaskBase::endSleep()
{
    if (m_timerState != Timer::None) { // the finally of asyncio.sleep: handle.cancel()
        m_sleepTimer = 0;
        loop().timerCancelled(timerHandle(), std::exchange(m_timerState, Timer::None) == Timer::Waiting);
    }
    return m_sleep.cancelled();
}

/// The coroutine gets CancelledError with this step; one that has not started never will. False: the task has ended.
bool TaskBase::cancelNow()
{
    m_mustCancel = false;
    world().record({.kind = EventKind::TaskStep, .tag = !m_started, .actor = m_actor});
    if (!m_started) {
        endCancelled();
        return false;
    }
    inject(std::make_exception_ptr(CancelledError()));
    return true;
}

void TaskBase::ended()
{
    if (m_mustCancel || !storeResult()) [[unlikely]] {
        endedOtherwise();
        return;
    }
    destroyFrames();
    if (world().trace()) [[unlikely]]
        recordResult();
    finish(State::Finished);
    leaveLoop();
}

void TaskBase::recordDone(TextForm form, std::int64_t value) const
{
    world().record(
        {.kind = EventKind::TaskDone, .tag = static_cast<std::uint8_t>(form), .actor = m_actor, .value = value});
}

void TaskBase::recordDone(TextForm form, const std::string &representation) const
{
    world().record({.kind = EventKind::TaskDone,
                    .tag = static_cast<std::uint8_t>(form),
                    .actor = m_actor,
                    .object = raw(world().trace()->intern(representation))});
}

void TaskBase::endedOtherwise()
{
    if (const std::exception_ptr error = takeRaised()) {
        endedBy(error);
        return;
    }
    m_mustCancel = false; // cancelled during its last step
    endCancelled();
}

void TaskBase::endedBy(const std::exception_ptr &error)
{
    if (isCancelled(error)) {
        endCancelled();
        return;
    }
    if (Trace *const trace = world().trace())
        world().record(
            {.kind = EventKind::TaskFailed, .actor = m_actor, .object = raw(trace->intern(errorText(error)))});
    destroyFrames();
    fail(error);
    leaveLoop();
    if (isInterrupt(error))
        std::rethrow_exception(error);
}

void TaskBase::endCancelled()
{
    destroyFrames();
    world().record({.kind = EventKind::TaskCancelled, .actor = m_actor});
    finish(State::Cancelled);
    leaveLoop();
}

void detail::throwNoRunningLoop()
{
    throw RuntimeError("no running event loop");
}

} // namespace coroscope
