// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include <algorithm>

using namespace coroscope;
using namespace coroscope::testing;

static_assert(!std::is_copy_constructible_v<Coro<int>> && !std::is_copy_assignable_v<Coro<int>>);
static_assert(std::is_nothrow_move_constructible_v<Coro<int>> && std::is_nothrow_move_assignable_v<Coro<int>>);
static_assert(std::is_copy_constructible_v<Task<int>> && std::is_convertible_v<Task<int>, Future<int>>);
static_assert(!std::is_convertible_v<Future<int>, Task<int>>);
static_assert(std::is_same_v<Coro<int>::Result, int>);

/// Tasks: names, results, cancellation in every state, done-callbacks, exceptions nobody asks for.
class TaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void haveNames();
    void cancelledBeforeTheFirstStepRunNothing();
    void passCancellationUpTheAwaitStack();
    void areCancelledAfterTheWakeUp();
    void maySwallowACancellation();
    void countCancelRequests();
    void cancelThemselves();
    void areCancelledByRaisingCancelledError();
    void reportExceptionsNobodyAskedFor();
    void reportThemWhenNothingRefersToTheTaskAnyMore();
    void giveTheirResultAgainAndAgain();
    void wakeAllWhoJoin();
    void cannotAwaitThemselves();
    void wakeInTheOrderOfAwaiting();
    void scheduleDoneCallbacks();
    void goOnAfterAFailedCallback();
    void takeEveryException();
    void awaitCoroutinesOnce();
    void complainAboutForgottenCoroutines();
    void stepInTheOrderOfTheReadyQueue();
    void freeWhatTheyHold_data();
    void freeWhatTheyHold();
};

