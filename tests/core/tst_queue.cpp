// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// The queues: first come first served, cancellation before and after the wake-up, back-pressure, join.
class QueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servesGettersAndPuttersInOrder();
    void letsAGetterWaitAgainWhenItsItemWasTaken();
    void skipsACancelledGetter();
    void passesOnTheWakeUpOfACancelledGetter();
    void passesOnTheWakeUpOfACancelledPutter();
    void throwsAsAsyncio();
    void keepsItsOrder();
    void joinsWhenEverythingIsDone();
    void wakesJoinersThoughAnItemCameSince();
    void showsItsWaitersInTheTrace();
    void survivesATeardownWhileTheyWait();
    void holdsMoveOnlyItems();
};

namespace {

using IntQueue = Queue<int>;

Coro<void> gets(IntQueue &queue, std::string name)
{
    const int item = co_await queue.get();
    print(name, "got", item);
}

Coro<void> puts(IntQueue &queue, std::string name, int item)
{
    co_await queue.put(item);
    print("put", name);
}

Coro<void> fifoMain()
{
    IntQueue queue(1);
    const auto a = createTask(gets(queue, "a"));
    const auto b = createTask(gets(queue, "b"));
    const auto c = createTask(gets(queue, "c"));
    co_await sleep(0s);
    for (int i = 0; i < 3; ++i) {
        co_await queue.put(i);
        print("put", i, queue.size());
    }
    co_await waitAll(a, b, c);
}

Coro<void> stealMain()
{
    IntQueue queue;
    const auto a = createTask(gets(queue, "a"));
    const auto b = createTask(gets(queue, "b"));
    co_await sleep(0s);
    queue.putNowait(1);
    print("stolen", queue.getNowait());
    queue.putNowait(2);
    co_await sleep(0s);
    co_await sleep(0s);
    queue.putNowait(3);
    co_await waitAll(a, b);
}

Coro<void> cancelGetter(bool woken)
{
    IntQueue queue;
    const auto a = createTask(gets(queue, "a"));
    const auto b = createTask(gets(queue, "b"));
    co_await sleep(0s);
    if (!woken)
        a.cancel();
    queue.putNowait(1);
    if (woken)
        a.cancel();
    co_await waitAll(a, b);
    print(a.cancelled(), queue.size());
}

Coro<void> cancelPutterMain()
{
    IntQueue queue(1);
    queue.putNowait(0);
    const auto a = createTask(puts(queue, "a", 1));
    const auto b = createTask(puts(queue, "b", 2));
    const auto c = createTask(puts(queue, "c", 3));
    co_await sleep(0s);
    b.cancel();
    print(queue.getNowait());
    a.cancel();
    co_await sleep(0s);
    co_await sleep(0s);
    print(queue.getNowait(), a.cancelled(), b.cancelled(), c.done());
}

Coro<void> errorsMain()
{
    IntQueue queue(1);
    print(thrownBy([&] { queue.getNowait(); }));
    print(thrownBy([&] { queue.taskDone(); }));
    print(thrownBy([&] { queue.putNowait(1); }));
    print(thrownBy([&] { queue.putNowait(2); }));
    print(queue.full(), queue.empty(), queue.size());
    co_return;
}

/// Equal to others of its key, but not the same.
struct Keyed {
    int key = 0;
    int number = 0;
    friend bool operator<(const Keyed &a, const Keyed &b) { return a.key < b.key; }
};

Coro<void> kindsMain()
{
    LifoQueue<int> lifo;
    PriorityQueue<int> priority;
    for (const int item : {5, 1, 4, 1, 3}) {
        lifo.putNowait(item);
        priority.putNowait(item);
    }
    std::vector<int> last;
    std::vector<int> least;
    for (int i = 0; i < 5; ++i) {
        last.push_back(lifo.getNowait());
        least.push_back(priority.getNowait());
    }
    print(last, least);
    PriorityQueue<Keyed> keyed;
    int number = 0;
    for (const int key : {2, 1, 2, 1, 2, 1, 0, 2})
        keyed.putNowait({key, number++});
    std::vector<int> numbers;
    while (!keyed.empty())
        numbers.push_back(keyed.getNowait().number);
    print(numbers);
    co_return;
}

Coro<void> worksOff(IntQueue &queue)
{
    for (;;) {
        const int item = co_await queue.get();
        co_await sleep(std::chrono::seconds(item));
        queue.taskDone();
        print("done", item);
    }
}

Coro<void> joins(IntQueue &queue, int n)
{
    co_await queue.join();
    print("joined", n, queue.size());
}

Coro<void> joinMain()
{
    IntQueue queue;
    co_await queue.join();
    print("empty joins at once");
    for (int i = 0; i < 3; ++i)
        queue.putNowait(i);
    const auto worker = createTask(worksOff(queue));
    const auto one = createTask(joins(queue, 1));
    const auto two = createTask(joins(queue, 2));
    co_await sleep(500ms);
    one.cancel();
    co_await waitAll(one, two);
    worker.cancel();
    co_await waitAll(worker);
}

Coro<void> joinNewItemMain()
{
    IntQueue queue;
    queue.putNowait(1);
    const auto join = createTask(joins(queue, 1));
    co_await sleep(0s);
    queue.getNowait();
    queue.taskDone();
    queue.putNowait(2);
    co_await waitAll(join);
}

Coro<void> tracedMain()
{
    IntQueue queue(1, "q");
    const auto getter = createTask(gets(queue, "getter"), "getter");
    co_await sleep(0s);
    co_await queue.put(1);
    co_await queue.put(2);
    co_await getter;
}

Coro<void> waitsForEver(std::shared_ptr<IntQueue> queue, Counted, int how)
{
    const Counted local;
    if (how == 0)
        co_await queue->get();
    if (how == 1)
        co_await queue->put(2);
    if (how == 2)
        co_await queue->join();
}

Coro<void> teardownMain()
{
    IntQueue onTheStack;
    const auto shared = std::make_shared<IntQueue>(1);
    const auto empty = std::make_shared<IntQueue>();
    shared->putNowait(1);
    createTask(waitsForEver(empty, Counted(), 0));
    createTask(waitsForEver(shared, Counted(), 1));
    createTask(waitsForEver(shared, Counted(), 2));
    createTask(gets(onTheStack, "never"));
    co_await sleep(1s);
    EventLoop::running().stop();
    co_await sleep(1s);
}

Coro<void> moveOnlyMain()
{
    Queue<std::unique_ptr<int>> queue(1);
    co_await queue.put(std::make_unique<int>(1));
    const auto item = co_await queue.get();
    print(*item);
}

} // namespace

