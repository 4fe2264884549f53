// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/event_loop.h"

namespace coroscope {

/// asyncio.sleep(d): with d <= 0 a bare yield, which lets every ready task run once; else the task is woken by a
/// timer, in the iteration after the one in which the timer's handle runs.
///
///     co_await sleep(500ms);
class Sleep {
public:
    explicit Sleep(Duration duration) : m_duration(duration) {}

    class Awaiter : public LeafAwaiter {
    public:
        Awaiter(Duration duration, Driver &driver, const std::source_location &place)
            : LeafAwaiter(driver, place), m_duration(duration)
        {
        }
        Awaiter(const Awaiter &) = delete;
        Awaiter &operator=(const Awaiter &) = delete;
        ~Awaiter()
        {
            if (m_asleep) [[unlikely]]
                task().endSleep();
        }

        [[nodiscard]] bool await_ready() const { return false; }
        template <class Promise>
        [[gnu::always_inline]] void await_suspend(std::coroutine_handle<Promise> leaf)
        {
            driver().suspendAt(leaf);
            if (m_duration > Duration(0))
                return fallAsleep();
            if (driver().kind() == Driver::Kind::Hand) [[unlikely]]
                return; // a bare yield: the hand gets None
            task().yield(place());
        }
        [[gnu::always_inline]] void await_resume()
        {
            if (m_asleep)
                return wakeUp();
            driver().raiseInjected();
        }

    private:
        void fallAsleep()
        {
            TaskBase &sleeper = task();
            m_asleep = true;
            sleeper.sleepUntil(sleeper.loop().time() + m_duration, place());
        }
        void wakeUp();

        Duration m_duration;
        bool m_asleep = false;
    };

    [[nodiscard]] Awaiter awaitIn(Driver &driver, const std::source_location &place) const
    {
        return {m_duration, driver, place};
    }

private:
    Duration m_duration;
};

[[nodiscard]] inline Sleep sleep(Duration duration)
{
    return Sleep(duration);
}
template <class Rep, class Period>
[[nodiscard]] Sleep sleep(std::chrono::duration<Rep, Period> duration)
{
    return Sleep(std::chrono::round<Duration>(duration));
}

} // namespace coroscope
