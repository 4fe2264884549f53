// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

static_assert(!std::is_copy_constructible_v<TaskGroup>);

/// TaskGroup: waits for its tasks, cancels them when one fails, and tells its own cancellation of the parent from
/// others'.
class TaskGroupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsForItsTasks();
    void cancelsTheOthersWhenOneFails();
    void collectsAllFailures();
    void cancelsItsTasksWhenTheBodyFails();
    void isCancelledWithItsParent_data();
    void isCancelledWithItsParent();
    void prefersFailuresToCancellation();
    void refusesMisuse();
    void doesNotMindACancelledTask();
    void waitsForTasksMadeByItsTasks();
    void nests();
    void passesOnAnInterrupt();
    void waitsThroughASecondCancellation();
    void freesEverythingAtTheEnd();
};

namespace {

using Body = std::function<Coro<void>(TaskGroup &)>;

/// async with TaskGroup() as group: body
Coro<void> withGroup(Body body)
{
    TaskGroup group;
    co_await group.run(body(group));
}

Coro<void> show(Coro<void> scope)
{
    try {
        co_await std::move(scope);
        print("-> done");
    } catch (...) {
        print("->", reprOfError(std::current_exception()), EventLoop::running().currentTask()->cancelling());
    }
}

Coro<void> waitsBody(TaskGroup &group)
{
    group.createTask(value("a", 2s));
    const auto bee = group.createTask(value("b", 1s), "bee");
    print(bee.name());
    co_return;
}

Coro<void> waitsMain()
{
    co_await show(withGroup(waitsBody));
}

Coro<void> failsBody(TaskGroup &group)
{
    group.createTask(failure(ValueError("x"), 1s));
    group.createTask(value("slow", 5s));
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        print("body cancelled");
        throw;
    }
}

Coro<void> failsMain()
{
    co_await show(withGroup(failsBody));
}

Coro<void> twoBody(TaskGroup &group)
{
    group.createTask(failure(ValueError("x"), 1s));
    group.createTask(failure(KeyError("y"), 1s));
    co_return;
}

Coro<void> twoMain()
{
    co_await show(withGroup(twoBody));
}

Coro<void> bodyFailsBody(TaskGroup &group)
{
    group.createTask(value("slow", 5s));
    co_await sleep(1s);
    throw ValueError("body");
}

Coro<void> bodyFailsMain()
{
    co_await show(withGroup(bodyFailsBody));
}

Coro<void> slowBody(TaskGroup &group)
{
    group.createTask(value("slow", 5s));
    co_return;
}

Coro<void> sleepingBody(TaskGroup &group)
{
    group.createTask(value("slow", 5s));
    co_await sleep(9s);
}

Coro<void> cancelled(Coro<void> scope)
{
    const auto task = createTask(show(std::move(scope)));
    co_await sleep(1s);
    task.cancel();
    co_await task;
}

Coro<void> cancelledLeavingMain()
{
    co_await cancelled(withGroup(slowBody));
}

Coro<void> cancelledInBodyMain()
{
    co_await cancelled(withGroup(sleepingBody));
}

Coro<void> stubborn()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        throw ValueError("out");
    }
}

Coro<void> stubbornBody(TaskGroup &group)
{
    group.createTask(stubborn());
    co_return;
}

Coro<void> stubbornMain()
{
    co_await cancelled(withGroup(stubbornBody));
}

void tryToCreate(TaskGroup &group)
{
    Coro<std::string> coro = value("never");
    print(thrownBy([&] { group.createTask(std::move(coro)); }));
}

Coro<void> late(TaskGroup &group)
{
    struct Finally {
        ~Finally() { tryToCreate(group); }
        TaskGroup &group;
    };
    const Finally finally{group};
    co_await sleep(5s);
}

Coro<void> lateBody(TaskGroup &group)
{
    group.createTask(late(group));
    group.createTask(failure(ValueError("x"), 1s));
    co_return;
}

Coro<void> nothing()
{
    co_return;
}

Coro<void> misuseMain()
{
    TaskGroup group;
    tryToCreate(group);
    co_await group.run(nothing());
    tryToCreate(group);
    co_await show(group.run(nothing()));
    co_await show(withGroup(lateBody));
}

Coro<void> childCancelledBody(TaskGroup &group)
{
    const auto c = group.createTask(value("c", 5s));
    group.createTask(value("d", 2s));
    co_await sleep(1s);
    c.cancel();
}

Coro<void> childCancelledMain()
{
    co_await show(withGroup(childCancelledBody));
}

Coro<void> spawner(TaskGroup &group, int n)
{
    co_await sleep(1s);
    print("spawner", n);
    if (n > 0)
        group.createTask(spawner(group, n - 1));
}

Coro<void> spawnerBody(TaskGroup &group)
{
    group.createTask(spawner(group, 2));
    co_return;
}

Coro<void> spawnerMain()
{
    co_await show(withGroup(spawnerBody));
}

Coro<void> innerBody(TaskGroup &group)
{
    group.createTask(failure(ValueError("deep"), 1s));
    group.createTask(value("i", 5s));
    co_return;
}

Coro<void> outerBody(TaskGroup &group)
{
    group.createTask(withGroup(innerBody));
    group.createTask(value("o", 5s));
    co_return;
}

Coro<void> nestedMain()
{
    co_await show(withGroup(outerBody));
}

Coro<void> blockingBody(TaskGroup &group)
{
    group.createTask(value("slow", 5s));
    co_await sleep(500ms);
    blockingSleep(1s);
}

