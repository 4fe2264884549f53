// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Lock, Semaphore, BoundedSemaphore, Event and Condition: fairness, cancellation before and after the wake-up.
class LocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lockIsFair();
    void lockSkipsACancelledWaiter();
    void lockGoesToTheNextWhenTheWokenOneIsCancelled();
    void lockLetsNobodyJumpTheQueue();
    void lockIsFreeWhenAllWaitersAreCancelled();
    void misuseThrows();
    void semaphoreLetsSoManyIn();
    void semaphoreTakesBackTheUnitOfACancelledWaiter();
    void semaphoreSkipsACancelledWaiter();
    void semaphoreHandsOutEachUnit();
    void eventWakesAllThatWaited();
    void conditionNotifiesSome();
    void conditionTakesTheLockBeforeItIsCancelled();
    void conditionWaitsForTheLockThroughAllCancellations();
    void conditionWaitsForAPredicate();
    void survivesATeardownWhileTheyWait();
};

namespace {

Coro<void> holdsLock(Lock &lock, std::string name, Duration duration)
{
    const auto held = co_await lock.scoped();
    print(name, "has it");
    if (duration > Duration(0))
        co_await sleep(duration);
}

Coro<void> fairMain(bool cancels)
{
    Lock lock;
    const auto a = createTask(holdsLock(lock, "a", 1s));
    const auto b = createTask(holdsLock(lock, "b", 1s));
    const auto c = createTask(holdsLock(lock, "c", 1s));
    co_await sleep(500ms);
    if (cancels)
        b.cancel();
    co_await waitAll(a, b, c);
    print(b.cancelled(), lock.locked());
}

Coro<void> cancelWokenMain()
{
    Lock lock;
    co_await lock.acquire();
    const auto a = createTask(holdsLock(lock, "a", 0s));
    const auto b = createTask(holdsLock(lock, "b", 0s));
    co_await sleep(0s);
    lock.release();
    a.cancel();
    co_await waitAll(a, b);
    print(a.cancelled(), lock.locked());
}

Coro<void> noBargingMain()
{
    Lock lock;
    co_await lock.acquire();
    const auto a = createTask(holdsLock(lock, "a", 0s));
    co_await sleep(0s);
    lock.release();
    print(lock.locked());
    co_await holdsLock(lock, "main", 0s);
    co_await a;
}

Coro<void> afterCancelledMain()
{
    Lock lock;
    co_await lock.acquire();
    const auto a = createTask(holdsLock(lock, "a", 0s));
    co_await sleep(0s);
    a.cancel();
    lock.release();
    co_await holdsLock(lock, "main", 0s);
    co_await sleep(0s);
    print(a.cancelled());
}

Coro<void> misuseMain()
{
    Lock lock;
    print(thrownBy([&] { lock.release(); }));
    print(thrownBy([] { const Semaphore semaphore(-1); }));
    print(thrownBy([] { const BoundedSemaphore semaphore(-1); }));
    print(thrownBy([] { const Barrier barrier(0); }));
    BoundedSemaphore bounded(1);
    print(thrownBy([&] { bounded.release(); }));
    Condition condition;
    print(thrownBy([&] { condition.notify(); }));
    try {
        co_await condition.wait();
    } catch (const RuntimeError &error) {
        print(error.what());
    }
}

Coro<void> enters(Semaphore &semaphore, std::string name, Duration duration)
{
    const auto held = co_await semaphore.scoped();
    print(name, "in");
    if (duration > Duration(0))
        co_await sleep(duration);
}

Coro<void> windowMain()
{
    Semaphore semaphore(2);
    std::vector<Task<void>> tasks;
    for (const char *name : {"a", "b", "c", "d", "e"})
        tasks.push_back(createTask(enters(semaphore, name, 1s)));
    co_await wait(tasks);
    print(semaphore.locked());
}

Coro<void> semaphoreWokenMain()
{
    Semaphore semaphore(1);
    co_await semaphore.acquire();
    const auto a = createTask(enters(semaphore, "a", 0s));
    const auto b = createTask(enters(semaphore, "b", 0s));
    const auto c = createTask(enters(semaphore, "c", 0s));
    co_await sleep(0s);
    semaphore.release();
    print(semaphore.locked());
    a.cancel();
    co_await waitAll(a, b, c);
    print(a.cancelled(), semaphore.locked(), semaphore.value());
}

Coro<void> semaphoreWaitingMain()
{
    Semaphore semaphore(0);
    const auto a = createTask(enters(semaphore, "a", 0s));
    const auto b = createTask(enters(semaphore, "b", 0s));
    const auto c = createTask(enters(semaphore, "c", 0s));
    co_await sleep(0s);
    a.cancel();
    semaphore.release();
    co_await waitAll(a, b);
    print(semaphore.value(), semaphore.locked());
    co_await waitAll(a, b, c);
    print(semaphore.value());
}

Coro<void> barges(Semaphore &semaphore)
{
    co_await semaphore.acquire();
    print("barged");
}

Coro<void> twoReleasesMain()
{
    Semaphore semaphore(0);
    const auto a = createTask(enters(semaphore, "a", 0s));
    const auto b = createTask(enters(semaphore, "b", 0s));
    const auto c = createTask(enters(semaphore, "c", 0s));
    co_await sleep(0s);
    semaphore.release();
    semaphore.release();
    print(semaphore.value(), semaphore.locked());
    const auto d = createTask(barges(semaphore));
    co_await waitAll(a, b, c, d);
    print(semaphore.value());
}

Coro<void> waitsForEvent(Event &event, std::string name)
{
    co_await event.wait();
    print(name, event.isSet());
}

Coro<void> eventMain()
{
    Event event;
    const auto a = createTask(waitsForEvent(event, "a"));
    const auto b = createTask(waitsForEvent(event, "b"));
    const auto c = createTask(waitsForEvent(event, "c"));
    co_await sleep(1s);
    b.cancel();
    event.set();
    event.clear();
    c.cancel();
    co_await waitAll(a, b, c);
    print(a.cancelled(), b.cancelled(), c.cancelled());
    event.set();
    co_await event.wait();
    print("at once");
}

Coro<void> isNotified(Condition &condition, std::string name)
{
    const auto held = co_await condition.scoped();
    try {
        co_await condition.wait();
        print(name, "notified", condition.locked());
    } catch (const CancelledError &) {
        print(name, "cancelled", condition.locked());
        throw;
    }
}

Coro<void> notifyMain()
{
    Condition condition;
    std::vector<Task<void>> tasks;
    for (const char *name : {"a", "b", "c", "d"})
        tasks.push_back(createTask(isNotified(condition, name)));
    co_await sleep(0s);
    co_await condition.acquire();
    condition.notify(2);
    print("notified two");
    co_await sleep(1s);
    condition.release();
    co_await sleep(500ms);
    co_await condition.acquire();
    condition.notifyAll();
    condition.release();
    co_await wait(tasks);
}

Coro<void> conditionCancelMain()
{
    Condition condition;
    const auto a = createTask(isNotified(condition, "a"));
    const auto b = createTask(isNotified(condition, "b"));
    const auto c = createTask(isNotified(condition, "c"));
    co_await sleep(0s);
    co_await condition.acquire();
    a.cancel(); // while it waits to be notified
    co_await sleep(1s);
    print("release");
    condition.notify(1);
    b.cancel(); // once it is notified
    condition.release();
    co_await waitAll(a, b);
    print(a.cancelled(), b.cancelled(), c.done());
    c.cancel();
    co_await waitAll(c);
}

Coro<void> cancelTwiceMain()
{
    Condition condition;
    const auto task = createTask(isNotified(condition, "a"));
    co_await sleep(0s);
    co_await condition.acquire();
    for (int i = 0; i < 2; ++i) {
        task.cancel();
        co_await sleep(0s);
    }
    print("still waits for the lock", task.done(), task.cancelling());
    condition.release();
    co_await waitAll(task);
    print(task.cancelled());
}

Coro<void> waitsForTwo(Condition &condition, int &n)
{
    const auto held = co_await condition.scoped();
    const std::function<bool()> enough = [&n] { return n >= 2; };
    co_await condition.waitFor(enough);
    print("enough", n);
}

Coro<void> predicateMain()
{
    Condition condition;
    int n = 0;
    const auto task = createTask(waitsForTwo(condition, n));
    for (int i = 0; i < 3; ++i) {
        co_await sleep(1s);
        co_await condition.acquire();
        ++n;
        condition.notifyAll();
        print("n", n);
        condition.release();
    }
    co_await task;
}

struct Primitives {
    Lock lock;
    Semaphore semaphore{1};
    Event event;
    Condition condition;
    Barrier barrier{3};
};

Coro<void> uses(Primitives &all, int which, Counted)
{
    const Counted local;
    switch (which) {
    case 0: co_await holdsLock(all.lock, "", 10s); break;
    case 1: co_await enters(all.semaphore, "", 10s); break;
    case 2: co_await waitsForEvent(all.event, ""); break;
    case 3: co_await isNotified(all.condition, ""); break;
    default: co_await all.barrier.wait();
    }
}

/// Two of each, so that one holds it (and releases it when it is freed) and one waits. The primitives stand where a
/// program has them: in the main program, which is freed before the tasks or after them.
Coro<void> leavesAll(World &world)
{
    Primitives all;
    for (int i = 0; i < 10; ++i)
        world.loop().createTask(uses(all, i % 5, Counted()));
    world.loop().callLater(1s, [&world] { world.loop().stop(); });
    co_await world.loop().runForever();
}

Coro<void> owns(Counted)
{
    Primitives all;
    for (int i = 0; i < 10; ++i)
        createTask(uses(all, i % 5, Counted()));
    co_await sleep(10s);
}

/// The same, owned by a task that is older than those which use them.
Coro<void> leavesOwner(World &world)
{
    world.loop().createTask(owns(Counted()));
    world.loop().callLater(1s, [&world] { world.loop().stop(); });
    co_await world.loop().runForever();
}

} // namespace

