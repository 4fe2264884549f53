// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real/real_outside.h"

namespace coroscope {

void RealOutside::interrupt()
{
    workStarted();
    ++m_asked;
    m_clock->wake();
}

void RealOutside::end()
{
    if (!m_ended.exchange(true))
        workStarted(); // for ever
    m_clock->wake();
}

void RealOutside::at(Instant when, std::function<void()> happening)
{
    workStarted();
    m_scheduled.at(when, [this, happening = std::move(happening)] {
        workFinished();
        happening();
    });
}

void RealOutside::interruptAt(Instant when)
{
    workStarted();
    m_scheduled.interruptAt(when);
}

Instant RealOutside::nextInterrupt() const
{
    return m_asked > 0 || m_ended ? Instant() : m_scheduled.nextInterrupt();
}

void RealOutside::takeInterrupt()
{
    if (m_ended)
        return;
    if (m_asked > 0)
        --m_asked;
    else
        m_scheduled.takeInterrupt();
    workFinished();
}

} // namespace coroscope
