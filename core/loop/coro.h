// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/driver.h"
#include "core/loop/errors.h"
#include "core/loop/world.h"

#include <optional>
#include <string>
#include <type_traits>
#include <variant>

namespace coroscope {

inline void Driver::continueWith(std::coroutine_handle<> coroutine)
{
    m_world->nextCoroutine = coroutine;
}

inline bool Driver::drive()
{
    std::coroutine_handle<> next = m_leaf;
    do {
        next.resume();
        next = std::exchange(m_world->nextCoroutine, nullptr);
    } while (next);
    return m_rootReturned;
}

template <class T = void>
class Coro;

/// What can be awaited besides coroutines: something with a member awaitIn(Driver &, std::source_location) that
/// gives the awaiter.
template <class A>
concept Awaitable = requires(A &&awaitable, Driver &driver, std::source_location place) {
    std::forward<A>(awaitable).awaitIn(driver, place);
};

/// A user-defined awaitable: something with a member await() that gives a coroutine. It plays the part of Python's
/// `__await__`: that coroutine may use yieldToDriver() where the generator would `yield`.
template <class A>
concept HasAwait = requires(A &&awaitable) { std::forward<A>(awaitable).await(); };

namespace detail {

[[noreturn]] void fatalFrameLayout() noexcept;
void recordNeverAwaited(const char *function);
void recordFrameEntered(const Driver &driver, const char *callee, EventIndex knownSince,
                        const std::source_location &place);
[[nodiscard]] inline EventIndex traceSize()
{
    const World *const world = World::currentOrNull();
    return world && world->trace() ? world->trace()->size() : 0;
}
void recordFrameLeft(const Driver &driver);

/// Checks, for free, that g++ 12 laid the frame out as it must (HACKING.md, "What g++ 12 does to coroutines").
struct InitialAwaiter {
    explicit InitialAwaiter(PromiseBase &promise) { promise.parent = &promise; }

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> frame) const noexcept
    {
        PromiseBase &promise = PromiseBase::of(frame);
        if (promise.parent != &promise) [[unlikely]] // it is not where the compiler has put it
            fatalFrameLayout();
        promise.parent = nullptr;
    }
    void await_resume() const noexcept {}
};

struct FinalAwaiter {
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> frame) const noexcept
    {
        PromiseBase &promise = frame.promise();
        if (!promise.parent) {
            promise.driver->rootReturned();
            return;
        }
        if (promise.driver->world().trace()) [[unlikely]]
            recordFrameLeft(*promise.driver);
        promise.driver->continueWith(promise.parent->coroutine());
    }
    void await_resume() const noexcept {}
};

template <class T>
class CoroAwaiter {
public:
    CoroAwaiter(Coro<T> &&coro, const std::source_location &place) : m_coro(std::move(coro)), m_place(place) {}

    [[nodiscard]] bool await_ready() const
    {
        if (!m_coro.valid())
            throw RuntimeError("cannot reuse already awaited coroutine");
        return false;
    }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> caller)
    {
        m_coro.startUnder(caller, m_place);
    }
    T await_resume() { return m_coro.takeResult(); }

private:
    Coro<T> m_coro;
    std::source_location m_place;
};

/// The part of a promise that awaits.
struct AwaitingPromise : PromiseBase {
    template <class T>
    CoroAwaiter<T> await_transform(Coro<T> &&coro, std::source_location place = std::source_location::current())
    {
        return CoroAwaiter<T>(std::move(coro), place);
    }
    /// A coroutine can be awaited once; awaiting a named one takes it.
    template <class T>
    CoroAwaiter<T> await_transform(Coro<T> &coro, std::source_location place = std::source_location::current())
    {
        return CoroAwaiter<T>(std::move(coro), place);
    }
    template <Awaitable A>
    auto await_transform(A &&awaitable, std::source_location place = std::source_location::current())
    {
        return std::forward<A>(awaitable).awaitIn(*driver, place);
    }
    template <HasAwait A>
    auto await_transform(A &&awaitable, std::source_location place = std::source_location::current())
    {
        return await_transform(std::forward<A>(awaitable).await(), place);
    }
};

