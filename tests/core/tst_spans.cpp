// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"
#include "tests/core/support/properties.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Lanes and spans, folded from the trace: states, the thread, late sleepers, and who woke whom.
class SpansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showWhoHoldsTheThread();
    void showLateSleepersAsReady();
    void showEndingsAndTheirTexts();
    void nameWhoWokeWhom_data();
    void nameWhoWokeWhom();
    void growWithTheTrace();
    void closeSectionsInnermostFirst();
    void holdForOddPrograms_data();
    void holdForOddPrograms();
};

namespace {

EventLoop &loop()
{
    return EventLoop::running();
}

struct Traced {
    explicit Traced(MainProgram program, RunOptions options = {}) : run(std::move(program), options), spans(run.trace())
    {
        run.finish();
        spans.update();
    }
    Run run;
    Spans spans;
};

Coro<void> sleeper(Duration duration)
{
    co_await sleep(duration);
}

Coro<void> blocker(Duration first, Duration block)
{
    co_await sleep(first);
    blockingSleep(block);
}

Coro<void> blockMain()
{
    const auto a = createTask(blocker(500ms, 1s), "a");
    const auto b = createTask(sleeper(2s), "b");
    co_await a;
    co_await b;
}

Coro<void> lateMain()
{
    const auto a = createTask(blocker(500ms, 2s), "a");
    const auto b = createTask(sleeper(1s), "b");
    const auto c = createTask(sleeper(2500ms), "c");
    co_await waitAll(a, b, c);
}

Coro<int> answers()
{
    co_return 42;
}

Coro<void> endingsMain()
{
    const auto good = createTask(answers(), "good");
    const auto bad = createTask(failure(ValueError("x")), "bad");
    const auto cancelled = createTask(sleeper(1s), "cancelled");
    const auto never = createTask(sleeper(1s), "never");
    never.cancel();
    co_await sleep(0s);
    cancelled.cancel();
    co_await waitAll(good, bad, cancelled, never);
    bad.exception();
    createTask(sleeper(5s), "pending");
    co_await sleep(0s);
}

// Causes. The tasks are called cause and effect where there are two.

Coro<void> gets(Queue<int> &queue)
{
    co_await queue.get();
}

Coro<void> putsAfter(Queue<int> &queue)
{
    co_await sleep(1s);
    co_await queue.put(1);
}

Coro<void> putMain()
{
    Queue<int> queue;
    const auto effect = createTask(gets(queue), "effect");
    const auto cause = createTask(putsAfter(queue), "cause");
    co_await waitAll(effect, cause);
}

Coro<void> holdsLock(Lock &lock)
{
    const auto held = co_await lock.scoped();
    co_await sleep(1s);
}

Coro<void> lockMain()
{
    Lock lock;
    const auto cause = createTask(holdsLock(lock), "cause");
    const auto effect = createTask(holdsLock(lock), "effect");
    co_await waitAll(effect, cause);
}

Coro<void> joins(Task<void> task)
{
    co_await task;
}

Coro<void> joinMain()
{
    const auto cause = createTask(sleeper(1s), "cause");
    const auto effect = createTask(joins(cause), "effect");
    co_await effect;
}

Coro<void> cancelsAfter(Task<void> task)
{
    co_await sleep(1s);
    task.cancel();
}

Coro<void> cancelMain()
{
    const auto effect = createTask(sleeper(5s), "effect");
    const auto cause = createTask(cancelsAfter(effect), "cause");
    co_await waitAll(effect, cause);
}

Coro<void> callsBack(Future<void> future)
{
    co_await sleep(1s);
    loop().callSoon([future] { future.setResult(); });
}

Coro<void> awaits(Future<void> future)
{
    co_await future;
}

Coro<void> callbackMain()
{
    const auto future = loop().createFuture<void>();
    const auto effect = createTask(awaits(future), "effect");
    const auto cause = createTask(callsBack(future), "cause");
    co_await waitAll(effect, cause);
}

Coro<int> job()
{
    co_await threadSleep(1s);
    co_return 1;
}

Coro<void> threadMain()
{
    co_await runInExecutor(job());
}

Coro<void> sections()
{
    World &world = World::current();
    world.beginSection("outer");
    co_await sleep(1s);
    world.beginSection("inner");
    co_await sleep(1s);
    world.beginSection("inner");
    co_await sleep(1s);
    world.endSection("inner");
    co_await sleep(1s);
    world.endSection("inner");
    world.endSection("outer");
    world.endSection("nothing");
    world.beginSection("open");
}

// Programs in which much happens.

Coro<void> twoLoops(World &world)
{
    const auto late = world.loop().createTask(blocker(1s, 1s));
    EventLoop &second = world.newLoop();
    co_await second.runUntilComplete(lateMain());
    blockingSleep(1s);
    co_await world.loop().runUntilComplete(Future<void>(late));
}

Coro<void> interrupted(World &world)
{
    try {
        co_await world.loop().runUntilComplete(blockMain());
    } catch (const KeyboardInterrupt &) {
        blockingSleep(1s);
    }
}

Coro<void> blocksInCallbacksMain()
{
    loop().callSoon([] { blockingSleep(1s); });
    loop().callLater(500ms, [] { blockingSleep(1s); });
    const auto a = createTask(sleeper(700ms), "a");
    co_await a;
    const auto future = runInExecutor(job());
    blockingSleep(2s);
    blockingSleep(0s);
    co_await future;
}

Coro<void> groupMain()
{
    TaskGroup group;
    const auto body = [&group]() -> Coro<void> {
        group.createTask(sleeper(1s));
        group.createTask(failure(ValueError("x"), 2s));
        group.createTask(sleeper(9s));
        co_await sleep(9s);
    };
    co_await showOutcome(waitFor(group.run(body()), 5s));
    Barrier barrier(3);
    const auto passes = [&barrier]() -> Coro<int> { return barrier.wait(); };
    co_await gather(passes(), passes(), passes());
    Queue<int> queue(1);
    const auto a = createTask(gets(queue));
    const auto b = createTask(gets(queue));
    co_await sleep(0s);
    queue.putNowait(1);
    queue.getNowait(); // the getter wakes up in vain
    queue.putNowait(2);
    co_await queue.put(3);
    co_await waitAll(a, b);
}

} // namespace

