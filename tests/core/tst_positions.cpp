// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/lessons/lesson.h"
#include "core/model/positions.h"

#include <random>

using namespace coroscope;
using namespace coroscope::testing;

/// Where in its source everybody is, at any event of a run.
class PositionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followEachLinkOfAChain();
    void tellTheMainProgramFromItsLoop();
    void tellCallbacksFromTheMainProgram();
    void followWhatAHandDrives();
    void followThreads();
    void areTheSameForwardsAndBackwards_data();
    void areTheSameForwardsAndBackwards();
};

namespace {

// The lines below are named by how far they are from here.
constexpr std::uint32_t kBase = __LINE__;
Coro<void> inner()
{
    co_await sleep(1s); // 3
    print("inner");     // 4
    blockingSleep(1s);  // 5
}
Coro<void> outer()
{
    print("outer");     // 9
    co_await inner();   // 10
    co_await sleep(0s); // 11
}
Coro<void> mainCoroutine(World &world)
{
    print("before");                                 // 15
    co_await world.loop().runUntilComplete(outer()); // 16
    print("after");                                  // 17
}
Coro<void> withCallbacks(World &world)
{
    EventLoop *const loop = &world.loop();
    loop->callSoon([] { print("callback"); }); // 22
    loop->callLater(1s, [loop] { loop->stop(); });
    co_await loop->runForever(); // 24
}
Coro<void> yields()
{
    print("driven");                // 28
    co_await yieldToDriver("once"); // 29
}
Coro<void> byHand(World &)
{
    HandDriver driver(yields());
    driver.send(); // 34
    print("sent"); // 35
    co_return;
}
Coro<void> job()
{
    co_await threadSleep(1s); // 40
}
Coro<void> withThread()
{
    co_await runInExecutor(job()); // 44
}

/// "Task-1 10 3": the actor and the place of each link, outermost first; 0 where it has not done anything yet.
std::string text(const Trace &trace, const Positions &positions, ActorId actor)
{
    std::string lines;
    for (const auto &frame : positions.chain(actor)) {
        const SourcePlace &place = trace.place(frame.place);
        const bool here = place.file.ends_with("tst_positions.cpp");
        lines += (lines.empty() ? "" : " ")
                 + (here                               ? std::to_string(place.line - kBase)
                    : frame.place == SourceId::Nowhere ? "0"
                                                       : "?");
    }
    return lines;
}

std::unique_ptr<Run> finished(MainProgram program)
{
    auto run = std::make_unique<Run>(std::move(program));
    run->finish();
    return run;
}

EventIndex after(const Trace &trace, EventKind kind, int count = 1)
{
    for (EventIndex i = 0; i < trace.size(); ++i)
        if (trace[i].kind == kind && --count == 0)
            return i + 1;
    return trace.size();
}

constexpr auto kTask = static_cast<ActorId>(1);

} // namespace

void PositionsTest::followEachLinkOfAChain()
{
    const auto run = finished(mainCoroutine);
    const Trace &trace = run->trace();
    PositionsView view(trace);
    const auto at = [&](EventKind kind, int count = 1) {
        return text(trace, view.seek(after(trace, kind, count)), kTask);
    };
    QCOMPARE(at(EventKind::ActorCreated), std::string("0"));
    QCOMPARE(at(EventKind::Printed, 2), std::string("9"));
    QCOMPARE(at(EventKind::FrameEntered, 3), std::string("10 0"));
    QCOMPARE(at(EventKind::TaskAwait, 1), std::string("10 3"));
    QVERIFY(view.seek(after(trace, EventKind::TaskAwait)).running() == ActorId::None);
    QVERIFY(view.seek(after(trace, EventKind::TaskAwait)).latest() == kTask);
    QCOMPARE(at(EventKind::Printed, 3), std::string("10 4"));
    QVERIFY(view.seek(after(trace, EventKind::Printed, 3)).running() == kTask);
    QCOMPARE(at(EventKind::BlockBegan), std::string("10 5"));
    QCOMPARE(at(EventKind::FrameLeft), std::string("10"));
    QCOMPARE(at(EventKind::TaskAwait, 2), std::string("11"));
    QVERIFY(view.seek(after(trace, EventKind::TaskDone)).chain(kTask).empty());
}

