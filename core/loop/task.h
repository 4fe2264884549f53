// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/future.h"

namespace coroscope {

/// One wait of a task on a primitive: a future with nobody else's callbacks, kept in the awaiter itself.
class Waiter : public Waitable {
public:
    Waiter() = default;
    Waiter(const Waiter &) = delete;
    Waiter &operator=(const Waiter &) = delete;

    enum class State : std::uint8_t { Pending, Done, Cancelled };

    [[nodiscard]] bool done() const { return m_state != State::Pending; }
    [[nodiscard]] bool cancelled() const { return m_state == State::Cancelled; }
    /// fut.set_result(): schedules the task. Only when not done.
    inline void set();
    bool cancelWait() final;

    ~Waiter() override = default;

protected:
    friend class TaskBase;
    /// Suspends the task on this.
    void wait(TaskBase &task, Reason reason, std::uint32_t object, const std::source_location &place,
              std::int64_t deadline = 0);

private:
    TaskBase *m_task = nullptr;
    State m_state = State::Pending;
};

/// Asked when a task is stepped, before its coroutine is resumed: the loop "while the queue is empty: wait" of
/// asyncio's primitives, without a coroutine of its own.
class Recheck {
public:
    /// True when the coroutine may go on; false when the task has been suspended again.
    virtual bool mayResume() = 0;

protected:
    virtual ~Recheck() = default;
};

/// asyncio.Task without the type of its result: a coroutine chain driven by a loop.
///
/// A task that is not done is in exactly one of three places: suspended on m_awaited (a Waitable that is not done);
/// in the ready queue, once; or running (loop().currentTask()).
class TaskBase : public FutureBase, public Driver {
public:
    [[nodiscard]] std::string name() const;
    void setName(std::string_view name);
    /// The name of its coroutine function.
    [[nodiscard]] const char *function() const { return rootFunction(); }

    /// Task.cancel(): the innermost await throws CancelledError at the next step. False when done.
    bool cancel() override;
    /// Task.uncancel(), Task.cancelling().
    int uncancel() { return m_cancelRequests > 0 ? --m_cancelRequests : 0; }
    [[nodiscard]] int cancelling() const { return m_cancelRequests; }

    [[nodiscard]] TaskBase *asTask() final { return this; }
    void awaitedAs(Reason &reason, std::uint32_t &object) final;

    // For awaiters.

    inline void suspendOn(Waitable &awaited, Reason reason, std::uint32_t object, const std::source_location &place,
                          std::int64_t deadline = 0);
    /// sleep(0): to the end of the ready queue.
    inline void yield(const std::source_location &place);
    /// sleep(d): suspended until the task's own timer has run. Once at a time.
    void sleepUntil(Instant deadline, const std::source_location &place);
    /// The sleep is over, for whatever reason: its timer will not run any more. True when it was cancelled.
    bool endSleep();
    /// Tells a timer of this task in the loop's queue from those of earlier sleeps; 0: none waits.
    [[nodiscard]] std::uint64_t sleepTimer() const { return m_sleepTimer; }
    /// Suspends and wakes at once with an exception (awaiting oneself, a bad yield).
    void failAwait(Reason reason, std::uint32_t object, const std::source_location &place, std::exception_ptr error);
    void recheckWith(Recheck *recheck) { m_recheck = recheck; }
    /// Asks for what the next steps will need, when it has long left the caches.
    void prefetchWhatItPointsTo() const
    {
        prefetchLeaf();
        prefetchCallbacks();
    }
    /// The await is over: to the end of the ready queue.
    inline void wake();

protected:
    TaskBase(EventLoop &loop, std::coroutine_handle<> root, PromiseBase &promise);
    [[gnu::always_inline]] ~TaskBase() override
    {
        destroyFrames(); // while what the frames' awaiters refer to still stands
        if (neverRetrieved()) [[unlikely]]
            reportNeverRetrieved();
    }
    /// Takes the result out of the root's promise into the task; false when the coroutine raised.
    [[nodiscard]] virtual bool storeResult() = 0;
    /// Records that the task is done, with the result; only when there is a trace.
    virtual void recordResult() const = 0;
    void recordDone(TextForm form, std::int64_t value = 0) const;
    void recordDone(TextForm form, const std::string &representation) const;
    /// Takes what it raised.
    [[nodiscard]] virtual std::exception_ptr takeRaised() = 0;

private:
    friend class EventLoop;