void QueueTest::servesGettersAndPuttersInOrder()
{
    COMPARE_TEXT(textOf(fifoMain), R"(
0s + 000ms  put 0 1
0s + 000ms  a got 0
0s + 000ms  put 1 1
0s + 000ms  b got 1
0s + 000ms  put 2 1
0s + 000ms  c got 2
= 0s + 000ms  complete
)");
}

void QueueTest::letsAGetterWaitAgainWhenItsItemWasTaken()
{
    COMPARE_TEXT(textOf(stealMain), R"(
0s + 000ms  stolen 1
0s + 000ms  a got 2
0s + 000ms  b got 3
= 0s + 000ms  complete
)");
}

void QueueTest::skipsACancelledGetter()
{
    const auto main = []() -> Coro<void> { return cancelGetter(false); };
    COMPARE_TEXT(textOf(main), R"(
0s + 000ms  b got 1
0s + 000ms  True 0
= 0s + 000ms  complete
)");
}

void QueueTest::passesOnTheWakeUpOfACancelledGetter()
{
    const auto main = []() -> Coro<void> { return cancelGetter(true); };
    COMPARE_TEXT(textOf(main), R"(
0s + 000ms  b got 1
0s + 000ms  True 0
= 0s + 000ms  complete
)");
}

void QueueTest::passesOnTheWakeUpOfACancelledPutter()
{
    COMPARE_TEXT(textOf(cancelPutterMain), R"(
0s + 000ms  0
0s + 000ms  put c
0s + 000ms  3 True True True
= 0s + 000ms  complete
)");
}

void QueueTest::throwsAsAsyncio()
{
    COMPARE_TEXT(textOf(errorsMain), R"(
0s + 000ms  QueueEmpty
0s + 000ms  ValueError: task_done() called too many times
0s + 000ms  nothing
0s + 000ms  QueueFull
0s + 000ms  True False 1
= 0s + 000ms  complete
)");
}

void QueueTest::keepsItsOrder()
{
    COMPARE_TEXT(textOf(kindsMain), R"(
0s + 000ms  [3, 1, 4, 1, 5] [1, 1, 3, 4, 5]
0s + 000ms  [6, 1, 5, 3, 2, 7, 4, 0]
= 0s + 000ms  complete
)");
}

void QueueTest::joinsWhenEverythingIsDone()
{
    COMPARE_TEXT(textOf(joinMain), R"(
0s + 000ms  empty joins at once
0s + 000ms  done 0
1s + 000ms  done 1
3s + 000ms  done 2
3s + 000ms  joined 2 0
= 3s + 000ms  complete
)");
}

void QueueTest::wakesJoinersThoughAnItemCameSince()
{
    COMPARE_TEXT(textOf(joinNewItemMain), R"(
0s + 000ms  joined 1 1
= 0s + 000ms  complete
)");
}

void QueueTest::showsItsWaitersInTheTrace()
{
    COMPARE_TEXT(stepsOf(tracedMain, true), R"(
Task-1 created
1: Task-1 run; getter created; Task-1 await sleep(0)
2: getter run; getter await q.get(); Task-1 run; q level 1; getter ready; Task-1 await q.put()
3: getter run; q level 0; Task-1 ready; print getter got 1; getter done
4: Task-1 run; q level 1; Task-1 done; callback1 ready
5: callback1 run
)");
}

void QueueTest::survivesATeardownWhileTheyWait()
{
    COMPARE_TEXT(textOf(teardownMain),
                 "= 1s + 000ms  uncaught RuntimeError: Event loop stopped before Future completed.\n");
    QCOMPARE(Counted::alive(), 0);
}

void QueueTest::holdsMoveOnlyItems()
{
    COMPARE_TEXT(textOf(moveOnlyMain), R"(
0s + 000ms  1
= 0s + 000ms  complete
)");
}

QTEST_GUILESS_MAIN(QueueTest)
#include "tst_queue.moc"
