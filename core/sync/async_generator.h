// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

template <class T>
class AsyncGenerator;

namespace detail {

template <class T>
struct GeneratorPromise : AwaitingPromise {
    std::optional<T> item;
    bool running = false; ///< somebody waits for its next item

    AsyncGenerator<T> get_return_object(const char *name = __builtin_FUNCTION());
    InitialAwaiter initial_suspend() noexcept { return InitialAwaiter(*this); }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    /// Back to whoever asked for the item.
    FinalAwaiter yield_value(T value)
    {
        item.emplace(std::move(value));
        return {};
    }
    void return_void() const noexcept {}
};

} // namespace detail

/// An asynchronous generator (`async def` with `yield`): lazy, may await between its items.
///
///     AsyncGenerator<int> ticks(int n) { for (int i = 0; i < n; ++i) { co_await sleep(1s); co_yield i; } }
///     AsyncGenerator<int> each = ticks(3);
///     for (auto item = co_await each.next(); item; item = co_await each.next())   // async for
///         print(*item);
template <class T>
class [[nodiscard]] AsyncGenerator {
public:
    using promise_type = detail::GeneratorPromise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    explicit AsyncGenerator(Handle handle) : m_handle(handle) {}
    AsyncGenerator(AsyncGenerator &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    AsyncGenerator &operator=(AsyncGenerator &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~AsyncGenerator()
    {
        if (m_handle)
            m_handle.destroy();
    }

    class Next {
    public:
        Next(std::coroutine_handle<> &generator, Driver &driver, const std::source_location &place)
            : m_generator(generator), m_driver(driver), m_place(place)
        {
        }
        [[nodiscard]] bool await_ready() const { return m_generator.done(); }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> caller)
        {
            promise_type &generator = promise();
            if (std::exchange(generator.running, true))
                throw RuntimeError("anext(): asynchronous generator is already running");
            m_asked = true;
            generator.item.reset();
            generator.driver = &m_driver;
            generator.parent = &caller.promise();
            generator.ownerSlot = &m_generator;
            if (m_driver.world().trace()) // what it is asked for is known now, not since the generator was made
                detail::recordFrameEntered(m_driver, generator.function, detail::traceSize(), m_place);
            m_driver.continueWith(m_generator);
        }
        /// None when the generator has returned; throws what it threw.
        std::optional<T> await_resume()
        {
            if (m_asked)
                promise().running = false;
            if (promise().error)
                std::rethrow_exception(std::exchange(promise().error, nullptr));
            return m_generator.done() ? std::nullopt : std::exchange(promise().item, std::nullopt);
        }

    private:
        [[nodiscard]] promise_type &promise() const { return Handle::from_address(m_generator.address()).promise(); }

        std::coroutine_handle<> &m_generator;
        Driver &m_driver;
        std::source_location m_place;
        bool m_asked = false;
    };

    class Asking {
    public:
        explicit Asking(AsyncGenerator &generator) : m_generator(generator) {}
        Next awaitIn(Driver &driver, const std::source_location &place) const
        {
            return {m_generator.m_handle, driver, place};
        }

    private:
        AsyncGenerator &m_generator;
    };
    /// `__anext__`: the next item, none at the end. Throws RuntimeError while another task waits for one.
    [[nodiscard]] Asking next() { return Asking(*this); }

    class Closing {
    public:
        struct Awaiter {
            [[nodiscard]] bool await_ready() const { return true; }
            void await_suspend(std::coroutine_handle<>) const {}
            void await_resume() const
            {
                const auto generator = Handle::from_address(std::exchange(closed.m_handle, nullptr).address());
                if (!generator)
                    return;
                const bool traced = driver.world().trace();
                if (traced)
                    detail::recordFrameEntered(driver, generator.promise().function, detail::traceSize(), place);
                generator.destroy();
                if (traced)
                    detail::recordFrameLeft(driver);
            }

            AsyncGenerator &closed;
            Driver &driver;
            std::source_location place;
        };

        explicit Closing(AsyncGenerator &generator) : m_generator(generator) {}
        Awaiter awaitIn(Driver &driver, const std::source_location &place) const
        {
            return {m_generator, driver, place};
        }

    private:
        AsyncGenerator &m_generator;
    };
    /// Ends it where it stands, at a `co_yield`; nothing happens when it has ended.
    [[nodiscard]] Closing aclose() { return Closing(*this); }

private:
    std::coroutine_handle<> m_handle;
};

namespace detail {

template <class T>
AsyncGenerator<T> GeneratorPromise<T>::get_return_object(const char *name)
{
    static_assert(alignof(GeneratorPromise) <= 2 * sizeof(void *), "PromiseBase::of() would not find it");
    function = name;
    return AsyncGenerator<T>(std::coroutine_handle<GeneratorPromise>::from_promise(*this));
}

} // namespace detail

} // namespace coroscope
