// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// gather: order of results, the first exception, cancellation from outside and from inside, what is never retrieved.
class GatherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesResultsInTheOrderOfTheArguments();
    void passesOnTheFirstExceptionAtOnce();
    void givesExceptionsAsResults();
    void cancelsItsChildren();
    void isCancelledWithTheTaskThatAwaitsIt();
    void failsWhenAChildIsCancelled();
    void reportsAnExceptionNobodyAskedFor();
    void reportsACancellationNobodyAskedFor();
    void retrievesTheSecondException();
    void takesAFutureTwice();
    void nests();
    void isMadeOutsideOfTheLoop();
    void takesTwoIterationsForWhatIsDone();
    void timesOut();
    void freesAChildOfAGatherNobodyAwaits();
    void cancelsAsDeepAsCPythonDoes_data();
    void cancelsAsDeepAsCPythonDoes();
};

namespace {

using Values = std::vector<std::string>;

Coro<void> orderMain()
{
    const Values values = co_await gather(value("1", 2s), value("2", 1s), value("3"));
    print(values);
    const Values none = co_await gather(std::vector<Coro<std::string>>());
    const auto noOutcomes = co_await gatherOutcomes(std::vector<Coro<std::string>>());
    print(none, noOutcomes);
}

Coro<void> exceptionMain()
{
    const auto slow = createTask(value("slow", 2s));
    const auto all =
        gather(slow, createTask(failure(ValueError("a"), 1s)), createTask(failure(ValueError("b"), 1500ms)));
    co_await showOutcome(all);
    print(slow.done());
    const std::string result = co_await slow;
    print(result);
}

Coro<void> outcomesMain()
{
    const auto task = createTask(value("c", 5s));
    EventLoop::running().callLater(1s, [task] { task.cancel(); });
    const auto outcomes =
        co_await gatherOutcomes(createTask(value("1")), createTask(failure(ValueError("x"), 500ms)), task);
    print(outcomes);
}

Coro<void> cancelMain()
{
    const auto all = gather(value("1", 5s), value("2", 5s));
    EventLoop::running().callLater(1s, [all] { print("cancel", all.cancel()); });
    co_await showOutcome(all);
    print(all.cancelled(), all.cancel());
}

Coro<void> gathers()
{
    co_await gather(value("1", 5s), value("2", 5s));
}

Coro<void> cancelOuterMain()
{
    const auto task = createTask(gathers());
    co_await sleep(1s);
    task.cancel();
    co_await waitAll(task);
    print(task.cancelled());
}

Coro<void> childCancelledMain()
{
    const auto c = createTask(value("c", 5s));
    const auto d = createTask(value("d", 3s));
    EventLoop::running().callLater(1s, [c] { c.cancel(); });
    co_await showOutcome(gather(c, d));
    print(d.done());
    co_await d;
}

Coro<void> neverRetrievedMain()
{
    auto all = gather(failure(ValueError("lost"), 1s));
    co_await sleep(2s);
    print("drop");
    all = {};
    print("dropped");
}

Coro<void> cancelledNeverRetrievedMain()
{
    auto all = gather(value("1", 5s));
    co_await sleep(1s);
    all.cancel();
    co_await sleep(1s);
    print("drop", all.done(), all.cancelled());
    all = {};
    print("dropped");
}

Coro<void> secondErrorMain()
{
    try {
        co_await gather(failure(ValueError("a"), 1s), failure(ValueError("b"), 1s));
    } catch (const ValueError &error) {
        print(error.text());
    }
    co_await sleep(1s);
    print("nothing reported");
}

Coro<void> duplicatesMain()
{
    const auto t = createTask(value("t", 1s));
    const Values values = co_await gather(t, createTask(value("u")), t);
    print(values);
}

Coro<void> nestedMain()
{
    const auto all = co_await gather(gather(value("1"), value("2")), gather(value("3", 1s)));
    print(all);
}

Coro<void> outside(World &world)
{
    const auto all = gather(value("1"), value("2"));
    const Values values = co_await world.loop().runUntilComplete(all);
    print(values);
}

Coro<void> doneMain()
{
    const auto task = createTask(value("1"));
    co_await task;
    const auto all = gather(task);
    for (int i = 0; i < 2; ++i) {
        print(all.done());
        co_await sleep(0s);
    }
    print(all.done(), all.result());
}

Coro<void> waitForMain()
{
    co_await showOutcome(waitFor(gather(value("1", 5s), value("2", 5s)), 1s));
}

Coro<void> timeoutMain()
{
    co_await showOutcome(timeout(1s, gathers()));
}

Coro<void> holds(Counted)
{
    const Counted local;
    co_await sleep(10s);
}

Coro<void> abandonedMain()
{
    static_cast<void>(gather(holds(Counted()), holds(Counted())));
    const auto shielded = shield(holds(Counted()));
    const auto never = EventLoop::running().createFuture<void>();
    const auto circle = gather(never);
    never.addDoneCallback([circle, held = Counted()](FutureBase &) {});
    co_await sleep(1s);
}

/// Awaits another like it, which awaits another: directly ('t'), in a gather ('g') or in two ('G').
Coro<void> link(std::string kinds, std::size_t at)
{
    if (at == kinds.size()) {
        co_await sleep(1000s);
        co_return;
    }
    const auto next = createTask(link(kinds, at + 1));
    if (kinds[at] == 't') {
        co_await next;
    } else if (kinds[at] == 'g') {
        co_await gather(next);
    } else {
        const auto inner = gather(next);
        co_await gather(inner);
    }
}

std::string chain;

Coro<void> chainMain()
{
    const auto first = createTask(link(chain, 0));
    for (std::size_t i = 0; i < 2 * chain.size() + 5; ++i)
        co_await sleep(0s);
    try {
        first.cancel();
        print("cancelled");
    } catch (const RecursionError &) {
        print("too deep");
    }
    EventLoop::running().stop();
}

} // namespace

