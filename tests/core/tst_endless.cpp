// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/model/endless.h"
#include "core/sync/locks.h"
#include "core/sync/queue.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Who waits for ever when nothing is left that could run, and for whom.
class EndlessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void locksInOppositeOrders();
    void tasksThatAwaitEachOther();
    void oneThatNobodyWakes();
    void nobodyBeforeTheEnd();
    void nobodyWhereAllIsDone();
};

namespace {

Coro<void> sleeper(Duration duration)
{
    co_await sleep(duration);
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
    world.loop().createTask(takesBoth(a, b), "third");
    world.loop().createTask(sleeper(3s), "fine");
    co_await world.loop().runForever();
}

Coro<void> awaits(const Task<void> *other)
{
    co_await sleep(1s);
    co_await *other;
}

Coro<void> tasksInARing(World &world)
{
    Task<void> one;
    Task<void> two;
    one = world.loop().createTask(awaits(&two), "one");
    two = world.loop().createTask(awaits(&one), "two");
    co_await world.loop().runForever();
}

Coro<void> gets(Queue<int> &queue)
{
    co_await queue.get();
}

Coro<void> nobodyPuts(World &world)
{
    Queue<int> queue(0, "orders");
    world.loop().createTask(gets(queue), "getter");
    co_await world.loop().runForever();
}

Coro<void> allDone(World &world)
{
    world.loop().createTask(sleeper(1s), "sleeper");
    co_await world.loop().runForever();
}

/// "one>two two>one third>one | ring one two"
std::string told(const Trace &trace)
{
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    std::string text;
    const auto waits = endlessWaits(names);
    for (const EndlessWait &wait : waits) {
        text += names.lane(wait.actor);
        for (const ActorId other : wait.others)
            text += '>' + names.lane(other);
        text += ' ';
    }
    text += '|';
    for (const EndlessWait &wait : waitCycle(waits))
        text += ' ' + names.lane(wait.actor);
    return text;
}

std::string toldOf(MainProgram program)
{
    Run run(std::move(program));
    run.finish();
    return told(run.trace());
}

} // namespace

void EndlessTest::locksInOppositeOrders()
{
    QCOMPARE(toldOf(deadlock), std::string("one>two two>one third>one | one two"));
}

void EndlessTest::tasksThatAwaitEachOther()
{
    QCOMPARE(toldOf(tasksInARing), std::string("one>two two>one | one two"));
}

void EndlessTest::oneThatNobodyWakes()
{
    QCOMPARE(toldOf(nobodyPuts), std::string("getter |"));
}

void EndlessTest::nobodyBeforeTheEnd()
{
    Run run(deadlock);
    run.advance(instantAt(1'500'000'000), ~std::uint64_t(0));
    QVERIFY(!run.finished());
    QCOMPARE(told(run.trace()), std::string("|"));
}

void EndlessTest::nobodyWhereAllIsDone()
{
    QCOMPARE(toldOf(allDone), std::string("|"));
}

QTEST_GUILESS_MAIN(EndlessTest)
#include "tst_endless.moc"
