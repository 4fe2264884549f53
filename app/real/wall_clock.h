// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/real/host_clock.h"

#include <atomic>
#include <memory>

namespace coroscope {

/// The machine's steady clock. Awaited, it is a precise timer of Qt's event loop, which counts whole milliseconds: it
/// comes up to kEarly early, and the rest is waited for with the thread. Blocking calls and such rests wait on a
/// condition variable, so another thread can end them.
class WallClock final : public HostClock {
public:
    WallClock();
    ~WallClock() override;

    [[nodiscard]] ClockKind kind() const override { return ClockKind::Real; }
    [[nodiscard]] Instant now() const override;
    void waitUntil(Instant moment) override;
    void wake() override;
    void start() override;
    [[nodiscard]] Instant settled() const override;

protected:
    void arm(Instant moment) override;
    void disarm() override;

private:
    class Bell;
    class Rest;

    void rung();

    std::atomic<std::int64_t> m_zero = 0; ///< of the steady clock, in nanoseconds; 0: not started
    std::mutex m_mutex;                   ///< guards the next two
    std::unique_ptr<Bell> m_bell;         ///< lives in the run's thread, from its first waiting until it leaves
    bool m_woken = false;
    std::condition_variable m_wakes;
    std::atomic<bool> m_rests = false;               ///< the thread waits: nothing is being recorded
    mutable std::atomic<std::int64_t> m_settled = 0; ///< the latest answer
};

} // namespace coroscope
