// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// run_in_executor on the virtual clock: threads beside the loop, as many as the executor has.
class ExecutorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsBesideTheLoop();
    void hasSoManyThreads();
    void skipsAJobThatWasCancelledInTime();
    void runsAJobWhoseCancellationCameTooLate();
    void runsWhileTheLoopIsBlocked();
    void outlivesItsOwner();
    void toThreadBeginsWhenItIsAwaited();
    void showsItsThreadsInTheTrace();
    void refusesThreadSleepElsewhere();
    void freesItsJobsAtTheEnd();
};

namespace {

Coro<int> job(int n)
{
    print("begin", n);
    co_await threadSleep(1s);
    print("end", n);
    co_return n;
}

Coro<int> failingJob()
{
    co_await threadSleep(1s);
    throw ValueError("in thread");
}

Coro<void> basicMain()
{
    const auto results = co_await gather(runInExecutor(job(1)), runInExecutor(job(2)));
    print(results);
    co_await showOutcome(runInExecutor(failingJob()));
}

Coro<void> limitMain()
{
    EventLoop &loop = EventLoop::running();
    Executor executor(2);
    std::vector<Future<int>> futures;
    for (int n = 0; n < 5; ++n)
        futures.push_back(executor.run(loop, job(n)));
    const auto results = co_await gather(std::move(futures));
    print(results);
}

Coro<void> cancelQueuedMain()
{
    EventLoop &loop = EventLoop::running();
    Executor executor(1);
    std::vector<Future<int>> futures;
    for (int n = 0; n < 3; ++n)
        futures.push_back(executor.run(loop, job(n)));
    co_await sleep(500ms);
    const bool second = futures[1].cancel();
    print(second, futures[0].cancel());
    co_await showOutcome(futures[2]);
}

Coro<void> cancelAtOnceMain()
{
    Executor executor(1);
    const auto future = executor.run(EventLoop::running(), job(1));
    print(future.cancel());
    co_await sleep(2s);
}

Coro<void> sameInstantMain()
{
    EventLoop &loop = EventLoop::running();
    Executor executor(1);
    const auto first = executor.run(loop, job(1));
    const auto second = executor.run(loop, job(2));
    loop.callLater(500ms, [second] {
        blockingSleep(500ms);
        print("cancel", second.cancel());
    });
    co_await sleep(3s);
}

Coro<void> blockingMain()
{
    const auto future = runInExecutor(job(7));
    blockingSleep(2s);
    print("blocked", future.done());
    co_await showOutcome(future);
}

Coro<void> ownerMain()
{
    Future<int> future;
    {
        Executor executor(1);
        future = executor.run(EventLoop::running(), job(7));
        co_await sleep(500ms);
    }
    co_await showOutcome(future);
}

Coro<void> toThreadMain()
{
    auto later = toThread(job(1));
    const auto now = runInExecutor(job(2));
    co_await sleep(500ms);
    print("awaited now");
    const int first = co_await std::move(later);
    const int second = co_await now;
    print(first, second);
    co_await showOutcome(toThread(failingJob()));
    const Task<int> waiting = createTask(toThread(job(3)));
    co_await sleep(500ms);
    const bool accepted = waiting.cancel();
    print(accepted);
    co_await sleep(1s);
    print(waiting.cancelled());
}

Coro<void> elsewhereMain()
{
    co_await threadSleep(1s);
}

Coro<int> holdingJob(Counted)
{
    const Counted local;
    co_await threadSleep(10s);
    co_return 1;
}

Coro<void> abandonedMain()
{
    Executor executor(1);
    for (int i = 0; i < 3; ++i)
        static_cast<void>(executor.run(EventLoop::running(), holdingJob(Counted())));
    static_cast<void>(runInExecutor(holdingJob(Counted())));
    co_await sleep(1s);
}

} // namespace

void ExecutorTest::runsBesideTheLoop()
{
    COMPARE_TEXT(textOf(basicMain), R"(
0s + 000ms  begin 1
0s + 000ms  begin 2
1s + 000ms  end 1
1s + 000ms  end 2
1s + 000ms  [1, 2]
2s + 000ms  -> ValueError: in thread
= 2s + 000ms  complete
)");
}

