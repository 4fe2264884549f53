// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/frame_ticks.h"

#include <algorithm>

namespace coroscope {

using namespace std::chrono_literals;

FrameTicks::~FrameTicks()
{
    tick(std::nullopt);
}

void FrameTicks::tick(Elapsed elapsed)
{
    if (!m_waiter)
        return;
    *m_elapsed = elapsed;
    m_elapsed = nullptr;
    std::exchange(m_waiter, {}).resume();
}

TimerTicks::TimerTicks()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(16ms);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        const std::chrono::nanoseconds elapsed(m_clock.nsecsElapsed());
        m_clock.start();
        tick(std::min<std::chrono::nanoseconds>(elapsed, 100ms));
    });
}

void TimerTicks::start()
{
    m_clock.start();
    m_timer.start();
}

void TimerTicks::stop()
{
    m_timer.stop();
}

} // namespace coroscope
