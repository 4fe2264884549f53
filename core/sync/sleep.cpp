// SPDX-License-Identifier: MIT
#include "core/sync/sleep.h"

namespace coroscope {

void Sleep::Awaiter::startTimer()
{
    TaskBase &sleeper = task();
    EventLoop &loop = sleeper.loop();
    const Instant deadline = loop.time() + m_duration;
    m_timer = Ref<Timer>(new Timer(loop.world().newHandle(), *this));
    loop.setTimer(deadline, *m_timer);
    wait(sleeper, Reason::Sleep, raw(m_timer->id()), place(), nanosecondsOf(deadline));
}

} // namespace coroscope
