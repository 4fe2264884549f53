// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real/host_clock.h"

#include <utility>

namespace coroscope {

HostClock::~HostClock()
{
    resume(false);
}

void HostClock::leave()
{
    disarm();
    resume(false);
}

void HostClock::resume(bool stays)
{
    if (!m_waiter)
        return;
    *std::exchange(m_stays, nullptr) = stays;
    std::exchange(m_waiter, {}).resume();
}

} // namespace coroscope
