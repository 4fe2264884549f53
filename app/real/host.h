// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include "app/real/host_clock.h"
#include "core/loop/run.h"

#include <functional>

namespace coroscope {

/// Drives a run on its clock as a guest of Qt's event loop: lets it run, awaits the instant at which it wants to go on
/// (or to be woken), and again. Between two pieces Qt's event loop has its turn; a blocking call of the program keeps
/// it.
///
///     const auto clock = std::make_shared<WallClock>();
///     Run run(program, {.clock = clock});
///     Host host(run, *clock);
///     host.start([] { QCoreApplication::quit(); });
///
/// Lives in the thread whose event loop it is a guest of. What it drives outlives it; destroying it leaves the run
/// where it is. `finished` is called once, and does not destroy the host.
class Host {
public:
    Host(Run &run, HostClock &clock) : m_run(run), m_clock(clock) {}
    ~Host() { m_clock.leave(); }
    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;

    void start(std::function<void()> finished);

private:
    QCoro::Task<> drive();

    Run &m_run;
    HostClock &m_clock;
    std::function<void()> m_finished;
};

} // namespace coroscope
