// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real/real_run.h"

#include "app/real/host.h"

namespace coroscope {

namespace {

/// What Qt's timers and a busy machine make of an instant.
constexpr Duration kTolerance = 1ms;

} // namespace

RealRun::RealRun(const Make &make, RunOptions options, Where where, QObject *parent)
    : QObject(parent), m_clock(std::make_shared<WallClock>()), m_outside(std::make_shared<RealOutside>(m_clock)),
      m_where(where)
{
    options.clock = m_clock;
    options.outside = m_outside;
    m_run = make(options);
    m_run->world().trace()->setHeader({.clock = ClockKind::Real, .tolerance = kTolerance});
    m_worker.setObjectName(QStringLiteral("run"));
}

RealRun::~RealRun()
{
    m_outside->end();
    if (!m_started || m_where != Where::OwnThread)
        return;
    m_worker.quit();
    m_left.acquire();
    m_worker.wait();
}

void RealRun::start()
{
    m_started = true;
    if (m_where == Where::OwnThread)
        return m_worker.start();
    m_host = std::make_unique<Host>(*m_run, *m_clock);
    m_host->start([this] {
        m_ended = true;
        QMetaObject::invokeMethod(this, &RealRun::finished, Qt::QueuedConnection); // whoever hears it may destroy this
    });
}

void RealRun::interrupt()
{
    if (running())
        m_outside->interrupt();
}

void RealRun::Worker::run()
{
    {
        Host host(*m_owner.m_run, *m_owner.m_clock);
        host.start([this] {
            m_owner.m_ended = true;
            quit();
        });
        exec();
    }
    if (m_owner.m_ended)
        Q_EMIT m_owner.finished();
    m_owner.m_left.release();
}

} // namespace coroscope