void LocksTest::lockIsFair()
{
    const auto main = []() -> Coro<void> { return fairMain(false); };
    COMPARE_TEXT(textOf(main), R"(
0s + 000ms  a has it
1s + 000ms  b has it
2s + 000ms  c has it
3s + 000ms  False False
= 3s + 000ms  complete
)");
}

void LocksTest::lockSkipsACancelledWaiter()
{
    const auto main = []() -> Coro<void> { return fairMain(true); };
    COMPARE_TEXT(textOf(main), R"(
0s + 000ms  a has it
1s + 000ms  c has it
2s + 000ms  True False
= 2s + 000ms  complete
)");
}

void LocksTest::lockGoesToTheNextWhenTheWokenOneIsCancelled()
{
    COMPARE_TEXT(textOf(cancelWokenMain), R"(
0s + 000ms  b has it
0s + 000ms  True False
= 0s + 000ms  complete
)");
}

void LocksTest::lockLetsNobodyJumpTheQueue()
{
    COMPARE_TEXT(textOf(noBargingMain), R"(
0s + 000ms  False
0s + 000ms  a has it
0s + 000ms  main has it
= 0s + 000ms  complete
)");
}

void LocksTest::lockIsFreeWhenAllWaitersAreCancelled()
{
    COMPARE_TEXT(textOf(afterCancelledMain), R"(
0s + 000ms  main has it
0s + 000ms  True
= 0s + 000ms  complete
)");
}

