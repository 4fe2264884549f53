// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/lessons/lesson.h"
#include "core/model/diagnostics.h"
#include "core/sync/comprehension.h"
#include "core/sync/shared.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Each diagnostic where it is due, with its numbers, and nowhere else.
class DiagnosticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellOfACoroutineNeverAwaited();
    void tellOfAnExceptionNeverRetrieved();
    void tellWhoHeldTheThread();
    void tellOfADeadlock();
    void tellWhatIsPending();
    void doNotCallASleeperDeadlocked();
    void sayNothingOfCleanPrograms_data();
    void sayNothingOfCleanPrograms();
    void sayOnlyWhatHasHappened();
    void tellOfAwaitsInTurn_data();
    void tellOfAwaitsInTurn();
    void tellOfLostUpdates();
};

namespace {

std::string textOf(const Trace &trace, std::optional<ShownUntil> until = {})
{
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    std::string text;
    for (const auto &each : diagnose(names, until ? *until : ShownUntil::endOf(spans)))
        text += secondsText(each.at.time_since_epoch()) + ' ' + kindText(each.kind) + ": " + each.text + '\n';
    return text;
}

std::string diagnosesOf(MainProgram program, RunOptions options = {})
{
    Run run(std::move(program), options);
    run.finish();
    return textOf(run.trace());
}

std::string diagnosesOf(MainCoroutine main)
{
    return diagnosesOf(mainProgram(main));
}

Coro<void> sleeper(Duration duration)
{
    co_await sleep(duration);
}

Coro<void> forgetsMain()
{
    co_await sleep(1s);
    static_cast<void>(sleeper(1s));
}

Coro<void> fails()
{
    co_await sleep(1s);
    throw ValueError("lost");
}

Coro<void> neverRetrievedMain()
{
    createTask(fails(), "loser");
    co_await sleep(2s);
}

Coro<void> retrievedMain()
{
    const auto task = createTask(fails());
    co_await waitAll(task);
    task.exception();
}

Coro<void> blocks()
{
    co_await sleep(500ms);
    blockingSleep(1s);
    co_await sleep(1s);
    blockingSleep(250ms);
}

Coro<void> heldMain()
{
    const auto holder = createTask(blocks(), "holder");
    const auto one = createTask(sleeper(1s), "one");
    const auto two = createTask(sleeper(500ms), "two");
    co_await waitAll(holder, one, two);
}

/// Blocks, but nobody wants the thread meanwhile.
Coro<void> aloneMain()
{
    blockingSleep(1s);
    co_await sleep(1s);
}

Coro<void> takesBoth(Lock &first, Lock &second)
{
    const auto one = co_await first.scoped();
    co_await sleep(1s);
    const auto two = co_await second.scoped();
}

Coro<void> deadlock(World &world)
{
    Lock a("a");
    Lock b("b");
    world.loop().createTask(takesBoth(a, b), "one");
    world.loop().createTask(takesBoth(b, a), "two");
    world.loop().createTask(sleeper(3s), "fine");
    co_await world.loop().runForever();
}

Coro<void> pendingMain()
{
    Queue<int> queue(0, "orders");
    const auto gets = [&queue]() -> Coro<void> { co_await queue.get(); };
    const auto getter = createTask(gets(), "getter");
    createTask(sleeper(5s), "sleeper");
    co_await sleep(1s);
}

/// A loop that is left with a sleeper, and one that ends with nothing left to run.
Coro<void> leavesSleeper(World &world)
{
    world.loop().createTask(sleeper(10s), "sleeper");
    world.loop().callLater(1s, [&world] { world.loop().stop(); });
    co_await world.loop().runForever();
    EventLoop &second = world.newLoop();
    second.createTask(sleeper(1s), "done");
    co_await second.runForever();
}

Coro<void> cleanMain()
{
    Queue<int> queue(1);
    const auto puts = [&queue]() -> Coro<void> {
        for (int i = 0; i < 3; ++i)
            co_await queue.put(i);
    };
    const auto gets = [&queue]() -> Coro<void> {
        for (int i = 0; i < 3; ++i)
            co_await queue.get();
    };
    co_await gather(puts(), gets(), sleeper(1s));
    try {
        co_await waitFor(sleeper(5s), 1s);
    } catch (const TimeoutError &) {
        print("as expected");
    }
    const auto cancelled = createTask(sleeper(1s));
    cancelled.cancel();
    co_await waitAll(cancelled);
    co_await runInExecutor(sleeper(0s));
}

Coro<int> threadJob(int n)
{
    co_await threadSleep(1s);
    co_return n;
}

Coro<void> executorMain()
{
    Executor executor(1);
    const auto first = executor.run(EventLoop::running(), threadJob(1));
    const auto second = executor.run(EventLoop::running(), threadJob(2));
    co_await sleep(500ms);
    second.cancel();
    co_await first;
}

} // namespace

