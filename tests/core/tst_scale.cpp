// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"
#include "tests/core/support/properties.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Much of everything: nothing may depend on the stack's depth, grow where it need not, or be left behind.
class ScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void awaitsAMillionTimesWithoutSuspending();
    void recursesAMillionDeep();
    void freesAMillionSuspendedFrames();
    void passesAnExceptionUpThroughManyFrames();
    void cancelsThroughManyFrames();
    void runsAHundredThousandTasks();
    void joinsAChainOfTasks();
    void freesAChainOfTasks();
    void passesAnHourInNoTime();
    void holdsATraceOfMillions();
};

namespace {

constexpr int kMillion = 1'000'000;
constexpr int kMany = 100'000;

Coro<int> one()
{
    co_return 1;
}

Coro<void> chainMain()
{
    std::int64_t sum = 0;
    for (int i = 0; i < kMillion; ++i)
        sum += co_await one();
    print(sum);
}

Coro<int> deep(int n)
{
    if (n == 0)
        co_return 0;
    const int below = co_await deep(n - 1);
    co_return below + 1;
}

Coro<void> deepMain()
{
    const int depth = co_await deep(kMillion);
    print(depth);
}

Coro<void> suspendedBelow(int n, Counted)
{
    if (n == 0)
        co_await sleep(1s);
    else
        co_await suspendedBelow(n - 1, Counted());
}

Coro<int> failsBelow(int n)
{
    if (n == 0)
        throw ValueError("from below");
    co_return co_await failsBelow(n - 1);
}

Coro<void> failureMain()
{
    co_await showOutcome(failsBelow(kMany));
}

Coro<void> cancelMain()
{
    const auto task = createTask(suspendedBelow(kMany, Counted()));
    co_await sleep(500ms);
    task.cancel();
    co_await waitAll(task);
    print(task.cancelled(), Counted::alive());
}

Coro<int> sleeps(int i)
{
    co_await sleep(std::chrono::milliseconds(i % 1000));
    co_return 1;
}

Coro<void> manyMain()
{
    std::vector<Coro<int>> jobs;
    for (int i = 0; i < kMany; ++i)
        jobs.push_back(sleeps(i));
    std::int64_t sum = 0;
    for (const int each : co_await gather(std::move(jobs)))
        sum += each;
    print(sum, EventLoop::running().allTasks().size());
}

Coro<int> joins(Task<int> other, Counted)
{
    const int before = co_await other;
    co_return before + 1;
}

Task<int> chainOfTasks(int n)
{
    Task<int> last = createTask(sleeps(500));
    for (int i = 0; i < n; ++i)
        last = createTask(joins(last, Counted()));
    return last;
}

Coro<void> joinMain()
{
    const auto last = chainOfTasks(kMany);
    const int sum = co_await last;
    print(sum);
}

Coro<void> ticks(int &count)
{
    for (;;) {
        co_await sleep(1s);
        ++count;
    }
}

Coro<void> hourMain()
{
    int count = 0;
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 10; ++i)
        tasks.push_back(createTask(ticks(count)));
    co_await sleep(1h);
    for (const auto &task : tasks)
        task.cancel();
    co_await wait(tasks);
    print(count);
}

} // namespace

void ScaleTest::awaitsAMillionTimesWithoutSuspending()
{
    COMPARE_TEXT(textOf(chainMain), "0s + 000ms  1000000\n= 0s + 000ms  complete\n");
}

void ScaleTest::recursesAMillionDeep()
{
    COMPARE_TEXT(textOf(deepMain), "0s + 000ms  1000000\n= 0s + 000ms  complete\n");
}

void ScaleTest::freesAMillionSuspendedFrames()
{
    {
        const auto main = []() -> Coro<void> { return suspendedBelow(kMillion, Counted()); };
        Run run(mainProgram(main));
        run.advance(Instant(500ms));
        QVERIFY(!run.finished());
        QVERIFY(Counted::alive() > kMillion);
    }
    QCOMPARE(Counted::alive(), 0);
}

void ScaleTest::passesAnExceptionUpThroughManyFrames()
{
    COMPARE_TEXT(textOf(failureMain), "0s + 000ms  -> ValueError: from below\n= 0s + 000ms  complete\n");
}

void ScaleTest::cancelsThroughManyFrames()
{
    COMPARE_TEXT(textOf(cancelMain), "0s + 500ms  True 0\n= 0s + 500ms  complete\n");
}

void ScaleTest::runsAHundredThousandTasks()
{
    COMPARE_TEXT(textOf(manyMain), "0s + 999ms  100000 1\n= 0s + 999ms  complete\n");
}

void ScaleTest::joinsAChainOfTasks()
{
    COMPARE_TEXT(textOf(joinMain), "0s + 500ms  100001\n= 0s + 500ms  complete\n");
    QCOMPARE(Counted::alive(), 0);
}

void ScaleTest::freesAChainOfTasks()
{
    {
        Run run(mainProgram(joinMain));
        run.advance(Instant(100ms));
        QVERIFY(!run.finished());
        QVERIFY(Counted::alive() >= kMany);
    }
    QCOMPARE(Counted::alive(), 0);
}

void ScaleTest::passesAnHourInNoTime()
{
    COMPARE_TEXT(textOf(hourMain), "3600s + 000ms  35990\n= 3600s + 000ms  complete\n");
}

void ScaleTest::holdsATraceOfMillions()
{
    Run run(mainProgram(manyMain));
    run.finish();
    QVERIFY(run.trace().size() > 500'000);
    const QString wrong = wrongInSpans(run.trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(ScaleTest)
#include "tst_scale.moc"
