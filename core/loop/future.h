// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"
#include "core/loop/ref.h"

#include <functional>

namespace coroscope {

class EventLoop;
class FutureBase;

/// What a task can be suspended on, and how cancelling the task reaches it (Task._fut_waiter.cancel()).
class Waitable {
public:
    /// True when the wait was cancelled: the task will be woken with CancelledError. False when it was over already.
    virtual bool cancelWait() = 0;

protected:
    virtual ~Waitable() = default;
};

/// A place in a future's list of done-callbacks. When the future is done, the node goes to the ready queue and
/// run() is called from there, or the waiting task itself goes there when there is one. Intrusive: the node belongs
/// to whoever waits and must outlive its stay in either list.
class DoneCallback {
public:
    explicit DoneCallback(TaskBase *waiter = nullptr, HandleRole role = HandleRole::Loop)
        : m_waiter(waiter), m_role(role)
    {
    }
    DoneCallback(const DoneCallback &) = delete;
    DoneCallback &operator=(const DoneCallback &) = delete;

    /// From the ready queue. The node is in no list any more.
    virtual void run(FutureBase &future) = 0;
    /// Instead of run() when the future or the loop is gone before.
    virtual void drop() = 0;

protected:
    virtual ~DoneCallback() = default;

private:
    friend class FutureBase;
    friend class EventLoop;
    DoneCallback *m_next = nullptr;
    TaskBase *m_waiter;
    FutureBase *m_future = nullptr; ///< retained while in the ready queue
    HandleId m_handle = HandleId::None;
    HandleRole m_role; ///< for the trace
};

/// asyncio.Future without the type of its result. States: pending -> finished | cancelled.
/// Done-callbacks are scheduled on the loop, never called directly.
class FutureBase : public Waitable, public Pooled {
public:
    FutureBase(const FutureBase &) = delete;
    FutureBase &operator=(const FutureBase &) = delete;

    /// For Ref: counted like Python's objects.
    void retain() noexcept { ++m_references; }
    void release() noexcept
    {
        if (--m_references == 0)
            delete this;
    }

    enum class State : std::uint8_t { Pending, Finished, Cancelled };

    [[nodiscard]] bool done() const { return m_state != State::Pending; }
    [[nodiscard]] bool cancelled() const { return m_state == State::Cancelled; }
    [[nodiscard]] EventLoop &loop() const { return *m_loop; }

    /// Future.cancel(): false when done already. A task passes the request on to what it awaits instead.
    virtual bool cancel();
    bool cancelWait() final { return cancel(); }

    /// Future.exception(): null when there is none; marks it as retrieved. Throws CancelledError when cancelled and
    /// InvalidStateError when not done.
    std::exception_ptr exception();
    /// Finished with a result: what exception() would say with null, without its cost.
    [[nodiscard]] bool succeeded() const { return m_state == State::Finished && !m_exception; }
    /// The same without marking it as retrieved, and null in every other case.
    [[nodiscard]] const std::exception_ptr &peekException() const { return m_exception; }
    [[nodiscard]] bool neverRetrieved() const { return m_exceptionUnseen; }
    void markRetrieved() { m_exceptionUnseen = false; }
    /// Throws what result() throws; marks an exception as retrieved.
    void raiseIfNotFinished();

    /// Throws InvalidStateError when done.
    void setException(std::exception_ptr error);

    /// Schedules the callback at once when done. The order of calling is the order of adding.
    void addDoneCallback(DoneCallback &callback)
    {
        if (done()) [[unlikely]] {
            scheduleNow(callback);
            return;
        }
        callback.m_next = m_last ? std::exchange(m_last->m_next, &callback) : &callback;
        m_last = &callback;
    }
    /// Future.remove_done_callback; a callback that is scheduled already stays so. False when it is not in the list.
    bool removeDoneCallback(DoneCallback &callback);
    /// A callable as a callback; freed when it has run, or with the future or loop. The reference serves to remove it
    /// while the future is not done (and then drop() it).
    DoneCallback &addDoneCallback(std::function<void(FutureBase &)> callback, HandleRole role = HandleRole::Loop);

    /// The name for the trace; made when first needed.
    [[nodiscard]] virtual ResourceId resource();
    virtual void awaitedAs(Reason &reason, std::uint32_t &object);
    /// Null when this is no task.
    [[nodiscard]] virtual TaskBase *asTask() { return nullptr; }
    /// Where the result is: a T; null for void. Valid when finished without exception.
    [[nodiscard]] virtual void *storage() { return nullptr; }

protected:
    /// With so many references to begin with.
    explicit FutureBase(EventLoop &loop, std::uint32_t references = 0) : m_loop(&loop), m_references(references) {}
    ~FutureBase() override
    {
        if (m_last) [[unlikely]]
            dropCallbacks();
        if (m_exceptionUnseen) [[unlikely]]
            reportUnseen();
    }

    void prefetchCallbacks() const { prefetch(m_last); }
    void finish(State state)
    {
        m_state = state;
        if (m_last)
            scheduleCallbacks();
    }
    /// They are told so, and never run.
    void dropCallbacks();
    void fail(std::exception_ptr error);
    void nameResource(ResourceKind kind, std::string_view name);

