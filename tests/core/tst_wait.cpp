// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// wait, wait_for, shield, timeout and as_completed.
class WaitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheFirst();
    void endsWithTheFirstException();
    void retrievesOnlyTheExceptionThatEndsIt();
    void endsWithItsTime();
    void takesSomethingAndEachOnce();
    void leavesItsFuturesAloneWhenCancelled();
    void waitForGivesTheResult();
    void waitForCancelsWhenItsTimeIsOver();
    void waitForNothing();
    void waitForTakesWhatComesOnTheWayOut();
    void waitForIsCancelledWithItsFuture();
    void waitForKeepsAResultThatIsThere();
    void waitForTheTimerThatWasFirst();
    void waitForPassesOnWhatIsNotItsOwn();
    void shieldKeepsCancellationOut();
    void shieldPassesOnWhatHappensInside();
    void shieldReportsWhatNobodyHears();
    void timeoutLimitsAScope();
    void timeoutsNest();
    void timeoutTellsItsCancellationFromOthers();
    void timeoutIsRescheduled();
    void timeoutLeavesOtherEndingsAlone();
    void asCompletedGivesResultsAsTheyCome();
    void asCompletedTimesOut();
    void asCompletedTakesEachOnce();
    void asCompletedIsCancelledAlone();
    void survivesATeardownWhileTheyWait();
};

