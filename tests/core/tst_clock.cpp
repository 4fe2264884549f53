// SPDX-License-Identifier: GPL-3.0-or-later
// What a host has of a run: when it wants to go on, who waits, and what other threads may do.

#include <QTest>

#include "core/loop/run.h"
#include "core/sync/sleep.h"
#include "tests/core/support/program.h"

#include <thread>

using namespace coroscope;
using namespace coroscope::testing;

namespace {

/// A real clock whose time passes only while somebody waits: what it was asked to wait for is on record.
class HostsClock final : public Clock {
public:
    [[nodiscard]] ClockKind kind() const override { return ClockKind::Real; }
    [[nodiscard]] Instant now() const override { return time; }
    void waitUntil(Instant moment) override
    {
        waits.push_back(moment);
        time = std::max(time, moment) + 5us; // a real one is late
    }
    void wake() override { ++wakes; }

    Instant time{};
    std::vector<Instant> waits;
    std::atomic<int> wakes = 0;
};

Coro<void> twoNaps(World &world)
{
    co_await world.loop().runUntilComplete([]() -> Coro<void> {
        co_await sleep(1s);
        co_await sleep(2s);
    }());
}

/// A thread works for a while and hands its answer to the loop, which has nothing else to do.
Coro<int> askThread(World &world, std::thread &thread)
{
    EventLoop &loop = world.loop();
    const Future<int> answer = loop.createFuture<int>();
    world.outside().workStarted();
    thread = std::thread([&world, &loop, answer] {
        std::this_thread::yield();
        loop.callSoonThreadsafe([&world, answer] {
            world.outside().workFinished();
            answer.setResult(42);
        });
    });
    co_return co_await answer;
}

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunSaysWhenItWantsToGoOn()
    {
        Run run(twoNaps);
        QVERIFY(run.advance(Instant()) == Instant(1s));
        QVERIFY(run.time() == Instant());
        QVERIFY(run.advance(Instant(999ms)) == Instant(1s));
        QVERIFY(run.advance(Instant(1s)) == Instant(3s));
        QVERIFY(run.time() == Instant(1s));
        QVERIFY(!run.finished());
        QVERIFY(run.advance(Instant(4s)) == kNever);
        QVERIFY(run.finished());
        QVERIFY(run.time() == Instant(3s));
    }

    void aSpentBudgetWantsToGoOnAtOnce()
    {
        Run run(twoNaps);
        QVERIFY(run.advance(kNever, 1) == Instant(1s));
        const Instant next = run.advance(kNever, 1); // the timer's callback; the task is ready
        QVERIFY(run.time() == Instant(1s));
        QVERIFY(next == run.time());
    }

    void onARealClockTheHostWaits()
    {
        const auto clock = std::make_shared<HostsClock>();
        Run run(twoNaps, {.clock = clock});
        QVERIFY(run.advance(clock->now()) == Instant(1s));
        QVERIFY(clock->waits.empty());
        clock->time = Instant(1s) + 3us;
        const Instant next = run.advance(clock->now());
        QVERIFY(clock->waits.empty());
        QVERIFY(next == Instant(3s) + 3us);
        clock->time = next + 2us;
        run.advance(clock->now());
        QVERIFY(run.finished());
        QVERIFY(clock->waits.empty());
        QCOMPARE(run.trace()[run.trace().size() - 1].time, nanosecondsOf(next + 2us));
    }

    void aHostThatOnlyWaitsLeavesItToTheClock()
    {
        const auto clock = std::make_shared<HostsClock>();
        Run run(twoNaps, {.clock = clock});
        run.finish();
        QCOMPARE(clock->waits.size(), std::size_t(2));
        QVERIFY(clock->waits.front() == Instant(1s));
        QVERIFY(clock->waits.back() == Instant(3s) + 5us); // asked for after the first wait was late
    }

    void aBlockingCallKeepsTheThreadAlsoWhenWoken()
    {
        struct Woken final : Clock {
            [[nodiscard]] ClockKind kind() const override { return ClockKind::Real; }
            [[nodiscard]] Instant now() const override { return time; }
            void waitUntil(Instant /*moment*/) override { time += 100ms; }
            void wake() override {}
            Instant time{};
        };
        Run run(
            [](World &) -> Coro<void> {
                blockingSleep(1s);
                co_return;
            },
            {.clock = std::make_shared<Woken>()});
        run.finish();
        QVERIFY(run.time() == Instant(1s));
    }

    void anotherThreadWakesALoopThatWaits()
    {
        for (int i = 0; i < 100; ++i) {
            std::thread thread;
            int answer = 0;
            Run run([&](World &world) -> Coro<void> {
                answer = co_await world.loop().runUntilComplete(askThread(world, thread));
            });
            run.finish();
            thread.join();
            QCOMPARE(answer, 42);
            QVERIFY(run.end() == RunEnd::Complete);
        }
    }

    void aHostThatWaitsItselfIsWokenByItsClock()
    {
        const auto clock = std::make_shared<HostsClock>();
        std::thread thread;
        int answer = 0;
        Run run(
            [&](World &world) -> Coro<void> {
                answer = co_await world.loop().runUntilComplete(askThread(world, thread));
            },
            {.clock = clock});
        while (thread.get_id() == std::thread::id())
            run.advance(clock->now());
        thread.join();
        QCOMPARE(clock->wakes.load(), 1);
        run.advance(clock->now());
        QVERIFY(run.finished());
        QCOMPARE(answer, 42);
        QVERIFY(clock->waits.empty());
    }

    void whatNobodyWorksOnEndsALoopThatHasNothingToDo()
    {
        Run run([](World &world) -> Coro<void> { co_await world.loop().runForever(); });
        QVERIFY(run.advance(Instant()) == kNever);
        QVERIFY(run.finished());
        QVERIFY(run.end() == RunEnd::Idle);
    }

    void whileSomebodyWorksItWaits()
    {
        Run run([](World &world) -> Coro<void> {
            world.outside().workStarted();
            co_await world.loop().runForever();
        });
        QVERIFY(run.advance(kNever) == kNever);
        QVERIFY(!run.finished());
        run.world().post([&run] { run.world().outside().workFinished(); });
        QVERIFY(run.advance(kNever) == kNever);
        QVERIFY(run.finished());
    }

    void inItsOwnThreadACallbackKeepsItsPlace()
    {
        COMPARE_TEXT(textOf([](World &world) -> Coro<void> {
                         EventLoop &loop = world.loop();
                         loop.callSoon([] { print("first"); });
                         loop.callSoonThreadsafe([] { print("second"); });
                         loop.callSoon([&loop] {
                             print("third");
                             loop.stop();
                         });
                         co_await loop.runForever();
                     }),
                     R"(
0s + 000ms  first
0s + 000ms  second
0s + 000ms  third
= 0s + 000ms  stopped
)");
    }
};

} // namespace

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