void GatherTest::givesResultsInTheOrderOfTheArguments()
{
    COMPARE_TEXT(textOf(orderMain), R"(
2s + 000ms  ['1', '2', '3']
2s + 000ms  [] []
= 2s + 000ms  complete
)");
}

void GatherTest::passesOnTheFirstExceptionAtOnce()
{
    COMPARE_TEXT(textOf(exceptionMain), R"(
1s + 000ms  -> ValueError: a
1s + 000ms  False
2s + 000ms  slow
= 2s + 000ms  complete
)");
}

void GatherTest::givesExceptionsAsResults()
{
    COMPARE_TEXT(textOf(outcomesMain), R"(
1s + 000ms  cancelled c
1s + 000ms  ['1', ValueError('x'), CancelledError('')]
= 1s + 000ms  complete
)");
}

void GatherTest::cancelsItsChildren()
{
    COMPARE_TEXT(textOf(cancelMain), R"(
1s + 000ms  cancel True
1s + 000ms  cancelled 1
1s + 000ms  cancelled 2
1s + 000ms  -> CancelledError
1s + 000ms  False False
= 1s + 000ms  complete
)");
}

void GatherTest::isCancelledWithTheTaskThatAwaitsIt()
{
    COMPARE_TEXT(textOf(cancelOuterMain), R"(
1s + 000ms  cancelled 1
1s + 000ms  cancelled 2
1s + 000ms  True
= 1s + 000ms  complete
)");
}

void GatherTest::failsWhenAChildIsCancelled()
{
    COMPARE_TEXT(textOf(childCancelledMain), R"(
1s + 000ms  cancelled c
1s + 000ms  -> CancelledError
1s + 000ms  False
= 3s + 000ms  complete
)");
}

void GatherTest::reportsAnExceptionNobodyAskedFor()
{
    COMPARE_TEXT(textOf(neverRetrievedMain), R"(
2s + 000ms  drop
2s + 000ms  ! _GatheringFuture exception was never retrieved: ValueError: lost
2s + 000ms  dropped
= 2s + 000ms  complete
)");
}

void GatherTest::reportsACancellationNobodyAskedFor()
{
    COMPARE_TEXT(textOf(cancelledNeverRetrievedMain), R"(
1s + 000ms  cancelled 1
2s + 000ms  drop True False
2s + 000ms  ! _GatheringFuture exception was never retrieved: CancelledError
2s + 000ms  dropped
= 2s + 000ms  complete
)");
}

void GatherTest::retrievesTheSecondException()
{
    COMPARE_TEXT(textOf(secondErrorMain), R"(
1s + 000ms  a
2s + 000ms  nothing reported
= 2s + 000ms  complete
)");
}

void GatherTest::takesAFutureTwice()
{
    COMPARE_TEXT(textOf(duplicatesMain), R"(
1s + 000ms  ['t', 'u', 't']
= 1s + 000ms  complete
)");
}

void GatherTest::nests()
{
    COMPARE_TEXT(textOf(nestedMain), R"(
1s + 000ms  [['1', '2'], ['3']]
= 1s + 000ms  complete
)");
}

void GatherTest::isMadeOutsideOfTheLoop()
{
    COMPARE_TEXT(textOf(outside), R"(
0s + 000ms  ['1', '2']
= 0s + 000ms  complete
)");
}

void GatherTest::takesTwoIterationsForWhatIsDone()
{
    COMPARE_TEXT(textOf(doneMain), R"(
0s + 000ms  False
0s + 000ms  True
0s + 000ms  True ['1']
= 0s + 000ms  complete
)");
}

void GatherTest::timesOut()
{
    for (const auto main : {waitForMain, timeoutMain})
        COMPARE_TEXT(textOf(main), R"(
1s + 000ms  cancelled 1
1s + 000ms  cancelled 2
1s + 000ms  -> TimeoutError
= 1s + 000ms  complete
)");
}

void GatherTest::freesAChildOfAGatherNobodyAwaits()
{
    COMPARE_TEXT(textOf(abandonedMain), "= 1s + 000ms  complete\n");
    QCOMPARE(Counted::alive(), 0);
}

/// How long a chain may be was measured with CPython 3.11: main() cancels the first of them, run by asyncio.run().
void GatherTest::cancelsAsDeepAsCPythonDoes_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<int>("longest");
    QTest::newRow("tasks") << QStringLiteral("t") << 984;
    QTest::newRow("gathers") << QStringLiteral("g") << 492;
    QTest::newRow("gathers of gathers") << QStringLiteral("G") << 328;
    QTest::newRow("in turn") << QStringLiteral("gt") << 328;
}

void GatherTest::cancelsAsDeepAsCPythonDoes()
{
    QFETCH(QString, link);
    QFETCH(int, longest);
    chain = link.repeated(longest).toStdString();
    QCOMPARE(textOf(chainMain).substr(0, 22), std::string("0s + 000ms  cancelled\n"));
    chain = link.repeated(longest + 1).toStdString();
    QCOMPARE(textOf(chainMain).substr(0, 21), std::string("0s + 000ms  too deep\n"));
}

QTEST_GUILESS_MAIN(GatherTest)
#include "tst_gather.moc"
