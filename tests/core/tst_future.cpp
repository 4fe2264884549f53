// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Futures: their states, who hears of them in which order, cancellation by whoever awaits them.
class FutureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void haveThreeStates();
    void reportExceptionsNobodyAskedFor();
    void doNotSuspendWhenDone();
    void areCancelledByWhoeverAwaitsThem();
    void giveTheirExceptionToAll();
    void areRetrievedByACancelledWaiter();
    void freeWhatTheyHold();
    void survivesATeardownInACircle();
};

namespace {

void attempt(const std::function<std::string()> &action)
{
    try {
        print(action());
    } catch (...) {
        print(errorText(std::current_exception()));
    }
}

template <class T>
void attemptAll(const Future<T> &future)
{
    attempt([&] { return repr(future.done()); });
    attempt([&] { return repr(future.result()); });
    attempt([&] { return future.exception() ? reprOfError(future.exception()) : "None"; });
    attempt([&] { return future.setResult(4), "None"; });
    attempt([&] { return future.setException(ValueError()), "None"; });
    attempt([&] { return repr(future.cancel()); });
    attempt([&] { return repr(future.cancelled()); });
}

Coro<void> statesMain()
{
    EventLoop &loop = EventLoop::running();
    const auto pending = loop.createFuture<int>();
    attempt([&] { return repr(pending.done()); });
    attempt([&] { return repr(pending.result()); });
    attempt([&] { return pending.exception(), "None"; });
    print("finished");
    pending.setResult(3);
    attemptAll(pending);
    print("cancelled");
    const auto cancelled = loop.createFuture<int>();
    print(cancelled.cancel());
    attemptAll(cancelled);
    print("failed");
    const auto failed = loop.createFuture<int>();
    failed.setException(ValueError("bad"));
    attemptAll(failed);
    co_return;
}

Coro<void> neverRetrievedMain()
{
    EventLoop &loop = EventLoop::running();
    auto future = loop.createFuture<void>();
    future.setException(ValueError("bad"));
    print("drop");
    future = {};
    print("dropped");
    future = loop.createFuture<void>();
    future.setException(ValueError("cancelled after"));
    future.cancel();
    future = loop.createFuture<void>();
    future.setException(ValueError("seen"));
    future.exception();
    future = {};
    print("end");
    co_return;
}

Coro<void> doneMain()
{
    const auto future = EventLoop::running().createFuture<std::string>();
    future.setResult("at once");
    EventLoop::running().callSoon([] { print("soon"); });
    const std::string text = co_await future;
    print(text);
    co_await sleep(0s);
}

Coro<void> awaits(Future<void> future, std::string name)
{
    try {
        co_await future;
    } catch (const CancelledError &) {
        print(name, "cancelled");
        throw;
    } catch (const ValueError &error) {
        print(name, error.text());
    }
}

Coro<void> sharedMain()
{
    const auto future = EventLoop::running().createFuture<void>();
    const auto a = createTask(awaits(future, "a"));
    const auto b = createTask(awaits(future, "b"));
    co_await sleep(0s);
    a.cancel();
    co_await waitAll(a, b);
    print(future.cancelled(), a.cancelled(), b.cancelled());
}

Coro<void> exceptionMain()
{
    const auto future = EventLoop::running().createFuture<void>();
    const auto a = createTask(awaits(future, "a"));
    const auto b = createTask(awaits(future, "b"));
    co_await sleep(0s);
    future.setException(ValueError("bad"));
    print("set");
    co_await waitAll(a, b);
}

Coro<void> cancelledWaiterMain()
{
    auto future = EventLoop::running().createFuture<void>();
    auto task = createTask(awaits(future, "a"));
    co_await sleep(0s);
    future.setException(ValueError("bad"));
    task.cancel();
    co_await waitAll(task);
    task = {};
    future = {};
    print("end");
}

Coro<void> holdMain()
{
    EventLoop &loop = EventLoop::running();
    for (int how = 0; how < 4; ++how) {
        const auto future = loop.createFuture<std::shared_ptr<Counted>>();
        future.addDoneCallback([held = Counted()](FutureBase &) { print("called"); });
        if (how == 0)
            future.setResult(std::make_shared<Counted>());
        if (how == 1)
            future.setException(ValueError("no"));
        if (how == 2)
            future.cancel();
        if (how == 1)
            future.exception();
        co_await sleep(0s);
        co_await sleep(0s);
    }
    print(Counted::alive());
}

/// Each refers to the other, and nobody is left to finish them.
Coro<void> circleMain()
{
    EventLoop &loop = EventLoop::running();
    const auto one = loop.createFuture<void>();
    const auto two = loop.createFuture<void>();
    one.addDoneCallback([two, held = Counted()](FutureBase &) {});
    two.addDoneCallback([one, held = Counted()](FutureBase &) {});
    const auto done = loop.createFuture<void>();
    done.addDoneCallback([done, held = Counted()](FutureBase &) {}); // waits in the ready queue at the end
    done.setResult();
    co_return;
}

} // namespace

