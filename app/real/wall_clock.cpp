// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real/wall_clock.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTimerEvent>

#include <algorithm>

namespace coroscope {

namespace {

using Steady = std::chrono::steady_clock;

/// Beyond that nobody waits, and sums with instants of the machine stay in their range.
constexpr Instant kFarAway(std::chrono::hours(24 * 365));

std::int64_t steadyNow()
{
    return std::chrono::duration_cast<Duration>(Steady::now().time_since_epoch()).count();
}

} // namespace

/// What Qt's event loop knows of the waiting.
class WallClock::Bell final : public QObject {
public:
    explicit Bell(WallClock &clock) : m_clock(clock) {}

    void ringIn(Duration duration)
    {
        m_timer.start(static_cast<int>(std::chrono::floor<std::chrono::milliseconds>(duration).count()),
                      Qt::PreciseTimer, this);
    }
    void dontRing() { m_timer.stop(); }
    /// From any thread.
    void ringSoon() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

protected:
    void customEvent(QEvent * /*event*/) override { m_clock.rung(); }
    void timerEvent(QTimerEvent * /*event*/) override { m_clock.rung(); }

private:
    WallClock &m_clock;
    QBasicTimer m_timer;
};

/// The thread waits as long as one of these is there.
class WallClock::Rest {
public:
    explicit Rest(WallClock &clock) : m_clock(clock) { m_clock.m_rests = true; }
    ~Rest() { m_clock.m_rests = false; }
    Rest(const Rest &) = delete;
    Rest &operator=(const Rest &) = delete;

private:
    WallClock &m_clock;
};

WallClock::WallClock() = default;

WallClock::~WallClock() = default;

void WallClock::start()
{
    m_zero = steadyNow();
}

Instant WallClock::now() const
{
    const std::int64_t zero = m_zero;
    return zero == 0 ? Instant() : instantAt(steadyNow() - zero);
}

void WallClock::waitUntil(Instant moment)
{
    std::unique_lock lock(m_mutex);
    const Rest rest(*this);
    const auto end = Steady::time_point(Duration(m_zero)) + std::min(moment, kFarAway).time_since_epoch();
    m_wakes.wait_until(lock, end, [this] { return m_woken; });
    m_woken = false;
}

void WallClock::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_wakes.notify_one();
    if (m_bell)
        m_bell->ringSoon();
}

/// The order of its steps is what makes it true: a thread that rests after the time was read has recorded everything
/// that came before, and one that stops resting does so before it looks at the clock.
Instant WallClock::settled() const
{
    const Instant time = now();
    if (m_rests)
        m_settled = std::max(m_settled.load(), nanosecondsOf(time));
    return instantAt(m_settled);
}

void WallClock::arm(Instant moment)
{
    const std::lock_guard lock(m_mutex);
    if (!m_bell)
        m_bell = std::make_unique<Bell>(*this);
    m_rests = true;
    const Instant time = now();
    if (m_woken || moment <= time)
        m_bell->ringSoon();
    else if (moment != kNever)
        m_bell->ringIn(std::min(moment, kFarAway) - time);
}

void WallClock::rung()
{
    {
        const std::lock_guard lock(m_mutex);
        m_bell->dontRing();
        m_woken = false;
        m_rests = false;
    }
    ring();
}

void WallClock::disarm()
{
    std::unique_ptr<Bell> bell;
    {
        const std::lock_guard lock(m_mutex);
        bell = std::move(m_bell);
        m_rests = false;
    }
}

} // namespace coroscope