template <class T>
struct Promise : AwaitingPromise {
    std::optional<T> result;

    Coro<T> get_return_object(const char *name = __builtin_FUNCTION());
    InitialAwaiter initial_suspend() noexcept { return InitialAwaiter(*this); }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    template <class U>
    void return_value(U &&value)
    {
        result.emplace(std::forward<U>(value));
    }
    void return_value(T &&value) { result.emplace(std::move(value)); }

    T take()
    {
        if (error) [[unlikely]]
            std::rethrow_exception(std::exchange(error, nullptr));
        return std::move(*result);
    }
};

template <>
struct Promise<void> : AwaitingPromise {
    Coro<void> get_return_object(const char *name = __builtin_FUNCTION());
    InitialAwaiter initial_suspend() noexcept { return InitialAwaiter(*this); }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}

    void take()
    {
        if (error) [[unlikely]]
            std::rethrow_exception(std::exchange(error, nullptr));
    }
};

} // namespace detail

/// A lazy coroutine, as a call of an `async def` gives it: calling runs nothing. It runs when it is awaited by
/// another coroutine (in the same task, without an iteration of the loop), made a task, or driven by hand. Dropping
/// one that never ran is recorded as "never awaited".
///
///     Coro<int> half(int n) { co_await sleep(1s); co_return n / 2; }
///     Coro<void> run() { print(co_await half(4)); }
///
/// Take parameters by value: the coroutine starts later than it is called. Never `co_await` inside a condition, and
/// name lambdas and aggregates before awaiting with them: g++ 12 compiles both wrongly (HACKING.md).
template <class T>
class [[nodiscard]] Coro {
public:
    using promise_type = detail::Promise<T>;
    using Result = T;
    using Handle = std::coroutine_handle<promise_type>;

    Coro() = default;
    explicit Coro(Handle handle) : m_handle(handle) {}
    Coro(Coro &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Coro &operator=(Coro &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Coro()
    {
        if (!m_handle)
            return;
        if (!promise().driver)
            detail::recordNeverAwaited(promise().function);
        m_handle.destroy();
    }

    /// False once it has been awaited or made a task.
    [[nodiscard]] bool valid() const { return static_cast<bool>(m_handle); }
    /// Drops it, and it is right that it never ran.
    void discard()
    {
        if (m_handle)
            std::exchange(m_handle, nullptr).destroy();
    }
    /// See Comprehension.
    void setKnownSince(EventIndex event) { promise().knownSince = event; }
    /// The name of its function.
    [[nodiscard]] const char *function() const { return promise().function; }

    // For awaiters and drivers.

    /// Asks for the frame's first cache line, which holds what a driver needs.
    void prefetch() const { coroscope::prefetch(m_handle.address()); }
    /// Gives up the frame.
    [[nodiscard]] Handle release() { return Handle::from_address(std::exchange(m_handle, nullptr).address()); }
    template <class Promise>
    void startUnder(std::coroutine_handle<Promise> caller, const std::source_location &place)
    {
        promise_type &child = promise();
        child.driver = caller.promise().driver;
        child.parent = &caller.promise();
        if (child.driver->world().trace()) [[unlikely]]
            detail::recordFrameEntered(*child.driver, child.function, child.knownSince, place);
        child.ownerSlot = &m_handle;
        child.driver->continueWith(m_handle);
    }
    T takeResult() { return promise().take(); }

private:
    [[nodiscard]] promise_type &promise() const { return Handle::from_address(m_handle.address()).promise(); }

    std::coroutine_handle<> m_handle; ///< type-erased, so that a driver can clear it from below
};

namespace detail {

template <class T>
Coro<T> Promise<T>::get_return_object(const char *name)
{
    static_assert(alignof(Promise) <= 2 * sizeof(void *), "PromiseBase::of() would not find it");
    function = name;
    knownSince = traceSize();
    return Coro<T>(std::coroutine_handle<Promise>::from_promise(*this));
}

inline Coro<void> Promise<void>::get_return_object(const char *name)
{
    function = name;
    knownSince = traceSize();
    return Coro<void>(std::coroutine_handle<Promise>::from_promise(*this));
}

} // namespace detail

} // namespace coroscope
