// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson on the stage on the real clock.

#include "app/real/real_run.h"
#include "app/real/simulation.h"
#include "app/session/real_source.h"
#include "app/session/session.h"
#include "core/lessons/changes.h"

#include <algorithm>

namespace coroscope {

namespace {

/// Of a lesson that never waits, on the real clock: it would fill the memory.
constexpr std::uint64_t kMostPasses = 200'000;

} // namespace

/// A real run of the lesson on the stage, if there is to be one. What still runs of the one before is over.
void Session::measure(bool here)
{
    stop();
    m_measured.reset();
    if (!m_realClock || !hasRealClock())
        return;
    const Settings settings = settingsOf(*m_lesson);
    RunOptions limits{.maxPasses = kMostPasses};
    if (here)
        limits.interruptAt = std::min(m_lesson->interruptAt(settings).value_or(kNever), Instant(kLongestHere));
    const auto run =
        std::make_shared<RealRun>([&](const RunOptions &options) { return m_lesson->start(settings, options); }, limits,
                                  here ? RealRun::Where::ThisThread : RealRun::Where::OwnThread);
    connect(run.get(), &RealRun::finished, this, &Session::runningChanged);
    m_measured = variantOf(*m_lesson, settings);
    m_measured->measured = run;
    const RunOrigin origin{.lesson = lesson(), .settings = changedSettings(*m_lesson, settings)};
    m_measured->record = [run, origin] { return recordingOf(run, origin); };
}

bool Session::hasRealClock() const
{
    return m_lesson && !simulatesOutside(*m_lesson);
}

void Session::setRealClock(bool real)
{
    if (real == m_realClock)
        return;
    m_realClock = real;
    if (!hasRealClock())
        return;
    m_before = itself();
    keepBefore();
    measure();
    show(Place::Start);
}

QString Session::runHere()
{
    if (!hasRealClock())
        return tr("what is on the stage has no real clock");
    if (!endsSoon())
        return tr("this lesson does not end within %1 seconds: it would keep the window")
            .arg(std::chrono::duration_cast<std::chrono::seconds>(kLongestHere).count());
    m_realClock = true;
    m_against = Against::Nothing;
    measure(true);
    show(Place::Start);
    return {};
}

/// On the virtual clock, aside.
bool Session::endsSoon() const
{
    constexpr std::uint64_t kMost = 20'000; // callbacks and steps
    const auto run = m_lesson->start(settingsOf(*m_lesson));
    run->advance(Instant(kLongestHere), kMost);
    return run->finished() && run->time() <= Instant(kLongestHere);
}

bool Session::running() const
{
    return m_measured && m_measured->measured->running();
}

void Session::stop()
{
    if (m_measured)
        m_measured->measured->interrupt();
}

} // namespace coroscope