    /// Task.__step and __wakeup.
    void step();
    void nameAndRecord(std::string_view name, std::string_view label);
    void reportNeverRetrieved();
    bool cancelAwaited();
    void cancelSuspended();
    bool cancelNow();
    void ended();
    void endedOtherwise();
    void endedBy(const std::exception_ptr &error);
    void endCancelled();
    void leaveLoop();

    [[nodiscard]] HandleId timerHandle() const { return static_cast<HandleId>(m_awaitObject); }
    void yieldTraced(const std::source_location &place);
    void suspendedOn(Reason reason, const std::source_location &place, std::int64_t deadline);
    void wakeTraced();
    void recordAwait(Reason reason, std::uint32_t object, const std::source_location &place, std::int64_t deadline);
    /// From a place of which the trace knows nothing (any more).
    [[gnu::noinline]] void recordFirstAwait(Reason reason, std::uint32_t object, const std::source_location &place,
                                            std::int64_t deadline);
    void timerDue();
    void timerRuns();

    enum class Timer : std::uint8_t { None, Waiting, Due };

    Waitable *m_awaited = nullptr;
    Recheck *m_recheck = nullptr;
    std::uint32_t m_awaitObject = 0; ///< asleep: its timer's handle
    Reason m_awaitReason = Reason::None;
    Timer m_timerState = Timer::None;
    bool m_mustCancel = false;
    bool m_started = false;
    std::uint64_t m_sleepTimer = 0;
    Waiter m_sleep;
    TaskBase *m_previous = nullptr; ///< of the loop's list of tasks that are not done
    TaskBase *m_nextTask = nullptr;
    std::unique_ptr<std::string> m_name; ///< null: "Task-N"
    std::uint32_t m_number;
    int m_cancelRequests = 0;
};

namespace detail {

[[noreturn]] void throwNoRunningLoop();

template <class T>
class TaskState final : public TaskBase {
public:
    TaskState(EventLoop &loop, Coro<T> &&coro) : TaskState(loop, coro.release()) {}
    [[nodiscard]] void *storage() override
    {
        if constexpr (!std::is_void_v<T>)
            return &*m_result;
        else
            return nullptr;
    }

private:
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, std::optional<T>>;

    TaskState(EventLoop &loop, typename Coro<T>::Handle root) : TaskBase(loop, root, root.promise()) {}

    [[nodiscard]] auto &promise() const { return Coro<T>::Handle::from_address(root().address()).promise(); }
    [[nodiscard]] std::exception_ptr takeRaised() override { return std::exchange(promise().error, nullptr); }
    [[nodiscard]] bool storeResult() override
    {
        if (promise().error) [[unlikely]]
            return false;
        if constexpr (!std::is_void_v<T>)
            m_result.emplace(std::move(*promise().result));
        return true;
    }
    void recordResult() const override
    {
        if constexpr (std::is_void_v<T>)
            recordDone(TextForm::None);
        else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>)
            recordDone(TextForm::Integer, static_cast<std::int64_t>(*m_result));
        else if constexpr (requires { jsonOf(*m_result); })
            recordDone(TextForm::Json, jsonOf(*m_result));
        else if constexpr (Representable<T>)
            recordDone(TextForm::String, repr(*m_result));
        else
            recordDone(TextForm::None);
    }

    [[no_unique_address]] Stored m_result;
};

} // namespace detail

/// A reference to a task whose coroutine returns a T.
template <class T>
class Task : public Future<T> {
public:
    using Future<T>::Future;

    [[nodiscard]] TaskBase &base() const { return *this->state()->asTask(); }
    [[nodiscard]] std::string name() const { return base().name(); }
    int uncancel() const { return base().uncancel(); }
    [[nodiscard]] int cancelling() const { return base().cancelling(); }
};

inline TaskBase *Driver::task()
{
    return m_kind == Kind::Task ? static_cast<TaskBase *>(this) : nullptr;
}

inline TaskBase &LeafAwaiter::task() const
{
    TaskBase *const task = m_driver.task();
    if (!task) [[unlikely]]
        detail::throwNoRunningLoop();
    return *task;
}

} // namespace coroscope