namespace {

Coro<void> yields()
{
    co_await sleep(0s);
}

std::string namesOf(const std::vector<Ref<TaskBase>> &tasks)
{
    std::vector<std::string> names;
    for (const auto &task : tasks)
        names.push_back(task->name());
    std::sort(names.begin(), names.end());
    return repr(names);
}

Coro<void> namesMain()
{
    EventLoop &loop = EventLoop::running();
    const auto a = createTask(yields());
    const auto b = createTask(yields(), "bee");
    const auto c = createTask(yields());
    print(a.name(), b.name(), c.name(), loop.currentTask()->name());
    c.base().setName("sea");
    print(c.name());
    print(namesOf(loop.allTasks()));
    co_await waitAll(a, b, c);
    print(namesOf(loop.allTasks()));
    loop.callSoon([&loop] { print(loop.currentTask() ? "somebody" : "None"); });
    co_await sleep(0s);
}

Coro<int> says(std::string text)
{
    print(text);
    co_return 7;
}

template <class T>
Coro<void> joins(Task<T> task)
{
    try {
        co_await task;
    } catch (const CancelledError &) {
        print("cancelled", task.cancelled());
    }
}

Coro<void> cancelBeforeStartMain()
{
    const auto task = createTask(says("never"));
    const bool accepted = task.cancel();
    print(accepted, task.cancelling(), task.done());
    co_await joins(task);
}

Coro<void> innerSleeper()
{
    struct Finally {
        ~Finally() { print("inner"); }
    };
    const Finally finally;
    co_await sleep(10s);
}

Coro<void> outerSleeper()
{
    try {
        co_await innerSleeper();
    } catch (const CancelledError &) {
        print("outer");
        throw;
    }
}

Coro<void> awaitStackMain()
{
    const auto task = createTask(outerSleeper());
    co_await sleep(1s);
    task.cancel();
    print("requested");
    co_await sleep(0s);
    print(task.cancelled());
}

Coro<void> awaitsFuture(Future<std::string> future)
{
    try {
        const std::string result = co_await future;
        print(result);
    } catch (const CancelledError &) {
        print("cancelled although", future.result());
        throw;
    }
}

Coro<void> cancelAfterWakeMain()
{
    const auto future = EventLoop::running().createFuture<std::string>();
    const auto task = createTask(awaitsFuture(future));
    co_await sleep(0s);
    future.setResult("done");
    const bool accepted = task.cancel();
    print(accepted);
    co_await waitAll(task);
    print(task.cancelled());
}

Coro<std::string> swallows()
{
    try {
        co_await sleep(10s);
    } catch (const CancelledError &) {
        print("swallowed");
    }
    co_return "result";
}

Coro<void> swallowMain()
{
    const auto task = createTask(swallows());
    co_await sleep(0s);
    task.cancel();
    const std::string result = co_await task;
    const int cancelling = task.cancelling();
    const int first = task.uncancel();
    const int second = task.uncancel();
    print(result, cancelling, first, second, task.cancel());
}

Coro<void> countsRequests()
{
    TaskBase &task = *EventLoop::running().currentTask();
    try {
        co_await sleep(10s);
    } catch (const CancelledError &) {
        print("first", task.cancelling());
    }
    try {
        co_await sleep(0s);
    } catch (const CancelledError &) {
        print("second", task.cancelling());
    }
    const int first = task.uncancel();
    print(first, task.uncancel());
    co_await sleep(1s);
    print("alive");
}

Coro<void> countMain()
{
    const auto task = createTask(countsRequests());
    co_await sleep(0s);
    task.cancel();
    task.cancel();
    co_await task;
}

Coro<int> cancelsItself(bool awaits)
{
    EventLoop::running().currentTask()->cancel();
    print("still here");
    if (awaits) {
        co_await sleep(0s);
        print("never");
    }
    co_return 5;
}

Coro<void> selfMain()
{
    for (const bool awaits : {true, false})
        co_await joins(createTask(cancelsItself(awaits)));
}

Coro<void> raisesCancelled()
{
    throw CancelledError("by hand");
    co_return;
}

Coro<void> raisesCancelledMain()
{
    const auto task = createTask(raisesCancelled());
    co_await waitAll(task);
    print(task.cancelled(), task.cancelling());
    print(thrownBy([&] { task.exception(); }));
}

Coro<void> fails(std::string text)
{
    throw ValueError(text);
    co_return;
}

Coro<void> neverRetrievedMain()
{
    auto task = createTask(fails("one"));
    co_await sleep(1s);
    print("drop");
    task = {};
    print("dropped");
    task = createTask(fails("two"));
    co_await sleep(1s);
    print(reprOfError(task.exception()));
    task = createTask(fails("three"));
    co_await sleep(0s);
    co_await sleep(0s);
    const bool done = task.done();
    print(done, task.cancel());
    task = {};
}

Coro<void> atOnceMain()
{
    createTask(fails("nobody"));
    co_await sleep(0s);
    print("after one");
    co_await sleep(0s);
    print("after two");
}

Coro<std::vector<int>> list()
{
    co_await sleep(1s);
    co_return std::vector<int>{1};
}

Coro<void> awaitTwiceMain()
{
    const auto task = createTask(list());
    const auto first = co_await task;
    const auto second = co_await task;
    print(first, second);
    const auto failing = createTask(fails("again"));
    for (int i = 0; i < 2; ++i) {
        try {
            co_await failing;
        } catch (const ValueError &error) {
            print(error.text());
        }
    }
}

Coro<void> failsLater()
{
    co_await sleep(1s);
    throw KeyError("k");
}

Coro<void> joinsFailing(Task<void> task, int n)
{
    try {
        co_await task;
    } catch (const KeyError &) {
        print(n, reprOfError(std::current_exception()));
    }
}

Coro<void> joinFailsMain()
{
    const auto task = createTask(failsLater());
    co_await gather(joinsFailing(task, 1), joinsFailing(task, 2));
}

Coro<void> awaitsItself()
{
    const Future<void> itself{Ref<FutureBase>(EventLoop::running().currentTask())};
    try {
        co_await itself;
    } catch (const RuntimeError &error) {
        print(error.text());
    }
    co_await sleep(1s);
    print("goes on");
}

Coro<void> wokenBy(Future<void> future, int n)
{
    co_await future;
    print("woken", n);
}

Coro<void> wakeOrderMain()
{
    EventLoop &loop = EventLoop::running();
    const auto future = loop.createFuture<void>();
    std::vector tasks{createTask(wokenBy(future, 1))};
    co_await sleep(0s);
    future.addDoneCallback([](FutureBase &) { print("callback"); });
    tasks.push_back(createTask(wokenBy(future, 2)));
    co_await sleep(0s);
    future.setResult();
    loop.callSoon([] { print("soon"); });
    co_await wait(tasks);
}

Coro<void> doneCallbacksMain()
{
    const auto task = createTask(says("body"));
    task.addDoneCallback([task](FutureBase &) { print("one", task.result()); });
    DoneCallback &two = task.state()->addDoneCallback([](FutureBase &) { print("two"); });
    const bool removed = task.state()->removeDoneCallback(two);
    two.drop();
    print("removed", removed);
    co_await sleep(0s);
    print("main 1");
    co_await sleep(0s);
    print("main 2");
    task.addDoneCallback([](FutureBase &) { print("late"); });
    print("added");
    co_await sleep(0s);
}

Coro<void> callbackFailsMain()
{
    const auto task = createTask(says("body"));
    task.addDoneCallback([](FutureBase &) { throw ValueError("in callback"); });
    task.addDoneCallback([](FutureBase &) { print("next"); });
    const int result = co_await task;
    print(result);
    co_await sleep(0s);
}

Coro<void> throwsForeign()
{
    throw std::runtime_error("odd");
    co_return;
}

Coro<void> foreignMain()
{
    try {
        co_await createTask(throwsForeign());
    } catch (const std::runtime_error &error) {
        print(error.what());
    }
}

Coro<void> onceMain()
{
    auto coro = says("once");
    const int first = co_await coro;
    print(first, coro.valid());
    try {
        co_await coro;
    } catch (const RuntimeError &error) {
        print(error.text());
    }
}

Coro<void> forgetsMain()
{
    static_cast<void>(says("never"));
    print("after");
    {
        const auto kept = says("never");
        print("kept");
    }
    print("gone");
    co_return;
}

Coro<void> pair()
{
    co_await sleep(0s);
    co_await sleep(0s);
}

Coro<void> stepsMain()
{
    const auto a = createTask(pair(), "a");
    const auto b = createTask(pair(), "b");
    co_await a;
    co_await b;
}

// How a coroutine that holds something can end.

Coro<void> holds(Counted, int how)
{
    const Counted local;
    if (how == 0)
        co_return;
    if (how == 1)
        throw ValueError("no");
    co_await sleep(10s);
}

Coro<void> holdsBelow(Counted held, int how)
{
    const auto local = std::make_shared<Counted>();
    co_await holds(held, how);
}

Coro<void> endings(int how)
{
    const auto task = createTask(holdsBelow(Counted(), how));
    if (how == 3)
        task.cancel();
    co_await sleep(1s);
    if (how == 2)
        task.cancel();
    if (how == 4)
        EventLoop::running().stop();
    co_await sleep(1s);
    print(Counted::alive());
}

} // namespace