    ResourceId m_resource = ResourceId::None;

private:
    friend class EventLoop;

    void scheduleCallbacks();
    [[gnu::noinline]] void scheduleUntil(DoneCallback *callback, const DoneCallback *last);
    void scheduleNow(DoneCallback &callback);
    void reportUnseen();

    EventLoop *m_loop;
    std::exception_ptr m_exception;
    DoneCallback *m_last = nullptr; ///< of a circular list: the last one's next is the first
    std::uint32_t m_references;
    State m_state = State::Pending;
    bool m_exceptionUnseen = false;
};

/// A future that is no task. The loop knows them all, so that it can undo circles of futures that refer to each other
/// when it goes.
class PlainFuture : public FutureBase {
protected:
    explicit PlainFuture(EventLoop &loop);
    ~PlainFuture() override;

private:
    friend class EventLoop;
    PlainFuture *m_previous = nullptr;
    PlainFuture *m_nextFuture = nullptr;
    bool m_loopGone = false;
};

/// The result's storage. T may be void.
template <class T>
class FutureState : public PlainFuture {
public:
    explicit FutureState(EventLoop &loop) : PlainFuture(loop) {}
    FutureState(EventLoop &loop, std::string_view name) : PlainFuture(loop)
    {
        nameResource(ResourceKind::Future, name);
    }

    void setResult(T value)
    {
        if (done())
            throw InvalidStateError("invalid state");
        m_result.emplace(std::move(value));
        finish(State::Finished);
    }
    [[nodiscard]] void *storage() override { return &*m_result; }

protected:
    std::optional<T> m_result;
};

template <>
class FutureState<void> : public PlainFuture {
public:
    explicit FutureState(EventLoop &loop) : PlainFuture(loop) {}
    void setResult()
    {
        if (done())
            throw InvalidStateError("invalid state");
        finish(State::Finished);
    }
};

/// Awaits a future or task: suspends until it is done, then gives its result or throws its exception.
/// Cancelling the task that awaits cancels the future.
class FutureAwaiterBase : public LeafAwaiter, public DoneCallback {
public:
    FutureAwaiterBase(Ref<FutureBase> future, Driver &driver, const std::source_location &place);
    ~FutureAwaiterBase() override;

    [[nodiscard]] bool await_ready() const { return m_future->done(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> leaf)
    {
        driver().suspendAt(leaf);
        suspend();
    }

    void run(FutureBase &) final {}
    void drop() final { m_registered = false; }

protected:
    /// What the trace shows instead of the future itself.
    void waitsFor(Reason reason, std::uint32_t object)
    {
        m_reason = reason;
        m_object = object;
    }
    /// Throws what there is to throw.
    void resume();
    [[nodiscard]] FutureBase &future() const { return *m_future; }

private:
    void suspend();

    Ref<FutureBase> m_future;
    Reason m_reason = Reason::None;
    std::uint32_t m_object = 0;
    bool m_registered = false;
};

template <class T>
class FutureAwaiter : public FutureAwaiterBase {
public:
    using FutureAwaiterBase::FutureAwaiterBase;
    T await_resume()
    {
        resume();
        if constexpr (!std::is_void_v<T>)
            return *static_cast<T *>(future().storage());
    }
};

/// A reference to an asyncio.Future with a result of type T; copies refer to the same future.
template <class T>
class Future {
public:
    Future() = default;
    explicit Future(Ref<FutureBase> state) : m_state(std::move(state)) {}

    [[nodiscard]] bool valid() const { return static_cast<bool>(m_state); }
    [[nodiscard]] bool done() const { return m_state->done(); }
    [[nodiscard]] bool cancelled() const { return m_state->cancelled(); }
    bool cancel() const { return m_state->cancel(); }
    std::exception_ptr exception() const { return m_state->exception(); }
    /// Throws the exception, CancelledError, or InvalidStateError when not done.
    T result() const
    {
        m_state->raiseIfNotFinished();
        if constexpr (!std::is_void_v<T>)
            return *static_cast<T *>(m_state->storage());
    }
    void addDoneCallback(std::function<void(FutureBase &)> callback) const
    {
        m_state->addDoneCallback(std::move(callback), HandleRole::Program);
    }

    template <class... Value>
        requires(sizeof...(Value) == (std::is_void_v<T> ? 0 : 1))
    void setResult(Value &&...value) const
    {
        static_cast<FutureState<T> &>(*m_state).setResult(std::forward<Value>(value)...);
    }
    void setException(std::exception_ptr error) const { m_state->setException(std::move(error)); }
    template <class E>
        requires std::is_base_of_v<BaseException, E>
    void setException(E error) const
    {
        m_state->setException(std::make_exception_ptr(std::move(error)));
    }

    [[nodiscard]] const Ref<FutureBase> &state() const { return m_state; }
    [[nodiscard]] Ref<FutureBase> takeState() && { return std::move(m_state); }
    FutureAwaiter<T> awaitIn(Driver &driver, const std::source_location &place) const
    {
        return FutureAwaiter<T>(m_state, driver, place);
    }
    friend bool operator==(const Future &a, const Future &b) { return a.m_state == b.m_state; }

private:
    Ref<FutureBase> m_state;
};

} // namespace coroscope
