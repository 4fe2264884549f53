// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/outside.h"

#include <cstdint>
#include <queue>
#include <tuple>
#include <vector>

namespace coroscope {

/// Of everything that happens it is known when: simulated threads, networks and processes.
class ScheduledOutside final : public Outside {
public:
    void at(Instant when, std::function<void()> happening) override;
    void interruptAt(Instant when) override;
    [[nodiscard]] Instant next() const override { return m_happenings.empty() ? kNever : m_happenings.top().when; }
    void happen(Instant now) override;
    [[nodiscard]] Instant nextInterrupt() const override { return m_interrupts.empty() ? kNever : m_interrupts.top(); }
    void takeInterrupt() override;
    void forget() override;

private:
    struct Happening {
        Instant when;
        std::uint64_t order;
        std::function<void()> happen;
        friend bool operator>(const Happening &a, const Happening &b)
        {
            return std::tie(a.when, a.order) > std::tie(b.when, b.order);
        }
    };

    std::priority_queue<Happening, std::vector<Happening>, std::greater<>> m_happenings;
    std::priority_queue<Instant, std::vector<Instant>, std::greater<>> m_interrupts;
    std::uint64_t m_order = 0;
};

} // namespace coroscope
