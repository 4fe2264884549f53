// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on a real clock: the host that drives them as a guest of Qt's event loop, and the thread they have for
// themselves.

#include <QSignalSpy>
#include <QTest>

#include "app/real/host.h"
#include "app/real/real_run.h"
#include "app/real/simulation.h"
#include "core/lessons/lesson.h"
#include "core/loop/event_loop.h"
#include "core/sync/sleep.h"
#include "core/text/output.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <thread>

using namespace coroscope;

namespace {

/// A real clock that stands still while anything runs. A wait ends when the test says so, and late by as much as it
/// says.
class HeldClock final : public HostClock {
public:
    explicit HeldClock(Duration late = {}) : m_late(late) {}

    [[nodiscard]] ClockKind kind() const override { return ClockKind::Real; }
    [[nodiscard]] Instant now() const override { return m_now; }
    void waitUntil(Instant moment) override { m_now = std::max(m_now, moment); }
    void wake() override { m_woken = true; }
    void start() override { m_now = {}; }
    [[nodiscard]] Instant settled() const override { return m_now; }

    /// What the host waits for; none when it does not.
    [[nodiscard]] std::optional<Instant> awaited() const { return m_awaited; }
    /// The moment comes. False: nobody waits, or only for a wake() that nobody has called.
    bool comes()
    {
        if (!m_awaited || (*m_awaited == kNever && !m_woken))
            return false;
        if (*m_awaited > m_now && !m_woken)
            m_now = *m_awaited + m_late;
        m_woken = false;
        m_awaited.reset();
        ring();
        return true;
    }

protected:
    void arm(Instant moment) override { m_awaited = moment; }
    void disarm() override { m_awaited.reset(); }

private:
    Duration m_late;
    Instant m_now{};
    std::optional<Instant> m_awaited;
    bool m_woken = false;
};

Coro<void> main(World &world, Coro<void> coro)
{
    co_await world.loop().runUntilComplete(std::move(coro));
}

MainProgram programOf(Coro<void> (*coro)())
{
    return [coro](World &world) { return main(world, coro()); };
}

Coro<void> twoNaps()
{
    co_await sleep(1s);
    co_await sleep(2s);
}

Coro<void> sleepLong()
{
    co_await sleep(1h);
}

Coro<void> blockLong()
{
    blockingSleep(1h);
    co_return;
}

Coro<void> spin()
{
    for (bool goes = true; goes;)
        co_await sleep(0s);
}

Coro<void> napShort()
{
    co_await sleep(20ms);
    blockingSleep(20ms);
    co_await sleep(20ms);
}

constexpr int kPatience = 20'000;

constexpr std::array<Coro<void> (*)(), 4> kPrograms{&sleepLong, &blockLong, &spin, &twoNaps};

/// What its program prints and does, with all instants.
std::string linesOf(const Trace &trace)
{
    RunOutput output(trace, Dialect::Lesson, OutputFormat::JsonLines);
    std::string lines;
    while (output.update(lines, 65536)) {
    }
    return lines;
}

std::unique_ptr<Run> onHeldClock(const Lesson &lesson, RunOptions options, Duration late = {})
{
    const auto clock = std::make_shared<HeldClock>(late);
    options.clock = clock;
    auto run = lesson.start(lesson.defaults(), options);
    Host host(*run, *clock);
    host.start([] {});
    while (clock->comes()) {
    }
    return run;
}

/// The steps of all tasks, each with its instant in another run: the k-th step of a task there is its k-th step here.
std::vector<Instant> instantsIn(const Trace &other, const Trace &trace)
{
    std::map<ActorId, std::vector<Instant>> steps;
    for (EventIndex i = 0; i < other.size(); ++i) {
        if (other[i].kind == EventKind::TaskStep)
            steps[other[i].actor].push_back(other[i].at());
    }
    std::map<ActorId, std::size_t> done;
    std::vector<Instant> instants;
    for (EventIndex i = 0; i < trace.size(); ++i) {
        const ActorId actor = trace[i].actor;
        if (trace[i].kind == EventKind::TaskStep && done[actor] < steps[actor].size())
            instants.push_back(steps[actor][done[actor]++]);
    }
    return instants;
}

RealRun::Make makerOf(Coro<void> (*coro)())
{
    return [coro](const RunOptions &options) { return std::make_unique<Run>(programOf(coro), options); };
}

void everyLesson()
{
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : lessons())
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
}

} // namespace

class RealClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHostComesBackWhenTheRunWantsToGoOn()
    {
        const auto clock = std::make_shared<HeldClock>(3us);
        Run run(programOf(twoNaps), {.clock = clock});
        int finished = 0;
        {
            Host host(run, *clock);
            host.start([&finished] { ++finished; });
            QCOMPARE(run.trace().size(), EventIndex(0)); // Qt's event loop comes first
            QVERIFY(clock->comes());
            QVERIFY(clock->awaited() == Instant(1s));
            QVERIFY(clock->comes());
            QVERIFY(clock->awaited() == Instant(3s) + 3us);
            QVERIFY(!run.finished());
            QVERIFY(clock->comes());
            QVERIFY(run.finished());
            QCOMPARE(finished, 1);
            QVERIFY(!clock->comes());
        }
        QCOMPARE(finished, 1);
    }

    void aHostThatGoesLeavesTheRunWhereItIs()
    {
        const auto clock = std::make_shared<HeldClock>();
        Run run(programOf(twoNaps), {.clock = clock});
        {
            Host host(run, *clock);
            host.start([] { QFAIL("it is not over"); });
            clock->comes();
        }
        QVERIFY(!run.finished());
        QVERIFY(!clock->comes());
    }

    void qtHasItsTurnAlsoWhenSomethingIsAlwaysReady()
    {
        const auto clock = std::make_shared<HeldClock>();
        Run run(programOf(spin), {.clock = clock});
        Host host(run, *clock);
        host.start([] {});
        for (int i = 0; i < 5; ++i)
            QVERIFY(clock->comes());
        QVERIFY(!run.finished());
    }

    void aLessonRunsOnARealClockAsOnTheVirtualOne_data() { everyLesson(); }
    void aLessonRunsOnARealClockAsOnTheVirtualOne()
    {
        QFETCH(QString, id);
        const Lesson *const lesson = findLesson(id.toStdString());
        RunOptions options;
        options.maxPasses = 500;
        const auto expected = lesson->start(lesson->defaults(), options);
        expected->finish();
        const auto run = onHeldClock(*lesson, options);
        QVERIFY(run->finished());
        QCOMPARE(run->end(), expected->end());
        QCOMPARE(QString::fromStdString(linesOf(run->trace())), QString::fromStdString(linesOf(expected->trace())));
    }

    void aClockThatIsLateChangesNoOrderOfInstants_data() { everyLesson(); }
    void aClockThatIsLateChangesNoOrderOfInstants()
    {
        QFETCH(QString, id);
        const Lesson *const lesson = findLesson(id.toStdString());
        RunOptions options;
        options.maxPasses = 500;
        const auto exact = lesson->start(lesson->defaults(), options);
        exact->finish();
        const auto late = onHeldClock(*lesson, options, 150us);
        const std::vector<Instant> instants = instantsIn(exact->trace(), late->trace());
        QVERIFY(std::ranges::is_sorted(instants));
    }

    void theseLessonsSimulateTheirOutside()
    {
        for (const char *id : {"fetch-threads", "echo-protocol", "echo-streams", "subprocess-lines", "threads-remedy"})
            QVERIFY2(simulatesOutside(*findLesson(id)), id);
        for (const char *id :
             {"pieces-one", "starvation-gather", "queue-ticks", "fork-interrupted", "generators-revisited"})
            QVERIFY2(!simulatesOutside(*findLesson(id)), id);
    }

    void aRunOnTheWallClockTakesItsTime()
    {
        RealRun run(makerOf(napShort));
        QSignalSpy finished(&run, &RealRun::finished);
        run.start();
        QVERIFY(finished.wait(kPatience));
        QVERIFY(run.ended() && !run.running());
        QVERIFY(run.run().end() == RunEnd::Complete);
        QVERIFY(run.run().time() >= Instant(60ms));
        QCOMPARE(run.trace().header().clock, ClockKind::Real);
        Instant began{};
        for (EventIndex i = 0; i < run.trace().size(); ++i) {
            QVERIFY(i == 0 || run.trace()[i].at() >= run.trace()[i - 1].at());
            if (run.trace()[i].kind == EventKind::BlockBegan)
                began = run.trace()[i].at();
            if (run.trace()[i].kind == EventKind::BlockEnded)
                QVERIFY(run.trace()[i].at() - began >= 20ms);
        }
        QVERIFY(began >= Instant(20ms));
    }

    void ctrlCEndsAnyWaiting_data()
    {
        QTest::addColumn<int>("program");
        QTest::newRow("a sleep") << 0;
        QTest::newRow("a blocking call") << 1;
        QTest::newRow("no waiting at all") << 2;
    }
    void ctrlCEndsAnyWaiting()
    {
        QFETCH(int, program);
        RealRun run(makerOf(kPrograms[static_cast<std::size_t>(program)]));
        QSignalSpy finished(&run, &RealRun::finished);
        run.start();
        while (run.trace().size() < 5)
            std::this_thread::yield();
        run.interrupt();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(run.run().end(), RunEnd::Interrupt);
    }

    void ctrlCAtAnInstantComesOnTheRealClockToo()
    {
        RunOptions options;
        options.interruptAt = Instant(10ms);
        RealRun run(makerOf(blockLong), options);
        QSignalSpy finished(&run, &RealRun::finished);
        run.start();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(run.run().end(), RunEnd::Interrupt);
        QVERIFY(run.run().time() >= Instant(10ms));
    }

    void runsMayBeStartedAndLeftAtAnyTime()
    {
        for (std::size_t i = 0; i < 200; ++i) {
            RealRun run(makerOf(kPrograms[i % kPrograms.size()]));
            if (i % 5 == 4)
                continue; // never started
            run.start();
            const EventIndex seen = i % 7;
            while (run.trace().size() < seen)
                std::this_thread::yield();
            if (i % 3 == 0)
                run.interrupt();
        }
    }

    void theTraceIsReadWhileItGrows()
    {
        RealRun run(makerOf(spin));
        QVERIFY(run.edge() == Instant());
        run.start();
        Instant edge{};
        EventIndex read = 0;
        std::int64_t sum = 0;
        while (read < 5000) {
            const Instant now = run.edge();
            QVERIFY(now >= edge);
            edge = now;
            for (const EventIndex size = run.trace().size(); read < size; ++read)
                sum += run.trace()[read].time;
        }
        QVERIFY(sum > 0);
    }

    void nothingHappensBeforeTheLiveEdgeAfterwards()
    {
        RealRun run(makerOf(spin));
        run.start();
        for (int i = 0; i < 300; ++i) {
            const Instant edge = run.edge();
            const EventIndex known = run.trace().size();
            while (run.trace().size() == known)
                std::this_thread::yield();
            QVERIFY(run.trace()[known].at() >= edge);
        }
    }
};

QTEST_GUILESS_MAIN(RealClockTest)
#include "tst_real_clock.moc"