void LocksTest::misuseThrows()
{
    COMPARE_TEXT(textOf(misuseMain), R"(
0s + 000ms  RuntimeError: Lock is not acquired.
0s + 000ms  ValueError: Semaphore initial value must be >= 0
0s + 000ms  ValueError: Semaphore initial value must be >= 0
0s + 000ms  ValueError: parties must be > 0
0s + 000ms  ValueError: BoundedSemaphore released too many times
0s + 000ms  RuntimeError: cannot notify on un-acquired lock
0s + 000ms  RuntimeError: cannot wait on un-acquired lock
= 0s + 000ms  complete
)");
}

void LocksTest::semaphoreLetsSoManyIn()
{
    COMPARE_TEXT(textOf(windowMain), R"(
0s + 000ms  a in
0s + 000ms  b in
1s + 000ms  c in
1s + 000ms  d in
2s + 000ms  e in
3s + 000ms  False
= 3s + 000ms  complete
)");
}

void LocksTest::semaphoreTakesBackTheUnitOfACancelledWaiter()
{
    COMPARE_TEXT(textOf(semaphoreWokenMain), R"(
0s + 000ms  True
0s + 000ms  b in
0s + 000ms  c in
0s + 000ms  True False 1
= 0s + 000ms  complete
)");
}

void LocksTest::semaphoreSkipsACancelledWaiter()
{
    COMPARE_TEXT(textOf(semaphoreWaitingMain), R"(
0s + 000ms  b in
0s + 000ms  c in
0s + 000ms  1 False
0s + 000ms  1
= 0s + 000ms  complete
)");
}