void TaskTest::haveNames()
{
    COMPARE_TEXT(textOf(namesMain), R"(
0s + 000ms  Task-2 bee Task-4 Task-1
0s + 000ms  sea
0s + 000ms  ['Task-1', 'Task-2', 'bee', 'sea']
0s + 000ms  ['Task-1']
0s + 000ms  None
= 0s + 000ms  complete
)");
}

void TaskTest::cancelledBeforeTheFirstStepRunNothing()
{
    COMPARE_TEXT(textOf(cancelBeforeStartMain), R"(
0s + 000ms  True 1 False
0s + 000ms  cancelled True
= 0s + 000ms  complete
)");
}

void TaskTest::passCancellationUpTheAwaitStack()
{
    COMPARE_TEXT(textOf(awaitStackMain), R"(
1s + 000ms  requested
1s + 000ms  inner
1s + 000ms  outer
1s + 000ms  True
= 1s + 000ms  complete
)");
}

void TaskTest::areCancelledAfterTheWakeUp()
{
    COMPARE_TEXT(textOf(cancelAfterWakeMain), R"(
0s + 000ms  True
0s + 000ms  cancelled although done
0s + 000ms  True
= 0s + 000ms  complete
)");
}

void TaskTest::maySwallowACancellation()
{
    COMPARE_TEXT(textOf(swallowMain), R"(
0s + 000ms  swallowed
0s + 000ms  result 1 0 0 False
= 0s + 000ms  complete
)");
}

void TaskTest::countCancelRequests()
{
    COMPARE_TEXT(textOf(countMain), R"(
0s + 000ms  first 2
0s + 000ms  1 0
1s + 000ms  alive
= 1s + 000ms  complete
)");
}

void TaskTest::cancelThemselves()
{
    COMPARE_TEXT(textOf(selfMain), R"(
0s + 000ms  still here
0s + 000ms  cancelled True
0s + 000ms  still here
0s + 000ms  cancelled True
= 0s + 000ms  complete
)");
}

void TaskTest::areCancelledByRaisingCancelledError()
{
    COMPARE_TEXT(textOf(raisesCancelledMain), R"(
0s + 000ms  True 0
0s + 000ms  CancelledError
= 0s + 000ms  complete
)");
}

void TaskTest::reportExceptionsNobodyAskedFor()
{
    COMPARE_TEXT(textOf(neverRetrievedMain), R"(
1s + 000ms  drop
1s + 000ms  ! Task exception was never retrieved: ValueError: one [Task-2 fails]
1s + 000ms  dropped
2s + 000ms  ValueError('two')
2s + 000ms  True False
= 2s + 000ms  complete
)");
}