void ExecutorTest::hasSoManyThreads()
{
    COMPARE_TEXT(textOf(limitMain), R"(
0s + 000ms  begin 0
0s + 000ms  begin 1
1s + 000ms  end 0
1s + 000ms  begin 2
1s + 000ms  end 1
1s + 000ms  begin 3
2s + 000ms  end 2
2s + 000ms  begin 4
2s + 000ms  end 3
3s + 000ms  end 4
3s + 000ms  [0, 1, 2, 3, 4]
= 3s + 000ms  complete
)");
}

void ExecutorTest::skipsAJobThatWasCancelledInTime()
{
    COMPARE_TEXT(textOf(cancelQueuedMain), R"(
0s + 000ms  begin 0
0s + 500ms  True True
1s + 000ms  end 0
1s + 000ms  begin 2
2s + 000ms  end 2
2s + 000ms  -> 2
= 2s + 000ms  complete
)");
}

void ExecutorTest::runsAJobWhoseCancellationCameTooLate()
{
    COMPARE_TEXT(textOf(cancelAtOnceMain), R"(
0s + 000ms  True
0s + 000ms  begin 1
1s + 000ms  end 1
= 2s + 000ms  complete
)");
    COMPARE_TEXT(textOf(sameInstantMain), R"(
0s + 000ms  begin 1
1s + 000ms  end 1
1s + 000ms  begin 2
1s + 000ms  cancel True
2s + 000ms  end 2
= 3s + 000ms  complete
)");
}

void ExecutorTest::runsWhileTheLoopIsBlocked()
{
    COMPARE_TEXT(textOf(blockingMain), R"(
0s + 000ms  begin 7
1s + 000ms  end 7
2s + 000ms  blocked False
2s + 000ms  -> 7
= 2s + 000ms  complete
)");
}

void ExecutorTest::outlivesItsOwner()
{
    COMPARE_TEXT(textOf(ownerMain), R"(
0s + 000ms  begin 7
1s + 000ms  end 7
1s + 000ms  -> 7
= 1s + 000ms  complete
)");
}

/// CPython's answers: its result and its exception come as of any coroutine, and cancelling stops no thread.
void ExecutorTest::toThreadBeginsWhenItIsAwaited()
{
    COMPARE_TEXT(textOf(toThreadMain), R"(
0s + 000ms  begin 2
0s + 500ms  awaited now
0s + 500ms  begin 1
1s + 000ms  end 2
1s + 500ms  end 1
1s + 500ms  1 2
2s + 500ms  -> ValueError: in thread
2s + 500ms  begin 3
3s + 000ms  True
3s + 500ms  end 3
4s + 000ms  True
= 4s + 000ms  complete
)");
}

void ExecutorTest::showsItsThreadsInTheTrace()
{
    Run run(mainProgram(basicMain));
    run.finish();
    Spans spans(run.trace());
    spans.update();
    const Lane &thread = spans.lane(static_cast<ActorId>(2));
    QCOMPARE(thread.kind, ActorKind::Worker);
    QCOMPARE(QString::fromStdString(thread.name), QStringLiteral("Thread-1"));
    QCOMPARE(thread.spans.size(), std::size_t(1));
    QCOMPARE(thread.spans[0].state, State::Blocking);
    QVERIFY(thread.spans[0].begin == Instant(0s) && thread.spans[0].end == Instant(1s));
    QVERIFY2(run.trace().text(static_cast<TextId>(thread.spans[0].object)) == "time.sleep(1)", "names its call");
    QVERIFY2(spans.thread().empty() || spans.thread().back().by != thread.actor, "is not the loop's thread");
}

void ExecutorTest::refusesThreadSleepElsewhere()
{
    COMPARE_TEXT(textOf(elsewhereMain),
                 "= 0s + 000ms  uncaught RuntimeError: threadSleep() outside of a worker thread\n");
}

void ExecutorTest::freesItsJobsAtTheEnd()
{
    COMPARE_TEXT(textOf(abandonedMain), "= 1s + 000ms  complete\n");
    QCOMPARE(Counted::alive(), 0);
}

QTEST_GUILESS_MAIN(ExecutorTest)
#include "tst_executor.moc"