void LocksTest::semaphoreHandsOutEachUnit()
{
    COMPARE_TEXT(textOf(twoReleasesMain), R"(
0s + 000ms  0 True
0s + 000ms  a in
0s + 000ms  b in
0s + 000ms  c in
0s + 000ms  barged
0s + 000ms  1
= 0s + 000ms  complete
)");
}

void LocksTest::eventWakesAllThatWaited()
{
    COMPARE_TEXT(textOf(eventMain), R"(
1s + 000ms  a False
1s + 000ms  False True True
1s + 000ms  at once
= 1s + 000ms  complete
)");
}

void LocksTest::conditionNotifiesSome()
{
    COMPARE_TEXT(textOf(notifyMain), R"(
0s + 000ms  notified two
1s + 000ms  a notified True
1s + 000ms  b notified True
1s + 500ms  c notified True
1s + 500ms  d notified True
= 1s + 500ms  complete
)");
}

void LocksTest::conditionTakesTheLockBeforeItIsCancelled()
{
    COMPARE_TEXT(textOf(conditionCancelMain), R"(
1s + 000ms  release
1s + 000ms  a cancelled True
1s + 000ms  b cancelled True
1s + 000ms  True True False
1s + 000ms  c cancelled True
= 1s + 000ms  complete
)");
}

void LocksTest::conditionWaitsForTheLockThroughAllCancellations()
{
    COMPARE_TEXT(textOf(cancelTwiceMain), R"(
0s + 000ms  still waits for the lock False 2
0s + 000ms  a cancelled True
0s + 000ms  True
= 0s + 000ms  complete
)");
}

void LocksTest::conditionWaitsForAPredicate()
{
    COMPARE_TEXT(textOf(predicateMain), R"(
1s + 000ms  n 1
2s + 000ms  n 2
2s + 000ms  enough 2
3s + 000ms  n 3
= 3s + 000ms  complete
)");
}

void LocksTest::survivesATeardownWhileTheyWait()
{
    for (const auto program : {leavesAll, leavesOwner}) {
        {
            Run run(program);
            run.advance(Instant(500ms));
            QVERIFY(!run.finished());
            QVERIFY(Counted::alive() > 0);
        }
        QCOMPARE(Counted::alive(), 0);
        static_cast<void>(textOf(program));
        QCOMPARE(Counted::alive(), 0);
    }
}

QTEST_GUILESS_MAIN(LocksTest)
#include "tst_locks.moc"
