// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real/host.h"

namespace coroscope {

namespace {

/// So that a program in which something is always ready does not keep Qt's event loop.
constexpr std::uint64_t kSlice = 1000;

} // namespace

void Host::start(std::function<void()> finished)
{
    m_finished = std::move(finished);
    m_clock.start();
    drive();
}

QCoro::Task<> Host::drive()
{
    Instant next{};
    while (!m_run.finished()) {
        const bool stays = co_await m_clock.reached(next);
        if (!stays)
            co_return;
        next = m_run.advance(m_clock.now() + HostClock::kEarly, kSlice);
    }
    m_finished();
}

} // namespace coroscope