void DiagnosticsTest::tellOfACoroutineNeverAwaited()
{
    COMPARE_TEXT(diagnosesOf(forgetsMain), "1 never-awaited: coroutine sleeper was never awaited\n");
}

void DiagnosticsTest::tellOfAnExceptionNeverRetrieved()
{
    COMPARE_TEXT(diagnosesOf(neverRetrievedMain),
                 "1 never-retrieved: the exception of loser was never retrieved: ValueError: lost [loser fails]\n");
    COMPARE_TEXT(diagnosesOf(retrievedMain), "");
}

void DiagnosticsTest::tellWhoHeldTheThread()
{
    Run run(mainProgram(heldMain));
    run.finish();
    // From 0.5 s to 1.5 s: two wants the thread all the time, one from 1 s on.
    COMPARE_TEXT(
        textOf(run.trace()),
        "0.5 thread-held: holder held the thread for 1 s while others were ready: one was delayed by 0.5 s, two was delayed by 1 s\n");
    Spans spans(run.trace());
    spans.update();
    Names names(spans);
    names.update();
    const auto all = diagnose(names, ShownUntil::endOf(spans));
    QCOMPARE(all.size(), std::size_t(1));
    QVERIFY(all[0].duration == Duration(1s) && all[0].actor == static_cast<ActorId>(2));
    QCOMPARE(all[0].delayed.size(), std::size_t(2));
    COMPARE_TEXT(diagnosesOf(aloneMain), "");
}

void DiagnosticsTest::tellOfADeadlock()
{
    COMPARE_TEXT(diagnosesOf(deadlock), R"(
3 deadlock: one waits for ever: await b.acquire(); nothing is left that could wake it
3 deadlock: two waits for ever: await a.acquire(); nothing is left that could wake it
)");
}

void DiagnosticsTest::tellWhatIsPending()
{
    COMPARE_TEXT(diagnosesOf(pendingMain), R"(
1 still-pending: getter was still pending when the loop stopped: await orders.get()
1 still-pending: sleeper was still pending when the loop stopped: await sleep(5)
)");
}

void DiagnosticsTest::doNotCallASleeperDeadlocked()
{
    COMPARE_TEXT(diagnosesOf(leavesSleeper),
                 "2 still-pending: sleeper was still pending when the loop stopped: await sleep(10)\n");
}

void DiagnosticsTest::sayNothingOfCleanPrograms_data()
{
    QTest::addColumn<MainProgram>("program");
    QTest::newRow("queues, timeouts, cancellation") << mainProgram(cleanMain);
    QTest::newRow("a thread's job cancelled before it ran") << mainProgram(executorMain);
    for (const char *id : {"pieces-one", "pieces-gather", "fetch-concurrent", "queue-put-blocks", "fork-stop"}) {
        const Lesson *const lesson = findLesson(id);
        QTest::newRow(id) << MainProgram([lesson](World &world) { return lesson->program(world, lesson->defaults()); });
    }
}

void DiagnosticsTest::sayNothingOfCleanPrograms()
{
    QFETCH(MainProgram, program);
    COMPARE_TEXT(diagnosesOf(program), "");
}

void DiagnosticsTest::sayOnlyWhatHasHappened()
{
    Run run(mainProgram(heldMain));
    run.finish();
    Spans spans(run.trace());
    spans.update();
    const Lane &holder = spans.lane(static_cast<ActorId>(2));
    const auto block = std::find_if(holder.spans.begin(), holder.spans.end(),
                                    [](const Span &span) { return span.state == State::Blocking; });
    COMPARE_TEXT(textOf(run.trace(), ShownUntil{block->first, Instant(500ms)}), "");
    COMPARE_TEXT(
        textOf(run.trace(), ShownUntil{block->first + 1, Instant(750ms)}),
        "0.5 thread-held: holder held the thread for 0.25 s while another task was ready: two was delayed by 0.25 s\n");
}

