// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <coroutine>
#include <optional>

namespace coroscope {

/// The frames of whatever shows a run, for one coroutine to await:
///
///     while (true) {
///         const auto elapsed = co_await ticks->next();
///         if (!elapsed)
///             co_return;   // the ticks, and likely the caller's object, are gone
///         ...
///     }
///
/// An awaiter of QCoro would not do: one that awaits a timer that is destroyed is never resumed and leaks, and one
/// whose frame is destroyed is resumed all the same. Here the destructor resumes the coroutine a last time with
/// nothing, so it always ends by itself. One waiter at a time; one thread.
class FrameTicks {
public:
    using Elapsed = std::optional<std::chrono::nanoseconds>;

    class Awaiter {
    public:
        explicit Awaiter(FrameTicks &ticks) : m_ticks(&ticks) {}
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiter)
        {
            m_ticks->m_waiter = waiter;
            m_ticks->m_elapsed = &m_elapsed;
        }
        [[nodiscard]] Elapsed await_resume() const noexcept { return m_elapsed; }

    private:
        FrameTicks *m_ticks;
        Elapsed m_elapsed;
    };

    FrameTicks() = default;
    virtual ~FrameTicks();
    FrameTicks(const FrameTicks &) = delete;
    FrameTicks &operator=(const FrameTicks &) = delete;

    /// The next frame: how long after the one before, or nothing when there will be none.
    [[nodiscard]] Awaiter next() { return Awaiter(*this); }

    /// Frames come only between start() and stop(): a program at rest costs nothing.
    virtual void start() = 0;
    virtual void stop() = 0;

protected:
    /// Resumes the waiter, if there is one. It may destroy these ticks.
    void tick(Elapsed elapsed);

private:
    std::coroutine_handle<> m_waiter;
    Elapsed *m_elapsed = nullptr; ///< lives in the waiter's frame
};

/// Frames of the real clock, 60 a second. A frame that comes very late counts as a tenth of a second: after a stall
/// playback goes on where it was instead of jumping.
class TimerTicks final : public FrameTicks {
public:
    TimerTicks();

    void start() override;
    void stop() override;

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace coroscope
