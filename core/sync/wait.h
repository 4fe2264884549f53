// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/ensure.h"
#include "core/sync/queue.h"

#include <algorithm>

namespace coroscope {

enum class ReturnWhen { AllCompleted, FirstCompleted, FirstException };

/// Futures by whether they are done, each in the order given.
struct DoneAndPending {
    std::vector<Ref<FutureBase>> done;
    std::vector<Ref<FutureBase>> pending;
};

/// asyncio.wait(): waits for the futures, at most `timeout`; cancels nothing. Throws ValueError when there are none.
Coro<DoneAndPending> waitFutures(std::vector<Ref<FutureBase>> futures, std::optional<Duration> timeout,
                                 ReturnWhen when);

template <IsFutureLike A>
Coro<DoneAndPending> wait(std::vector<A> futures, std::optional<Duration> timeout = {},
                          ReturnWhen when = ReturnWhen::AllCompleted)
{
    std::vector<Ref<FutureBase>> states;
    for (const A &future : futures)
        states.push_back(future.state());
    return waitFutures(std::move(states), timeout, when);
}

namespace detail {
/// Waits until the future is done or the time is over; true when it is to be cancelled (wait_for's first half).
Coro<bool> waitForOrTimeout(Ref<FutureBase> future, Duration timeout);
Coro<void> cancelAndWait(Ref<FutureBase> future);
/// Its result() would throw CancelledError. (A gather that was cancelled has one for an exception.)
[[nodiscard]] bool endedCancelled(FutureBase &future);

template <class T>
Coro<T> waitForFuture(Future<T> future, Duration timeout)
{
    if (timeout <= Duration(0)) {
        if (future.done())
            co_return future.result();
        co_await cancelAndWait(future.state());
    } else {
        const bool timedOut = co_await waitForOrTimeout(future.state(), timeout);
        if (!timedOut)
            co_return future.result();
    }
    if (detail::endedCancelled(*future.state()))
        throw TimeoutError();
    co_return future.result(); // it ended nevertheless
}
} // namespace detail

/// asyncio.wait_for() as it is in 3.11: the awaitable becomes a task, which is cancelled and waited for when the time
/// is over; then TimeoutError. Without a timeout the coroutine runs in this very task.
template <class T>
Coro<T> waitFor(Coro<T> coro, std::optional<Duration> timeout)
{
    if (!timeout) {
        if constexpr (std::is_void_v<T>) {
            co_await std::move(coro);
            co_return;
        } else {
            co_return co_await std::move(coro);
        }
    }
    auto bounded = detail::waitForFuture<T>(asFuture(std::move(coro)), *timeout);
    co_return co_await std::move(bounded);
}
template <class T>
Coro<T> waitFor(Future<T> future, std::optional<Duration> timeout)
{
    if (!timeout)
        co_return co_await future;
    auto bounded = detail::waitForFuture<T>(std::move(future), *timeout);
    co_return co_await std::move(bounded);
}

namespace detail {

void linkShield(Ref<FutureBase> inner, Ref<FutureBase> outer, void (*copyResult)(FutureBase &inner, FutureBase &outer));

template <class T>
class ShieldState final : public FutureState<T> {
public:
    ShieldState(EventLoop &loop, FutureBase &inner) : FutureState<T>(loop), m_object(objectOf(inner)) {}
    void awaitedAs(Reason &reason, std::uint32_t &object) override
    {
        reason = Reason::Shield;
        object = m_object;
    }

private:
    std::uint32_t m_object;
};

template <class T>
void copyResult(FutureBase &inner, FutureBase &outer)
{
    if constexpr (std::is_void_v<T>)
        static_cast<FutureState<T> &>(outer).setResult();
    else
        static_cast<FutureState<T> &>(outer).setResult(*static_cast<T *>(inner.storage()));
}

} // namespace detail

/// asyncio.shield(): awaiting what it gives is awaiting the argument, but cancelling that does not cancel it.
template <IsFutureLike A>
auto shield(A argument)
{
    using T = ResultOf<A>;
    Future<T> inner = asFuture(std::move(argument));
    if (inner.done())
        return inner;
    Ref<FutureBase> outer(new detail::ShieldState<T>(inner.state()->loop(), *inner.state()));
    detail::linkShield(inner.state(), outer, &detail::copyResult<T>);
    return Future<T>(std::move(outer));
}

/// asyncio.timeout(): the scope of a time limit within a task. Between enter() and leave() the task is cancelled when
/// the limit is reached; leave() tells whether the CancelledError that came out is that, to be raised as TimeoutError.
class TimeoutScope {
public:
    enum class State { Created, Entered, Expiring, Expired, Exited };