namespace {

EventLoop &loop()
{
    return EventLoop::running();
}

template <class T>
void cancelAfter(Duration delay, const Task<T> &task)
{
    loop().callLater(delay, [task] { task.cancel(); });
}

Coro<DoneAndPending> waitTwo(Task<std::string> a, Task<std::string> b, std::optional<Duration> limit, ReturnWhen when)
{
    return waitFutures({a.state(), b.state()}, limit, when);
}

Coro<void> firstCompletedMain()
{
    const auto a = createTask(value("a", 1s));
    const auto b = createTask(value("b", 2s));
    const auto sets = co_await waitTwo(a, b, {}, ReturnWhen::FirstCompleted);
    print(sets.done.front() == a.state(), sets.pending.front() == b.state());
    co_await b;
}

Coro<void> firstExceptionMain()
{
    const auto a = createTask(value("a", 2s));
    const auto b = createTask(failure(ValueError("x"), 1s));
    const auto sets = co_await waitTwo(a, b, {}, ReturnWhen::FirstException);
    print(sets.done.size(), sets.pending.size());
    const auto c = createTask(value("c", 1s));
    const auto d = createTask(value("d", 2s));
    d.cancel();
    const auto both = co_await waitTwo(c, d, {}, ReturnWhen::FirstException);
    print(both.done.size(), both.pending.size());
}

Coro<void> waitsFor(Duration good, Duration bad, std::string text)
{
    const auto a = createTask(value("a", good));
    const auto b = createTask(failure(ValueError(text), bad));
    co_await waitTwo(a, b, {}, ReturnWhen::FirstException);
    co_await a;
}

Coro<void> retrievedMain()
{
    co_await waitsFor(2s, 1s, "seen");
    print("first");
    co_await waitsFor(1s, 2s, "not seen");
    print("second");
}

Coro<void> waitTimeoutMain()
{
    const auto a = createTask(value("a", 1s));
    const auto b = createTask(value("b", 3s));
    for (const Duration limit : {Duration(2s), Duration(0), Duration(-1s)}) {
        const auto sets = co_await waitTwo(a, b, limit, ReturnWhen::AllCompleted);
        print(sets.done.size(), sets.pending.size(), b.done());
    }
    co_await b;
}

Coro<void> waitErrorsMain()
{
    try {
        co_await wait(std::vector<Task<void>>());
    } catch (const ValueError &error) {
        print(error.text());
    }
    const auto a = createTask(value("a"));
    const auto sets = co_await waitTwo(a, a, {}, ReturnWhen::AllCompleted);
    print(sets.done.size(), sets.pending.size());
}

Coro<void> waitCancelMain()
{
    const auto a = createTask(value("a", 3s));
    const auto waiting = createTask(waitAll(a));
    co_await sleep(1s);
    waiting.cancel();
    co_await sleep(0s);
    print(stateOf(waiting), stateOf(a));
    co_await a;
}

Coro<void> waitForResultMain()
{
    co_await showOutcome(waitFor(value("a", 1s), 2s));
    co_await showOutcome(waitFor(failure(ValueError("x"), 1s), 2s));
    co_await showOutcome(waitFor(value("none", 1s), {}));
}

Coro<void> waitForTimeoutMain()
{
    co_await showOutcome(waitFor(value("a", 3s), 2s));
}

Coro<void> waitForZeroMain()
{
    const auto done = createTask(value("t"));
    co_await done;
    co_await showOutcome(waitFor(Future<std::string>(done), 0s));
    co_await showOutcome(waitFor(value("never"), 0s));
    co_await showOutcome(waitFor(value("never"), -1s));
}

Coro<std::string> stubborn(bool fails)
{
    try {
        co_await sleep(5s);
    } catch (const CancelledError &) {
        if (fails)
            throw ValueError("on the way out");
    }
    co_await sleep(1s);
    co_return "late";
}

Coro<void> stubbornMain()
{
    co_await showOutcome(waitFor(stubborn(false), 1s));
    co_await showOutcome(waitFor(stubborn(true), 1s));
}

Coro<void> waitForCancelMain()
{
    const auto task = createTask(showOutcome(waitFor(value("in", 5s), 3s)));
    co_await sleep(1s);
    task.cancel();
    co_await waitAll(task);
}

Coro<void> cancelledAtDoneMain()
{
    const auto future = loop().createFuture<std::string>();
    const auto task = createTask(showOutcome(waitFor(future, 3s)));
    co_await sleep(1s);
    future.setResult("result");
    co_await sleep(0s);
    task.cancel();
    co_await waitAll(task);
    print(stateOf(task));
}

Coro<void> togetherMain()
{
    co_await showOutcome(waitFor(value("in time?", 1s), 1s));
    const auto future = loop().createFuture<std::string>();
    loop().callLater(2s, [future] { future.setResult("first"); });
    co_await showOutcome(waitFor(future, 2s));
}

Coro<void> innerMain()
{
    const auto task = createTask(value("t", 5s));
    cancelAfter(1s, task);
    co_await showOutcome(waitFor(Future<std::string>(task), 3s));
    co_await showOutcome(waitFor(failure(TimeoutError("mine"), 1s), 3s));
}

Coro<void> shieldMain()
{
    const auto inner = createTask(value("inner", 3s));
    const auto outer = createTask(showOutcome(shield(inner)));
    co_await sleep(1s);
    outer.cancel();
    co_await waitAll(outer);
    print(stateOf(inner));
    co_await showOutcome(inner);
}

Coro<void> shieldInsideMain()
{
    const auto inner = createTask(value("inner", 3s));
    cancelAfter(1s, inner);
    co_await showOutcome(shield(inner));
    co_await showOutcome(shield(value("v", 1s)));
    co_await showOutcome(shield(failure(ValueError("x"), 1s)));
    const auto done = createTask(value("t"));
    co_await done;
    print(shield(done) == done);
}

Coro<void> shieldsFailure()
{
    co_await shield(failure(ValueError("late"), 2s));
}

Coro<void> shieldUnheardMain()
{
    const auto task = createTask(shieldsFailure());
    co_await sleep(1s);
    task.cancel();
    co_await waitAll(task);
    co_await sleep(2s);
    auto shielded = shield(failure(ValueError("unheard"), 1s));
    co_await sleep(2s);
    print("drop");
    shielded = {};
    print("end");
}

Coro<void> timeoutMain()
{
    co_await showOutcome(timeout(2s, value("v", 1s)));
    co_await showOutcome(timeout(1s, value("v", 2s)));
    co_await showOutcome(timeout({}, value("v", 1s)));
    co_await showOutcome(timeout(0s, value("v", 1s)));
    co_await showOutcome(timeout(-1s, value("v")));
    print(loop().currentTask()->cancelling());
}

Coro<void> nestedBody()
{
    co_await showOutcome(timeout(1s, value("v", 5s)));
    co_await value("w", 5s);
}

Coro<void> nestedMain()
{
    co_await showOutcome(timeout(2s, nestedBody()));
}

Coro<void> cancelsItself()
{
    blockingSleep(2s);
    loop().currentTask()->cancel();
    co_await sleep(0s);
}

template <class T>
Coro<void> showsRequests(Coro<T> body)
{
    try {
        co_await timeout(1s, std::move(body));
    } catch (const CancelledError &) {
        print("CancelledError", loop().currentTask()->cancelling());
        throw;
    } catch (const TimeoutError &) {
        print("TimeoutError");
    }
}

Coro<void> timeoutAndCancelMain()
{
    const auto one = createTask(showsRequests(value("v", 5s)));
    co_await sleep(500ms);
    one.cancel();
    co_await waitAll(one);
    const auto two = createTask(showsRequests(cancelsItself()));
    co_await waitAll(two);
    print(stateOf(one), stateOf(two));
}

Coro<void> rescheduleMain()
{
    TimeoutScope scope;
    print(thrownBy([&] { scope.reschedule(Instant(1s)); }));
    scope.enter(loop().time() + 1s);
    scope.reschedule(loop().time() + 3s);
    co_await sleep(2s);
    print(scope.leave(nullptr), scope.expired());
    print(thrownBy([&] { scope.reschedule(Instant(9s)); }));
    print(thrownBy([&] { scope.enter(Instant(9s)); }));
    TimeoutScope passed;
    passed.enter(loop().time() + 1s);
    passed.reschedule(loop().time() - 1s);
    std::exception_ptr error;
    try {
        co_await value("w", 2s);
    } catch (...) {
        error = std::current_exception();
    }
    const bool expired = passed.expired();
    print(expired, passed.leave(error));
}

Coro<void> swallows()
{
    try {
        co_await sleep(5s);
    } catch (const CancelledError &) {
        print("swallowed");
    }
}

Coro<void> raisesAnother()
{
    try {
        co_await sleep(5s);
    } catch (const CancelledError &) {
        throw ValueError("other");
    }
}

Coro<void> otherEndingsMain()
{
    for (const auto body : {swallows, raisesAnother}) {
        co_await showOutcome(timeout(1s, body()));
        print(loop().currentTask()->cancelling());
    }
}

Coro<void> showAll(std::vector<Task<std::string>> tasks, std::optional<Duration> limit)
{
    AsCompleted<std::string> each(std::move(tasks), limit);
    while (each.remaining() > 0)
        co_await showOutcome(each.next());
}

Coro<void> asCompletedMain()
{
    std::vector tasks{createTask(value("a", 3s)), createTask(failure(ValueError("b"), 1s)), createTask(value("c", 2s))};
    co_await showAll(std::move(tasks), {});
}

Coro<void> asCompletedTimeoutMain()
{
    const std::vector tasks{createTask(value("a", 1s)), createTask(value("b", 3s)), createTask(value("c", 4s))};
    co_await showAll(tasks, 2s);
    print(stateOf(tasks[0]), stateOf(tasks[1]), stateOf(tasks[2]));
    co_await tasks[2];
}

Coro<void> asCompletedTwiceMain()
{
    const auto task = createTask(value("t", 1s));
    std::vector tasks{task, task};
    co_await showAll(std::move(tasks), {});
}

Coro<void> asCompletedCancelMain()
{
    const std::vector tasks{createTask(value("a", 1s)), createTask(value("b", 3s))};
    const auto all = createTask(showAll(tasks, {}));
    co_await sleep(2s);
    all.cancel();
    co_await sleep(0s);
    print(stateOf(tasks[1]));
    co_await tasks[1];
}

Coro<void> holds(Counted)
{
    const Counted local;
    co_await sleep(10s);
}

Coro<void> abandonedMain()
{
    createTask(showOutcome(waitFor(holds(Counted()), 5s)));
    createTask(showOutcome(shield(holds(Counted()))));
    createTask(showOutcome(timeout(5s, holds(Counted()))));
    createTask(waitAll(createTask(holds(Counted()))));
    static_cast<void>(shield(holds(Counted())));
    co_await sleep(1s);
}

} // namespace

