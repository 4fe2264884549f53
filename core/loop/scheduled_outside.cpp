// SPDX-License-Identifier: MIT
#include "core/loop/scheduled_outside.h"

#include <utility>

namespace coroscope {

void ScheduledOutside::at(Instant when, std::function<void()> happening)
{
    workStarted();
    m_happenings.push({when, m_order++, std::move(happening)});
}

void ScheduledOutside::interruptAt(Instant when)
{
    workStarted();
    m_interrupts.push(when);
}

void ScheduledOutside::happen(Instant now)
{
    while (next() <= now) {
        const Happening next = m_happenings.top();
        m_happenings.pop();
        workFinished();
        next.happen();
    }
}

void ScheduledOutside::takeInterrupt()
{
    m_interrupts.pop();
    workFinished();
}

void ScheduledOutside::forget()
{
    m_happenings = {};
    m_interrupts = {};
}

} // namespace coroscope
