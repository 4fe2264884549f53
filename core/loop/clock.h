// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/run_facts.h"
#include "core/record/time.h"

#include <condition_variable>
#include <mutex>

namespace coroscope {

/// What time it is in a run, and how one waits for a later one. All functions but wake() belong to the run's thread.
///
/// Two things wait: the loop when it has nothing to run (Run::advance(), which waits only as far as its caller allows),
/// and a blocking call, which keeps the thread. To make a clock of one's own:
///
///     class WallClock final : public Clock {
///     public:
///         ClockKind kind() const override { return ClockKind::Real; }
///         Instant now() const override { return Instant(std::chrono::steady_clock::now() - m_zero); }
///         void waitUntil(Instant moment) override; // sleeps on a condition variable, which wake() notifies
///         void wake() override;
///     };
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// A virtual clock belongs to one run, and stands still but for that run's waiting. Never changes.
    [[nodiscard]] virtual ClockKind kind() const = 0;
    /// Since the start of the run. Never runs back.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Returns at `moment`, or earlier when woken, whether that was before this call or during it. At once when it is
    /// no later than now(). kNever: only when woken.
    virtual void waitUntil(Instant moment) = 0;
    /// Something has come: waitUntil() returns. From any thread.
    virtual void wake() = 0;
};

/// Time stands still while anything runs; to wait for an instant is to jump there.
class VirtualClock final : public Clock {
public:
    [[nodiscard]] ClockKind kind() const override { return ClockKind::Virtual; }
    [[nodiscard]] Instant now() const override { return m_now; }
    void waitUntil(Instant moment) override
    {
        if (moment == kNever) [[unlikely]]
            waitToBeWoken();
        else if (moment > m_now)
            m_now = moment;
    }
    void wake() override;

private:
    void waitToBeWoken();

    Instant m_now{};
    std::mutex m_mutex;
    std::condition_variable m_wakes;
    bool m_woken = false;
};

} // namespace coroscope