void WaitTest::endsWithTheFirst()
{
    COMPARE_TEXT(textOf(firstCompletedMain), R"(
1s + 000ms  True True
= 2s + 000ms  complete
)");
}

void WaitTest::endsWithTheFirstException()
{
    COMPARE_TEXT(textOf(firstExceptionMain), R"(
1s + 000ms  1 1
2s + 000ms  2 0
= 2s + 000ms  complete
)");
}

void WaitTest::retrievesOnlyTheExceptionThatEndsIt()
{
    COMPARE_TEXT(textOf(retrievedMain), R"(
2s + 000ms  first
4s + 000ms  ! Task exception was never retrieved: ValueError: not seen [Task-5 failure]
4s + 000ms  second
= 4s + 000ms  complete
)");
}

void WaitTest::endsWithItsTime()
{
    COMPARE_TEXT(textOf(waitTimeoutMain), R"(
2s + 000ms  1 1 False
2s + 000ms  1 1 False
2s + 000ms  1 1 False
= 3s + 000ms  complete
)");
}

void WaitTest::takesSomethingAndEachOnce()
{
    COMPARE_TEXT(textOf(waitErrorsMain), R"(
0s + 000ms  Set of Tasks/Futures is empty.
0s + 000ms  1 0
= 0s + 000ms  complete
)");
}