void FutureTest::haveThreeStates()
{
    COMPARE_TEXT(textOf(statesMain), R"(
0s + 000ms  False
0s + 000ms  InvalidStateError: Result is not set.
0s + 000ms  InvalidStateError: Exception is not set.
0s + 000ms  finished
0s + 000ms  True
0s + 000ms  3
0s + 000ms  None
0s + 000ms  InvalidStateError: invalid state
0s + 000ms  InvalidStateError: invalid state
0s + 000ms  False
0s + 000ms  False
0s + 000ms  cancelled
0s + 000ms  True
0s + 000ms  True
0s + 000ms  CancelledError
0s + 000ms  CancelledError
0s + 000ms  InvalidStateError: invalid state
0s + 000ms  InvalidStateError: invalid state
0s + 000ms  False
0s + 000ms  True
0s + 000ms  failed
0s + 000ms  True
0s + 000ms  ValueError: bad
0s + 000ms  ValueError('bad')
0s + 000ms  InvalidStateError: invalid state
0s + 000ms  InvalidStateError: invalid state
0s + 000ms  False
0s + 000ms  False
= 0s + 000ms  complete
)");
}

void FutureTest::reportExceptionsNobodyAskedFor()
{
    COMPARE_TEXT(textOf(neverRetrievedMain), R"(
0s + 000ms  drop
0s + 000ms  ! Future exception was never retrieved: ValueError: bad
0s + 000ms  dropped
0s + 000ms  end
= 0s + 000ms  complete
)");
}

void FutureTest::doNotSuspendWhenDone()
{
    COMPARE_TEXT(textOf(doneMain), R"(
0s + 000ms  at once
0s + 000ms  soon
= 0s + 000ms  complete
)");
}

void FutureTest::areCancelledByWhoeverAwaitsThem()
{
    COMPARE_TEXT(textOf(sharedMain), R"(
0s + 000ms  a cancelled
0s + 000ms  b cancelled
0s + 000ms  True True True
= 0s + 000ms  complete
)");
}

void FutureTest::giveTheirExceptionToAll()
{
    COMPARE_TEXT(textOf(exceptionMain), R"(
0s + 000ms  set
0s + 000ms  a bad
0s + 000ms  b bad
= 0s + 000ms  complete
)");
}

void FutureTest::areRetrievedByACancelledWaiter()
{
    COMPARE_TEXT(textOf(cancelledWaiterMain), R"(
0s + 000ms  a cancelled
0s + 000ms  end
= 0s + 000ms  complete
)");
}

void FutureTest::freeWhatTheyHold()
{
    COMPARE_TEXT(textOf(holdMain), R"(
0s + 000ms  called
0s + 000ms  called
0s + 000ms  called
0s + 000ms  0
= 0s + 000ms  complete
)");
}

void FutureTest::survivesATeardownInACircle()
{
    COMPARE_TEXT(textOf(circleMain), "= 0s + 000ms  complete\n");
    QCOMPARE(Counted::alive(), 0);
}

QTEST_GUILESS_MAIN(FutureTest)
#include "tst_future.moc"