    TimeoutScope() = default;
    TimeoutScope(const TimeoutScope &) = delete;
    TimeoutScope &operator=(const TimeoutScope &) = delete;
    ~TimeoutScope();

    /// None: never. Throws RuntimeError outside of a task or when entered already.
    void enter(std::optional<Instant> when);
    /// Must be told the exception that leaves the scope, or null. True: throw TimeoutError instead.
    [[nodiscard]] bool leave(const std::exception_ptr &error);
    /// Another limit. Throws RuntimeError unless the scope is entered and not over.
    void reschedule(std::optional<Instant> when);
    [[nodiscard]] bool expired() const { return m_state == State::Expiring || m_state == State::Expired; }

private:
    TaskBase *m_task = nullptr;
    Ref<Handle> m_handle;
    int m_cancelling = 0;
    State m_state = State::Created;
};

/// `async with asyncio.timeout(limit): await body`, in this very task. Throws TimeoutError.
template <class T>
Coro<T> timeout(std::optional<Duration> limit, Coro<T> body)
{
    TimeoutScope scope;
    scope.enter(limit ? std::optional(EventLoop::running().time() + *limit) : std::nullopt);
    std::exception_ptr error;
    std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> result;
    try {
        if constexpr (std::is_void_v<T>)
            co_await std::move(body);
        else
            result.emplace(co_await std::move(body));
    } catch (...) {
        error = std::current_exception();
    }
    if (scope.leave(error))
        throw TimeoutError();
    if (error)
        std::rethrow_exception(error);
    if constexpr (!std::is_void_v<T>)
        co_return std::move(*result);
}

/// asyncio.as_completed(): the futures' results in the order in which they come.
///
///     AsCompleted<int> each(std::move(tasks));
///     while (each.remaining() > 0)
///         print(co_await each.next());
template <class T>
class AsCompleted {
public:
    template <IsFutureLike A>
    explicit AsCompleted(std::vector<A> futures, std::optional<Duration> timeout = {})
        : m_loop(loopInUse()), m_state(std::make_shared<State>())
    {
        for (A &future : futures)
            m_state->add(asFuture(std::move(future)));
        m_remaining = m_state->todo.size();
        for (const auto &future : m_state->todo)
            m_state->callbacks.push_back(
                &future.state()->addDoneCallback([state = m_state](FutureBase &done) { state->completed(done); }));
        if (timeout && m_remaining > 0)
            m_state->timer = m_loop.callLater(
                *timeout,
                [weak = std::weak_ptr(m_state)] { // the state keeps the timer, not the other way round
                    if (const auto state = weak.lock())
                        state->timedOut();
                },
                "as_completed timeout", HandleRole::Loop);
    }

    /// How often next() may still be awaited.
    [[nodiscard]] std::size_t remaining() const { return m_remaining; }
    /// The next result; throws its exception, or TimeoutError.
    Coro<T> next()
    {
        --m_remaining;
        Future<T> done = co_await m_state->done.get();
        if (!done.valid())
            throw TimeoutError();
        co_return done.result();
    }

private:
    struct State {
        Queue<Future<T>> done{0, "as_completed"};
        std::vector<Future<T>> todo;
        std::vector<DoneCallback *> callbacks;
        Ref<Handle> timer;

        /// One that is given twice counts once.
        void add(Future<T> future)
        {
            if (std::find(todo.begin(), todo.end(), future) == todo.end())
                todo.push_back(std::move(future));
        }
        void completed(FutureBase &future)
        {
            for (std::size_t i = 0; i < todo.size(); ++i) {
                if (todo[i].state().get() != &future)
                    continue;
                done.putNowait(todo[i]);
                todo.erase(todo.begin() + static_cast<std::ptrdiff_t>(i));
                callbacks.erase(callbacks.begin() + static_cast<std::ptrdiff_t>(i));
                break;
            }
            if (todo.empty() && timer)
                timer->cancel(future.loop());
        }
        void timedOut()
        {
            for (std::size_t i = 0; i < todo.size(); ++i) {
                if (!todo[i].done() && todo[i].state()->removeDoneCallback(*callbacks[i]))
                    callbacks[i]->drop();
                done.putNowait(Future<T>());
            }
            todo.clear();
            callbacks.clear();
        }
    };

    EventLoop &m_loop;
    std::size_t m_remaining = 0;
    std::shared_ptr<State> m_state;
};

} // namespace coroscope