void SpansTest::showWhoHoldsTheThread()
{
    const Traced traced(mainProgram(blockMain));
    COMPARE_TEXT(lanesOf(traced.spans), R"(
Task-1: ready 0-0, running 0-0, awaiting 0-1.5 (await a), ready 1.5-1.5, running 1.5-1.5, awaiting 1.5-2 (await b), ready 2-2, running 2-2
a: ready 0-0, running 0-0, awaiting 0-0.5 (await sleep(0.5)), ready 0.5-0.5, running 0.5-0.5, blocking 0.5-1.5, running 1.5-1.5
b: ready 0-0, running 0-0, awaiting 0-2 (await sleep(2)), ready 2-2, running 2-2
)");
    COMPARE_TEXT(threadOf(traced.spans),
                 "Task-1 0-0, a 0-0, b 0-0, a 0.5-0.5, a blocks 0.5-1.5, a 1.5-1.5, Task-1 1.5-1.5, b 2-2, Task-1 2-2");
}

void SpansTest::showLateSleepersAsReady()
{
    const Traced traced(mainProgram(lateMain));
    const auto lane = [&](std::uint32_t actor) { return traced.spans.lane(static_cast<ActorId>(actor)); };
    const Lane b = lane(3);
    QCOMPARE(b.spans.size(), std::size_t(5));
    QVERIFY(b.spans[2].state == State::Awaiting && b.spans[2].end == Instant(1s));
    QVERIFY(b.spans[3].state == State::Ready && b.spans[3].begin == Instant(1s) && b.spans[3].end == Instant(2500ms));
    const Lane c = lane(4); // due the very moment the thread is free
    QVERIFY(c.spans[2].end == Instant(2500ms) && c.spans[3].length() == Duration(0));
}

void SpansTest::showEndingsAndTheirTexts()
{
    const Traced traced(mainProgram(endingsMain));
    std::string text;
    for (const Lane &lane : traced.spans.lanes())
        if (lane.kind == ActorKind::Task)
            text += lane.name + ' ' + std::to_string(int(lane.outcome)) + ' ' + lane.outcomeText + '\n';
    COMPARE_TEXT(text, R"(
Task-1 1 None
good 1 42
bad 2 ValueError: x
cancelled 3 
never 3 
pending 0 
)");
    const Lane &never = traced.spans.lanes()[5];
    QCOMPARE(never.spans.size(), std::size_t(1)); // it was ready, and that was all
}