Coro<void> interrupted(World &world)
{
    try {
        co_await world.loop().runUntilComplete(withGroup(blockingBody));
    } catch (...) {
        print(reprOfError(std::current_exception()));
    }
}

Coro<void> cleansUp()
{
    bool wasCancelled = false;
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        wasCancelled = true;
    }
    if (wasCancelled) {
        co_await sleep(2s);
        print("cleaned");
        throw CancelledError();
    }
}

Coro<void> cleaningBody(TaskGroup &group)
{
    group.createTask(cleansUp());
    co_return;
}

Coro<void> twiceMain()
{
    const auto task = createTask(show(withGroup(cleaningBody)));
    for (int i = 0; i < 2; ++i) {
        co_await sleep(1s);
        task.cancel();
    }
    co_await task;
}

Coro<void> holds(Counted)
{
    const Counted local;
    co_await sleep(10s);
}

Coro<void> holdingBody(TaskGroup &group)
{
    const Counted local;
    group.createTask(holds(Counted()));
    group.createTask(holds(Counted()));
    co_await sleep(10s);
}

Coro<void> abandonedMain()
{
    createTask(withGroup(holdingBody));
    co_await sleep(1s);
}

} // namespace

void TaskGroupTest::waitsForItsTasks()
{
    COMPARE_TEXT(textOf(waitsMain), R"(
0s + 000ms  bee
2s + 000ms  -> done
= 2s + 000ms  complete
)");
}

void TaskGroupTest::cancelsTheOthersWhenOneFails()
{
    COMPARE_TEXT(textOf(failsMain), R"(
1s + 000ms  cancelled slow
1s + 000ms  body cancelled
1s + 000ms  -> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('x')]) 0
= 1s + 000ms  complete
)");
}

void TaskGroupTest::collectsAllFailures()
{
    COMPARE_TEXT(textOf(twoMain), R"(
1s + 000ms  -> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('x'), KeyError('y')]) 1
= 1s + 000ms  complete
)");
}

void TaskGroupTest::cancelsItsTasksWhenTheBodyFails()
{
    COMPARE_TEXT(textOf(bodyFailsMain), R"(
1s + 000ms  cancelled slow
1s + 000ms  -> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('body')]) 0
= 1s + 000ms  complete
)");
}

void TaskGroupTest::isCancelledWithItsParent_data()
{
    QTest::addColumn<MainCoroutine>("main");
    QTest::newRow("in its body") << MainCoroutine(cancelledInBodyMain);
    QTest::newRow("while it waits for its tasks") << MainCoroutine(cancelledLeavingMain);
}

void TaskGroupTest::isCancelledWithItsParent()
{
    QFETCH(MainCoroutine, main);
    COMPARE_TEXT(textOf(main), R"(
1s + 000ms  cancelled slow
1s + 000ms  -> CancelledError() 1
= 1s + 000ms  complete
)");
}

void TaskGroupTest::prefersFailuresToCancellation()
{
    COMPARE_TEXT(textOf(stubbornMain), R"(
1s + 000ms  -> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('out')]) 1
= 1s + 000ms  complete
)");
}

void TaskGroupTest::refusesMisuse()
{
    // A coroutine that could not become a task is never awaited.
    COMPARE_TEXT(textOf(misuseMain), R"(
0s + 000ms  ! RuntimeWarning: coroutine 'value' was never awaited
0s + 000ms  RuntimeError: TaskGroup has not been entered
0s + 000ms  ! RuntimeWarning: coroutine 'value' was never awaited
0s + 000ms  RuntimeError: TaskGroup is finished
0s + 000ms  ! RuntimeWarning: coroutine 'nothing' was never awaited
0s + 000ms  -> RuntimeError('TaskGroup has already been entered') 0
1s + 000ms  ! RuntimeWarning: coroutine 'value' was never awaited
1s + 000ms  RuntimeError: TaskGroup is shutting down
1s + 000ms  -> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('x')]) 1
= 1s + 000ms  complete
)");
}

void TaskGroupTest::doesNotMindACancelledTask()
{
    COMPARE_TEXT(textOf(childCancelledMain), R"(
1s + 000ms  cancelled c
2s + 000ms  -> done
= 2s + 000ms  complete
)");
}

void TaskGroupTest::waitsForTasksMadeByItsTasks()
{
    COMPARE_TEXT(textOf(spawnerMain), R"(
1s + 000ms  spawner 2
2s + 000ms  spawner 1
3s + 000ms  spawner 0
3s + 000ms  -> done
= 3s + 000ms  complete
)");
}

void TaskGroupTest::nests()
{
    COMPARE_TEXT(textOf(nestedMain), R"(
1s + 000ms  cancelled i
1s + 000ms  cancelled o
1s + 000ms  -> ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('deep')])]) 1
= 1s + 000ms  complete
)");
}

void TaskGroupTest::passesOnAnInterrupt()
{
    COMPARE_TEXT(textOf(interrupted, {.interruptAt = Instant(1s)}), R"(
1s + 000ms  cancelled slow
1s + 000ms  KeyboardInterrupt()
= 1s + 000ms  interrupt
)");
}

void TaskGroupTest::waitsThroughASecondCancellation()
{
    COMPARE_TEXT(textOf(twiceMain), R"(
3s + 000ms  cleaned
3s + 000ms  -> CancelledError() 2
= 3s + 000ms  complete
)");
}

void TaskGroupTest::freesEverythingAtTheEnd()
{
    COMPARE_TEXT(textOf(abandonedMain), "= 1s + 000ms  complete\n");
    QCOMPARE(Counted::alive(), 0);
}

QTEST_GUILESS_MAIN(TaskGroupTest)
#include "tst_task_group.moc"
