// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

#include <functional>

namespace coroscope {

/// What Python raises when a coroutine driven by hand returns; `value` is what it returned.
class StopIteration : public Exception {
public:
    explicit StopIteration(Value returned)
        : Exception("StopIteration", isNone(returned) ? "" : str(returned)), value(std::move(returned))
    {
    }
    Value value;

private:
    static bool isNone(const Value &value) { return std::holds_alternative<std::monostate>(value); }
};

/// Drives a coroutine without a loop, as `coroutine.send(value)` does: what a coroutine yields (yieldToDriver)
/// comes out of send(), what is sent in comes back as the result of that yield.
///
///     HandDriver driver(talk());
///     driver.send(None);           // "yielded1"
///     driver.send("hello");        // resumes the yield with "hello"
///
/// Its lane in the trace is called like the coroutine's function unless it is given another name.
class HandDriver : public Driver {
public:
    template <class T>
    explicit HandDriver(Coro<T> coro, std::string_view name = {})
        : HandDriver(World::current(), newLane(World::current(), coro.function(), name), std::move(coro))
    {
    }
    /// Drives on behalf of an actor that exists already.
    template <class T>
    HandDriver(World &world, ActorId actor, Coro<T> &&coro, Kind kind = Kind::Hand) : Driver(world, actor, kind)
    {
        auto root = coro.release();
        m_promise = &root.promise();
        m_takeResult = [root]() -> Value {
            if constexpr (std::is_void_v<T>) {
                root.promise().take();
                return {};
            } else {
                return Value(root.promise().take());
            }
        };
        setRoot(root, root.promise());
    }

    /// That a coroutine was never resumed is recorded, as when it is dropped.
    ~HandDriver();

    /// coroutine.send(value): runs to the next yield and gives what it yields. Throws StopIteration when the
    /// coroutine returns, its exception when it raises, RuntimeError when it has ended already, and TypeError when it
    /// has not begun and the value is not None.
    Value send(Value value = {}, std::source_location place = std::source_location::current())
    {
        return advance(std::move(value), false, place);
    }
    /// next(generator): the same as send(None), and told as it is written (tag 1 of its Sent event).
    Value next(std::source_location place = std::source_location::current()) { return advance({}, true, place); }
    [[nodiscard]] bool ended() const { return m_ended; }

    /// Resumes without a value; true when the coroutine has ended. For whoever drives by other means than yields.
    bool resume();
    bool resumeWith(std::exception_ptr error)
    {
        inject(std::move(error));
        return resume();
    }
    /// Of the ended coroutine. Null when it returned.
    [[nodiscard]] std::exception_ptr error() const { return m_promise->error; }

    // For yieldToDriver.
    void yielded(Value value, const std::source_location &place)
    {
        m_yielded = std::move(value);
        m_yieldedAt = world().placeId(place);
    }
    [[nodiscard]] Value takeSent() { return std::exchange(m_sent, Value()); }

private:
    Value advance(Value value, bool byNext, const std::source_location &place);
    bool resumeAsItself();
    static ActorId newLane(World &world, const char *function, std::string_view name);

    PromiseBase *m_promise = nullptr;
    std::function<Value()> m_takeResult;
    Value m_sent;
    Value m_yielded;
    SourceId m_yieldedAt = SourceId::Nowhere;
    bool m_started = false;
    bool m_ended = false;
};

/// Yields a value to whoever drives the coroutine and gives what is sent back: a bare `yield` inside Python's
/// `__await__`. In a task only None may be yielded, as there: it is sleep(0). Anything else raises RuntimeError "Task
/// got bad yield".
class YieldToDriver {
public:
    explicit YieldToDriver(Value value) : m_value(std::move(value)) {}

    class Awaiter : public LeafAwaiter {
    public:
        Awaiter(Value value, Driver &driver, const std::source_location &place)
            : LeafAwaiter(driver, place), m_value(std::move(value))
        {
        }
        [[nodiscard]] bool await_ready() const { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> leaf)
        {
            driver().suspendAt(leaf);
            yield();
        }
        Value await_resume();

    private:
        void yield();
        Value m_value;
    };

    Awaiter awaitIn(Driver &driver, const std::source_location &place) &&
    {
        return {std::move(m_value), driver, place};
    }

private:
    Value m_value;
};

[[nodiscard]] inline YieldToDriver yieldToDriver(Value value)
{
    return YieldToDriver(std::move(value));
}

} // namespace coroscope