void SpansTest::nameWhoWokeWhom_data()
{
    QTest::addColumn<MainCoroutine>("main");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, MainCoroutine main, const char *expected) {
        QTest::newRow(name) << main << QString::fromUtf8(expected);
    };
    row("put", putMain, "main wakes cause, cause wakes effect");
    row("release", lockMain, "main wakes cause, cause wakes effect, main wakes effect");
    row("end", joinMain, "main wakes cause, cause wakes effect, effect wakes Task-1");
    row("cancel", cancelMain, "main wakes cause, cause cancels effect, cause wakes effect");
    row("callback", callbackMain, "main wakes cause, cause wakes effect");
    row("thread", threadMain, "Thread-1 wakes Task-1");
}

void SpansTest::nameWhoWokeWhom()
{
    QFETCH(MainCoroutine, main);
    QFETCH(QString, expected);
    const Traced traced(mainProgram(main));
    std::string text = wakeupsOf(traced.spans);
    // How the main coroutine hears of it is not the point.
    std::vector<std::string> kept;
    for (const QString &each : QString::fromStdString(text).split(QStringLiteral(", ")))
        if (!each.contains(QStringLiteral("spawns"))
            && (!each.endsWith(QStringLiteral("Task-1")) || expected.contains(each)))
            kept.push_back(each.toStdString());
    std::string joined;
    for (const auto &each : kept)
        joined += (joined.empty() ? "" : ", ") + each;
    COMPARE_TEXT(joined, expected.toStdString());
    QVERIFY2(text.starts_with("main spawns Task-1"), text.c_str());
}

void SpansTest::growWithTheTrace()
{
    const Traced whole(mainProgram(groupMain));
    Run run(mainProgram(groupMain));
    Spans spans(run.trace());
    QVERIFY(!spans.update());
    for (run.advance(kNever, 1); !run.finished(); run.advance(kNever, 1)) {
        const EventIndex before = spans.eventsRead();
        QCOMPARE(spans.update(), run.trace().size() > before);
        QCOMPARE(spans.eventsRead(), run.trace().size());
    }
    spans.update();
    COMPARE_TEXT(lanesOf(spans), lanesOf(whole.spans));
    COMPARE_TEXT(threadOf(spans), threadOf(whole.spans));
    COMPARE_TEXT(wakeupsOf(spans), wakeupsOf(whole.spans));
    QVERIFY(spans.finished());
}

void SpansTest::closeSectionsInnermostFirst()
{
    const Traced traced(mainProgram(sections));
    std::string text;
    for (const Section &section : traced.spans.sections())
        text += traced.run.trace().text(section.name) + ' ' + secondsText(section.begin.time_since_epoch()) + '-'
                + (section.end == kNever ? "" : secondsText(section.end.time_since_epoch())) + '\n';
    COMPARE_TEXT(text, "outer 0-4\ninner 1-4\ninner 2-3\nopen 4-\n");
}

void SpansTest::holdForOddPrograms_data()
{
    QTest::addColumn<MainProgram>("program");
    QTest::newRow("two loops") << MainProgram(twoLoops);
    QTest::newRow("interrupted while blocking") << MainProgram(interrupted);
    QTest::newRow("blocking callbacks") << mainProgram(blocksInCallbacksMain);
    QTest::newRow("groups, barriers, waking in vain") << mainProgram(groupMain);
    QTest::newRow("late sleepers") << mainProgram(lateMain);
    QTest::newRow("endings") << mainProgram(endingsMain);
}

void SpansTest::holdForOddPrograms()
{
    QFETCH(MainProgram, program);
    const Traced traced(program, {.interruptAt = Instant(1s)});
    QString wrong = wrongInSpans(traced.run.trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    wrong = wrongInMeasures(traced.run.trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const Traced whole(program);
    wrong = wrongInSpans(whole.run.trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    wrong = wrongInMeasures(whole.run.trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(SpansTest)
#include "tst_spans.moc"