void WaitTest::leavesItsFuturesAloneWhenCancelled()
{
    COMPARE_TEXT(textOf(waitCancelMain), R"(
1s + 000ms  cancelled pending
= 3s + 000ms  complete
)");
}

void WaitTest::waitForGivesTheResult()
{
    COMPARE_TEXT(textOf(waitForResultMain), R"(
1s + 000ms  -> a
2s + 000ms  -> ValueError: x
3s + 000ms  -> none
= 3s + 000ms  complete
)");
}

void WaitTest::waitForCancelsWhenItsTimeIsOver()
{
    COMPARE_TEXT(textOf(waitForTimeoutMain), R"(
2s + 000ms  cancelled a
2s + 000ms  -> TimeoutError
= 2s + 000ms  complete
)");
}

void WaitTest::waitForNothing()
{
    COMPARE_TEXT(textOf(waitForZeroMain), R"(
0s + 000ms  -> t
0s + 000ms  -> TimeoutError
0s + 000ms  -> TimeoutError
= 0s + 000ms  complete
)");
}

void WaitTest::waitForTakesWhatComesOnTheWayOut()
{
    COMPARE_TEXT(textOf(stubbornMain), R"(
2s + 000ms  -> late
3s + 000ms  -> ValueError: on the way out
= 3s + 000ms  complete
)");
}

void WaitTest::waitForIsCancelledWithItsFuture()
{
    COMPARE_TEXT(textOf(waitForCancelMain), R"(
1s + 000ms  cancelled in
1s + 000ms  -> CancelledError
= 1s + 000ms  complete
)");
}

void WaitTest::waitForKeepsAResultThatIsThere()
{
    COMPARE_TEXT(textOf(cancelledAtDoneMain), R"(
1s + 000ms  -> result
1s + 000ms  done
= 1s + 000ms  complete
)");
}

void WaitTest::waitForTheTimerThatWasFirst()
{
    COMPARE_TEXT(textOf(togetherMain), R"(
1s + 000ms  cancelled in time?
1s + 000ms  -> TimeoutError
3s + 000ms  -> first
= 3s + 000ms  complete
)");
}

void WaitTest::waitForPassesOnWhatIsNotItsOwn()
{
    COMPARE_TEXT(textOf(innerMain), R"(
1s + 000ms  cancelled t
1s + 000ms  -> CancelledError
2s + 000ms  -> TimeoutError: mine
= 2s + 000ms  complete
)");
}

void WaitTest::shieldKeepsCancellationOut()
{
    COMPARE_TEXT(textOf(shieldMain), R"(
1s + 000ms  -> CancelledError
1s + 000ms  pending
3s + 000ms  -> inner
= 3s + 000ms  complete
)");
}