void TaskTest::reportThemWhenNothingRefersToTheTaskAnyMore()
{
    COMPARE_TEXT(textOf(atOnceMain), R"(
0s + 000ms  ! Task exception was never retrieved: ValueError: nobody [Task-2 fails]
0s + 000ms  after one
0s + 000ms  after two
= 0s + 000ms  complete
)");
}

void TaskTest::giveTheirResultAgainAndAgain()
{
    COMPARE_TEXT(textOf(awaitTwiceMain), R"(
1s + 000ms  [1] [1]
1s + 000ms  again
1s + 000ms  again
= 1s + 000ms  complete
)");
}

void TaskTest::wakeAllWhoJoin()
{
    COMPARE_TEXT(textOf(joinFailsMain), R"(
1s + 000ms  1 KeyError('k')
1s + 000ms  2 KeyError('k')
= 1s + 000ms  complete
)");
}

void TaskTest::cannotAwaitThemselves()
{
    COMPARE_TEXT(textOf(awaitsItself), R"(
0s + 000ms  Task cannot await on itself
1s + 000ms  goes on
= 1s + 000ms  complete
)");
}

void TaskTest::wakeInTheOrderOfAwaiting()
{
    COMPARE_TEXT(textOf(wakeOrderMain), R"(
0s + 000ms  woken 1
0s + 000ms  callback
0s + 000ms  woken 2
0s + 000ms  soon
= 0s + 000ms  complete
)");
}

void TaskTest::scheduleDoneCallbacks()
{
    COMPARE_TEXT(textOf(doneCallbacksMain), R"(
0s + 000ms  removed True
0s + 000ms  body
0s + 000ms  main 1
0s + 000ms  one 7
0s + 000ms  main 2
0s + 000ms  added
0s + 000ms  late
= 0s + 000ms  complete
)");
}

void TaskTest::goOnAfterAFailedCallback()
{
    COMPARE_TEXT(textOf(callbackFailsMain), R"(
0s + 000ms  body
0s + 000ms  ! Exception in callback: ValueError: in callback
0s + 000ms  next
0s + 000ms  7
= 0s + 000ms  complete
)");
}

void TaskTest::takeEveryException()
{
    COMPARE_TEXT(textOf(foreignMain), R"(
0s + 000ms  odd
= 0s + 000ms  complete
)");
}

void TaskTest::awaitCoroutinesOnce()
{
    COMPARE_TEXT(textOf(onceMain), R"(
0s + 000ms  once
0s + 000ms  7 False
0s + 000ms  cannot reuse already awaited coroutine
= 0s + 000ms  complete
)");
}

void TaskTest::complainAboutForgottenCoroutines()
{
    COMPARE_TEXT(textOf(forgetsMain), R"(
0s + 000ms  ! RuntimeWarning: coroutine 'says' was never awaited
0s + 000ms  after
0s + 000ms  kept
0s + 000ms  ! RuntimeWarning: coroutine 'says' was never awaited
0s + 000ms  gone
= 0s + 000ms  complete
)");
}

void TaskTest::stepInTheOrderOfTheReadyQueue()
{
    COMPARE_TEXT(stepsOf(stepsMain), R"(
Task-1 created
1: Task-1 run; a created; b created; Task-1 await a
2: a run; a await sleep(0); b run; b await sleep(0)
3: a run; a await sleep(0); b run; b await sleep(0)
4: a run; a done; Task-1 ready; b run; b done
5: Task-1 run; Task-1 done
6:
)");
}

void TaskTest::freeWhatTheyHold_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("when they return") << 0;
    QTest::newRow("when they raise") << 1;
    QTest::newRow("when they are cancelled") << 2;
    QTest::newRow("when they are cancelled before their first step") << 3;
    QTest::newRow("when the loop is stopped while they wait") << 4;
}

void TaskTest::freeWhatTheyHold()
{
    QFETCH(int, how);
    std::string text;
    {
        Run run([how](World &world) -> Coro<void> { co_await world.loop().runUntilComplete(endings(how)); });
        run.finish();
        text = textOf(run);
    }
    QCOMPARE(Counted::alive(), 0);
    if (how < 4)
        QVERIFY2(text.find("2s + 000ms  0\n") != text.npos, text.c_str());
}

QTEST_GUILESS_MAIN(TaskTest)
#include "tst_task.moc"
