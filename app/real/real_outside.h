// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/loop/clock.h"
#include "core/loop/scheduled_outside.h"

#include <memory>

namespace coroscope {

/// What happens to a run on a real clock. A user's Ctrl-C comes at no instant that was known before, and from another
/// thread: interrupt() is for any, all else for the run's own.
class RealOutside : public Outside {
public:
    explicit RealOutside(std::shared_ptr<Clock> clock) : m_clock(std::move(clock)) {}

    /// Ctrl-C now. A loop that waits and a blocking call are woken by it.
    void interrupt();
    /// Ctrl-C now and whenever the run goes on after it: nothing waits any more.
    void end();

    void at(Instant when, std::function<void()> happening) override;
    void interruptAt(Instant when) override;
    [[nodiscard]] Instant next() const override { return m_scheduled.next(); }
    void happen(Instant now) override { m_scheduled.happen(now); }
    [[nodiscard]] Instant nextInterrupt() const override;
    void takeInterrupt() override;
    void forget() override { m_scheduled.forget(); }

private:
    std::shared_ptr<Clock> m_clock;
    ScheduledOutside m_scheduled;
    std::atomic<int> m_asked = 0; ///< interrupts that came and were not taken
    std::atomic<bool> m_ended = false;
};

} // namespace coroscope