void WaitTest::shieldPassesOnWhatHappensInside()
{
    COMPARE_TEXT(textOf(shieldInsideMain), R"(
1s + 000ms  cancelled inner
1s + 000ms  -> CancelledError
2s + 000ms  -> v
3s + 000ms  -> ValueError: x
3s + 000ms  True
= 3s + 000ms  complete
)");
}

void WaitTest::shieldReportsWhatNobodyHears()
{
    COMPARE_TEXT(textOf(shieldUnheardMain), R"(
2s + 000ms  ! Task exception was never retrieved: ValueError: late [Task-3 failure]
5s + 000ms  drop
5s + 000ms  ! Future exception was never retrieved: ValueError: unheard
5s + 000ms  end
= 5s + 000ms  complete
)");
}

void WaitTest::timeoutLimitsAScope()
{
    COMPARE_TEXT(textOf(timeoutMain), R"(
1s + 000ms  -> v
2s + 000ms  cancelled v
2s + 000ms  -> TimeoutError
3s + 000ms  -> v
3s + 000ms  cancelled v
3s + 000ms  -> TimeoutError
3s + 000ms  cancelled v
3s + 000ms  -> TimeoutError
3s + 000ms  0
= 3s + 000ms  complete
)");
}

void WaitTest::timeoutsNest()
{
    COMPARE_TEXT(textOf(nestedMain), R"(
1s + 000ms  cancelled v
1s + 000ms  -> TimeoutError
2s + 000ms  cancelled w
2s + 000ms  -> TimeoutError
= 2s + 000ms  complete
)");
}

void WaitTest::timeoutTellsItsCancellationFromOthers()
{
    COMPARE_TEXT(textOf(timeoutAndCancelMain), R"(
0s + 500ms  cancelled v
0s + 500ms  CancelledError 1
2s + 500ms  CancelledError 1
2s + 500ms  cancelled cancelled
= 2s + 500ms  complete
)");
}

void WaitTest::timeoutIsRescheduled()
{
    COMPARE_TEXT(textOf(rescheduleMain), R"(
0s + 000ms  RuntimeError: Timeout has not been entered
2s + 000ms  False False
2s + 000ms  RuntimeError: Cannot change state of finished Timeout
2s + 000ms  RuntimeError: Timeout has already been entered
2s + 000ms  cancelled w
2s + 000ms  True True
= 2s + 000ms  complete
)");
}

void WaitTest::timeoutLeavesOtherEndingsAlone()
{
    COMPARE_TEXT(textOf(otherEndingsMain), R"(
1s + 000ms  swallowed
1s + 000ms  -> None
1s + 000ms  0
2s + 000ms  -> ValueError: other
2s + 000ms  0
= 2s + 000ms  complete
)");
}

void WaitTest::asCompletedGivesResultsAsTheyCome()
{
    COMPARE_TEXT(textOf(asCompletedMain), R"(
1s + 000ms  -> ValueError: b
2s + 000ms  -> c
3s + 000ms  -> a
= 3s + 000ms  complete
)");
}

void WaitTest::asCompletedTimesOut()
{
    COMPARE_TEXT(textOf(asCompletedTimeoutMain), R"(
1s + 000ms  -> a
2s + 000ms  -> TimeoutError
2s + 000ms  -> TimeoutError
2s + 000ms  done pending pending
= 4s + 000ms  complete
)");
}

void WaitTest::asCompletedTakesEachOnce()
{
    COMPARE_TEXT(textOf(asCompletedTwiceMain), R"(
1s + 000ms  -> t
= 1s + 000ms  complete
)");
}

void WaitTest::asCompletedIsCancelledAlone()
{
    COMPARE_TEXT(textOf(asCompletedCancelMain), R"(
1s + 000ms  -> a
2s + 000ms  -> CancelledError
2s + 000ms  pending
= 3s + 000ms  complete
)");
}

void WaitTest::survivesATeardownWhileTheyWait()
{
    COMPARE_TEXT(textOf(abandonedMain), "= 1s + 000ms  complete\n");
    QCOMPARE(Counted::alive(), 0);
}

QTEST_GUILESS_MAIN(WaitTest)
#include "tst_wait.moc"
