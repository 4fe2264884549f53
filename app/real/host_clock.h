// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/loop/clock.h"

#include <coroutine>

namespace coroscope {

/// The clock of a run whose host does not wait with its thread but awaits, so that Qt's event loop goes on meanwhile:
///
///     while (true) {
///         const bool stays = co_await clock.reached(next);
///         if (!stays)
///             co_return;
///         ...
///     }
///
/// An awaiter of QCoro would not do: one that awaits a timer that is destroyed is never resumed and leaks, and one
/// whose frame is destroyed is resumed all the same. Here leave() resumes the coroutine a last time, so it always ends
/// by itself. One waiter at a time; reached() and leave() belong to the run's thread, as what Clock has.
class HostClock : public Clock {
public:
    class Awaiter {
    public:
        Awaiter(HostClock &clock, Instant moment) : m_clock(clock), m_moment(moment) {}
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiter)
        {
            m_clock.m_waiter = waiter;
            m_clock.m_stays = &m_stays;
            m_clock.arm(m_moment);
        }
        [[nodiscard]] bool await_resume() const noexcept { return m_stays; }

    private:
        HostClock &m_clock;
        Instant m_moment;
        bool m_stays = true;
    };

    ~HostClock() override;

    /// Zero is now. Before that no time passes.
    virtual void start() = 0;
    /// What a host has to wait with its thread, at most: reached() comes so much too early.
    static constexpr Duration kEarly = 1ms;
    /// True at `moment` or when woken, and never before Qt's event loop has had its turn; false when the host is to
    /// leave. kNever: only when woken.
    [[nodiscard]] Awaiter reached(Instant moment) { return {*this, moment}; }
    /// Nobody waits any more: ends what waits. Not from within what reached() has resumed.
    void leave();
    /// Everything that happened before this instant is recorded. Never runs back. From any one thread.
    [[nodiscard]] virtual Instant settled() const = 0;

protected:
    /// ring() at the moment or when woken; not from within.
    virtual void arm(Instant moment) = 0;
    virtual void disarm() = 0;
    /// Resumes the waiter, if there is one. It may destroy this clock.
    void ring() { resume(true); }

private:
    void resume(bool stays);

    std::coroutine_handle<> m_waiter;
    bool *m_stays = nullptr; ///< lives in the waiter's frame
};

} // namespace coroscope