namespace {

Coro<int> takes(Duration duration)
{
    co_await sleep(duration);
    co_return 1;
}

Coro<int> takesLocked(Lock &lock, Duration duration)
{
    const auto held = co_await lock.scoped();
    co_await sleep(duration);
    co_return 1;
}

Coro<int> computes(Duration duration)
{
    blockingSleep(duration);
    co_return 1;
}

Coro<void> inTurnMain()
{
    auto one = takes(500ms);
    auto two = takes(700ms);
    co_await one;
    co_await two;
}

Coro<void> comprehensionMain()
{
    const Comprehension each;
    for (const Duration duration : {Duration(1s), Duration(2s), Duration(1s)})
        co_await each(takes(duration));
}

Coro<void> dependentMain()
{
    const int first = co_await takes(1s);
    co_await takes(first * Duration(1s));
}

Coro<void> lockedMain()
{
    Lock lock;
    auto one = takesLocked(lock, 1s);
    auto two = takesLocked(lock, 1s);
    co_await one;
    co_await two;
}

Coro<void> computingMain()
{
    auto one = computes(1s);
    auto two = computes(1s);
    co_await one;
    co_await two;
}

Coro<void> onlyOneWaitsMain()
{
    auto one = takes(0s);
    auto two = takes(1s);
    co_await one;
    co_await two;
}

Coro<void> gatheredMain()
{
    auto one = takes(1s);
    auto two = takes(1s);
    co_await gather(std::move(one), std::move(two));
}

Coro<void> addsTen(Shared<int> &total, Lock *lock)
{
    if (lock)
        co_await lock->acquire();
    const auto seen = total.read();
    co_await sleep(100ms);
    total.write(seen + 10);
    if (lock)
        lock->release();
}

Coro<void> addInTurns(Lock *lock)
{
    Shared<int> total("total", 0);
    const auto a = createTask(addsTen(total, lock), "a");
    const auto b = createTask(addsTen(total, lock), "b");
    const auto c = createTask(addsTen(total, lock), "c");
    co_await waitAll(a, b, c);
}

Coro<void> losesMain()
{
    co_await addInTurns(nullptr);
}

Coro<void> keepsMain()
{
    Lock lock;
    co_await addInTurns(&lock);
}

} // namespace

void DiagnosticsTest::tellOfAwaitsInTurn_data()
{
    QTest::addColumn<MainCoroutine>("program");
    QTest::addColumn<QString>("expected");
    const auto told = [](const char *count, const char *all, const char *together) {
        return QStringLiteral(
                   "0 sequential-awaits: Task-1 awaited %1 coroutines one after the other, for %2 s in all; gather would have waited for %3 s\n")
            .arg(QLatin1String(count), QLatin1String(all), QLatin1String(together));
    };
    QTest::newRow("made before the first is awaited") << &inTurnMain << told("2", "1.2", "0.7");
    QTest::newRow("of a list known in advance") << &comprehensionMain << told("3", "4", "2");
    QTest::newRow("one depends on the other") << &dependentMain << QString();
    QTest::newRow("they wait for each other's lock") << &lockedMain << QString();
    QTest::newRow("they compute") << &computingMain << QString();
    QTest::newRow("only one waits") << &onlyOneWaitsMain << QString();
    QTest::newRow("gathered") << &gatheredMain << QString();
}

void DiagnosticsTest::tellOfAwaitsInTurn()
{
    QFETCH(MainCoroutine, program);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(diagnosesOf(program)), expected);
}

void DiagnosticsTest::tellOfLostUpdates()
{
    COMPARE_TEXT(
        diagnosesOf(losesMain),
        "0.1 lost-update: 2 updates of total were lost: b and c wrote what had been read before another task wrote\n");
    COMPARE_TEXT(diagnosesOf(keepsMain), "");
}

QTEST_GUILESS_MAIN(DiagnosticsTest)
#include "tst_diagnostics.moc"
