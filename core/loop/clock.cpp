// SPDX-License-Identifier: MIT
#include "core/loop/clock.h"

namespace coroscope {

void VirtualClock::waitToBeWoken()
{
    std::unique_lock lock(m_mutex);
    m_wakes.wait(lock, [this] { return m_woken; });
    m_woken = false;
}

void VirtualClock::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_wakes.notify_one();
}

} // namespace coroscope