void PositionsTest::tellTheMainProgramFromItsLoop()
{
    const auto run = finished(mainCoroutine);
    const Trace &trace = run->trace();
    PositionsView view(trace);
    QVERIFY(view.seek(0).running() == ActorId::Main);
    QCOMPARE(text(trace, view.seek(after(trace, EventKind::Printed)), ActorId::Main), std::string("15"));
    const Positions &inLoop = view.seek(after(trace, EventKind::LoopStarted));
    QVERIFY(inLoop.running() == ActorId::None);
    QCOMPARE(text(trace, inLoop, ActorId::Main), std::string("16 ? ?")); // runUntilComplete() is made of coroutines
    const Positions &printed = view.seek(after(trace, EventKind::Printed, 4));
    QVERIFY(printed.running() == ActorId::Main);
    QCOMPARE(text(trace, printed, ActorId::Main), std::string("17"));
    const Positions &end = view.seek(trace.size());
    QVERIFY(end.chains().empty() && end.running() == ActorId::None);
}

void PositionsTest::tellCallbacksFromTheMainProgram()
{
    const auto run = finished(withCallbacks);
    const Trace &trace = run->trace();
    PositionsView view(trace);
    const Positions &printed = view.seek(after(trace, EventKind::Printed));
    QVERIFY(printed.running() == ActorId::None);
    QCOMPARE(trace.place(printed.callbackPlace()).line - kBase, 22U);
    QCOMPARE(text(trace, printed, ActorId::Main), std::string("24"));
    QVERIFY(view.seek(after(trace, EventKind::Pass, 2)).callbackPlace() == SourceId::Nowhere);
}

void PositionsTest::followWhatAHandDrives()
{
    const auto run = finished(byHand);
    const Trace &trace = run->trace();
    PositionsView view(trace);
    const Positions &sent = view.seek(after(trace, EventKind::Sent));
    QVERIFY(sent.running() == kTask);
    QCOMPARE(text(trace, sent, ActorId::Main), std::string("34"));
    QCOMPARE(text(trace, view.seek(after(trace, EventKind::Printed)), kTask), std::string("28"));
    const Positions &yielded = view.seek(after(trace, EventKind::Yielded));
    QVERIFY(yielded.running() == ActorId::Main);
    QCOMPARE(text(trace, yielded, kTask), std::string("29"));
    QCOMPARE(text(trace, view.seek(after(trace, EventKind::Printed, 2)), ActorId::Main), std::string("35"));
}

void PositionsTest::followThreads()
{
    const auto run = finished(mainProgram(withThread));
    const Trace &trace = run->trace();
    PositionsView view(trace);
    const Positions &asleep = view.seek(after(trace, EventKind::WorkerStarted));
    QCOMPARE(text(trace, asleep, kTask), std::string("44"));
    QCOMPARE(text(trace, asleep, static_cast<ActorId>(2)),
             std::string("? 40")); // the thread's own coroutine awaits the job
}

void PositionsTest::areTheSameForwardsAndBackwards_data()
{
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : lessons())
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
}

void PositionsTest::areTheSameForwardsAndBackwards()
{
    QFETCH(QString, id);
    const Lesson &lesson = *findLesson(id.toStdString());
    const auto run = lesson.start(lesson.defaults());
    run->finish();
    const Trace &trace = run->trace();
    const auto dump = [](const Positions &positions) {
        std::string all =
            std::to_string(raw(positions.running())) + '@' + std::to_string(raw(positions.callbackPlace()));
        for (const auto &[actor, chain] : positions.chains()) {
            all += '\n' + std::to_string(raw(actor));
            for (const auto &frame : chain)
                all += ' ' + std::to_string(raw(frame.function)) + ':' + std::to_string(raw(frame.place));
        }
        return all;
    };
    PositionsView wandering(trace);
    std::mt19937 random(1);
    std::uniform_int_distribution<EventIndex> anywhere(0, trace.size());
    for (int i = 0; i < 60; ++i) {
        const EventIndex cursor = anywhere(random);
        QCOMPARE(dump(wandering.seek(cursor)), dump(PositionsView(trace).seek(cursor)));
    }
}

QTEST_GUILESS_MAIN(PositionsTest)
#include "tst_positions.moc"
