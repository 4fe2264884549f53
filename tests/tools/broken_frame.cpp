// SPDX-License-Identifier: GPL-3.0-or-later
// Two coroutines for the self-test of check_coro_frames.py: g++ 12 lays out the frame of the first
// one wrongly, and that of the second one, which does the same, correctly. Compiled, never run.
#include <coroutine>
#include <exception>

struct Eager {
    struct promise_type {
        Eager get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() noexcept {}
        void unhandled_exception() noexcept { std::terminate(); }
    };
};

struct Later {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    bool await_resume() const noexcept { return true; }
};

void seen();

Eager awaitsInsideTheCondition()
{
    if (co_await Later())
        seen();
}

Eager namesTheResultFirst()
{
    const bool yes = co_await Later();
    if (yes)
        seen();
}
