// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// The loop: order of callbacks and timers, stop, run_until_complete and its errors, interrupts, the exception handler.
class LoopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsCallbacksTasksAndTimersInTheOrderOfScheduling();
    void leavesWhatAnIterationAddsToTheNext();
    void firesEqualDeadlinesInOrderOfCreation();
    void wakesSleepersOneIterationAfterTheirTimers();
    void sortsOverdueTimersByDeadline();
    void skipsHandlesCancelledInTheirIteration();
    void dropsWhatACancelledTimerHolds();
    void dropsCancelledTimersInBulk();
    void runsOneIterationWhenStoppedBefore();
    void finishesTheIterationInWhichItIsStopped();
    void saysThatTheFutureIsNotDone();
    void cannotRunInsideALoop();
    void goesOnAfterAnInterruptedTask();
    void keepsTheQueueOfAnInterruptedIteration();
    void raisesWhatTheMainCoroutineRaised();
    void goesOnAfterAFailedCallback();
    void tellsTheExceptionHandler();
    void survivesAnExceptionHandlerThatThrows();
    void runsTwoLoopsOneAfterTheOther();
    void hasNoRunningLoopInTheMainProgram();
    void interruptsABlockingCall();
    void interruptsTheWaiting();
    void endsAProgramThatSpins();
    void numbersItsLoops();
};

namespace {

EventLoop &loop()
{
    return EventLoop::running();
}

std::function<void()> printing(std::string text)
{
    return [text = std::move(text)] { print(text); };
}

Coro<void> printer(std::string text)
{
    print(text);
    co_return;
}

Coro<void> orderMain()
{
    loop().callSoon(printing("soon 1"));
    loop().callLater(0s, printing("later 0"));
    loop().callAt(loop().time(), printing("at now"));
    createTask(printer("child"));
    loop().callSoon(printing("soon 2"));
    print("main");
    co_await sleep(0s);
    print("main 2");
    co_await sleep(0s);
    print("main 3");
}

void again(int n)
{
    print("again", n);
    if (n > 0)
        loop().callSoon([n] { again(n - 1); });
}

Coro<void> snapshotMain()
{
    loop().callSoon([] { again(3); });
    for (int i = 0; i < 3; ++i) {
        co_await sleep(0s);
        print("main", i);
    }
}

Coro<void> equalDeadlinesMain()
{
    for (int n = 0; n < 6; ++n)
        loop().callLater(n % 2 ? 100ms : 50ms, [n] { print(n); });
    const Ref<Handle> handle = loop().callLater(50ms, printing("no"));
    handle->cancel(loop());
    handle->cancel(loop());
    co_await sleep(100ms);
    print("main");
}

Coro<void> sleeper(std::string name, Duration duration)
{
    co_await sleep(duration);
    print(name);
}

Coro<void> timerAndSleeperMain()
{
    createTask(sleeper("a", 100ms));
    co_await sleep(0s);
    loop().callLater(100ms, printing("timer"));
    createTask(sleeper("b", 100ms));
    co_await sleep(200ms);
}

Coro<void> overdueMain()
{
    loop().callLater(200ms, printing("timer 0.2"));
    loop().callLater(100ms, printing("timer 0.1"));
    blockingSleep(300ms);
    loop().callSoon(printing("soon"));
    co_await sleep(0s);
    print("main");
}

Coro<void> cancelHandlesMain()
{
    Ref<Handle> soon;
    Ref<Handle> later;
    loop().callSoon([&soon] { soon->cancel(loop()); });
    soon = loop().callSoon(printing("never"));
    later = loop().callLater(0s, printing("never either"));
    loop().callSoon([&later] { later->cancel(loop()); });
    co_await sleep(100ms);
    print(soon->cancelled(), later->cancelled());
}

Coro<void> fails(std::string text)
{
    throw ValueError(text);
    co_return;
}

Coro<void> cancelFreesMain()
{
    Task<void> task = createTask(fails("no"));
    const Ref<Handle> timer = loop().callLater(10s, [task] { print(task.done()); });
    task = {};
    co_await sleep(1s);
    print("cancel");
    timer->cancel(loop());
    print("cancelled");
    co_await sleep(1s);
}

Coro<void> bulkMain()
{
    std::vector<Ref<Handle>> timers;
    for (int i = 0; i < 1000; ++i)
        timers.push_back(loop().callLater(std::chrono::milliseconds(1000 - i), [i] {
            if (i % 100 == 0)
                print(i);
        }));
    for (int i = 0; i < 1000; ++i)
        if (i % 100 != 0)
            timers[static_cast<std::size_t>(i)]->cancel(loop());
    timers.clear();
    co_await sleep(2s);
}

Coro<void> stopBefore(World &world)
{
    EventLoop &loop = world.loop();
    loop.callSoon(printing("soon"));
    loop.callLater(0s, printing("later"));
    loop.stop();
    co_await loop.runForever();
    print("stopped", toSeconds(loop.time().time_since_epoch()));
    loop.callLater(1s, [&loop] { loop.stop(); });
    co_await loop.runForever();
    print("again", toSeconds(loop.time().time_since_epoch()));
}

Coro<void> stopInIteration(World &world)
{
    EventLoop &loop = world.loop();
    loop.callSoon([&loop] {
        print("first");
        loop.stop();
        loop.callSoon(printing("next time"));
    });
    loop.callSoon(printing("same iteration"));
    co_await loop.runForever();
    print("between");
    loop.stop();
    co_await loop.runForever();
}

Coro<void> futureNotDone(World &world)
{
    EventLoop &loop = world.loop();
    const auto future = loop.createFuture<int>();
    loop.callLater(1s, [&loop] { loop.stop(); });
    try {
        co_await loop.runUntilComplete(future);
    } catch (const RuntimeError &error) {
        print(error.text());
    }
    future.setResult(5);
    const int five = co_await loop.runUntilComplete(future);
    print(five);
}

Coro<void> idleUntilComplete(World &world)
{
    co_await world.loop().runUntilComplete(world.loop().createFuture<int>());
}

Coro<void> nestedMain()
{
    EventLoop &outer = loop();
    for (EventLoop *const each : {&outer, &outer.world().newLoop()}) {
        try {
            const Future<void> never = each->createFuture<void>();
            co_await each->runUntilComplete(never);
        } catch (const RuntimeError &error) {
            print(error.text());
        }
    }
}

Coro<void> interruptsItself()
{
    co_await sleep(1s);
    throw KeyboardInterrupt();
}

Coro<std::string> good()
{
    co_await sleep(1s);
    co_return "good";
}

Coro<void> interruptInTask(World &world)
{
    try {
        co_await world.loop().runUntilComplete(interruptsItself());
    } catch (const KeyboardInterrupt &) {
        print("interrupted");
    }
    const std::string result = co_await world.loop().runUntilComplete(good());
    print(result);
}

Coro<void> interruptInCallback(World &world)
{
    EventLoop &loop = world.loop();
    loop.callSoon([] { throw KeyboardInterrupt(); });
    loop.callSoon(printing("left in the queue"));
    try {
        co_await loop.runForever();
    } catch (const KeyboardInterrupt &) {
        print("interrupted");
    }
    loop.callSoon([&loop] { loop.stop(); });
    co_await loop.runForever();
}

Coro<void> callbackFails(World &world)
{
    EventLoop &loop = world.loop();
    loop.callSoon([] { throw ValueError("no"); });
    loop.callSoon([&loop] { loop.stop(); });
    co_await loop.runForever();
    print("goes on");
}

Coro<void> forgets()
{
    createTask(fails("lost"));
    co_await sleep(1s);
}

Coro<void> handlerProgram(World &world)
{
    EventLoop &loop = world.loop();
    loop.setExceptionHandler([](const EventLoop::ExceptionContext &context) {
        print("handler:", context.message, reprOfError(context.exception), context.task != nullptr);
    });
    loop.callSoon([] { throw ValueError("no"); });
    co_await loop.runUntilComplete(forgets());
    loop.setExceptionHandler({});
    loop.callSoon([] { throw ValueError("no"); });
    loop.callSoon([&loop] { loop.stop(); });
    co_await loop.runForever();
}

Coro<void> brokenHandlerProgram(World &world)
{
    EventLoop &loop = world.loop();
    loop.setExceptionHandler([](const EventLoop::ExceptionContext &) { throw RuntimeError("broken handler"); });
    loop.callSoon([] { throw ValueError("no"); });
    co_await loop.runUntilComplete(forgets());
    print("survived");
}

Coro<void> work(std::string name)
{
    print(name, 1);
    co_await sleep(1s);
    print(name, 2);
}

Coro<void> twoLoops(World &world)
{
    EventLoop &one = world.loop();
    const Task<void> task = one.createTask(work("one"));
    EventLoop &two = world.newLoop();
    co_await two.runUntilComplete(work("two"));
    print("between");
    co_await one.runUntilComplete(Future<void>(task));
}

Coro<void> noRunningLoop(World &)
{
    print(thrownBy([] { createTask(printer("never")); }));
    print(thrownBy([] { EventLoop::running(); }));
    co_return;
}

Coro<void> blockedMain()
{
    struct Finally {
        ~Finally() { print("finally"); }
    };
    const Finally finally;
    blockingSleep(2s);
    co_return;
}

Coro<void> interruptBlocking(World &world)
{
    try {
        co_await world.loop().runUntilComplete(blockedMain());
    } catch (const KeyboardInterrupt &) {
        print("bye");
    }
}

Coro<void> interruptWaiting(World &world)
{
    const Task<void> task = world.loop().createTask(sleeper("finally", 2s));
    try {
        co_await world.loop().runUntilComplete(Future<void>(task));
    } catch (const KeyboardInterrupt &) {
        print("bye");
    }
    co_await world.loop().runUntilComplete(Future<void>(task));
    print("done");
}

Coro<void> spinMain()
{
    for (;;)
        co_await sleep(0s);
}

} // namespace

void LoopTest::runsCallbacksTasksAndTimersInTheOrderOfScheduling()
{
    COMPARE_TEXT(textOf(orderMain), R"(
0s + 000ms  main
0s + 000ms  soon 1
0s + 000ms  child
0s + 000ms  soon 2
0s + 000ms  main 2
0s + 000ms  later 0
0s + 000ms  at now
0s + 000ms  main 3
= 0s + 000ms  complete
)");
}

void LoopTest::leavesWhatAnIterationAddsToTheNext()
{
    COMPARE_TEXT(textOf(snapshotMain), R"(
0s + 000ms  again 3
0s + 000ms  main 0
0s + 000ms  again 2
0s + 000ms  main 1
0s + 000ms  again 1
0s + 000ms  main 2
0s + 000ms  again 0
= 0s + 000ms  complete
)");
}

void LoopTest::firesEqualDeadlinesInOrderOfCreation()
{
    COMPARE_TEXT(textOf(equalDeadlinesMain), R"(
0s + 050ms  0
0s + 050ms  2
0s + 050ms  4
0s + 100ms  1
0s + 100ms  3
0s + 100ms  5
0s + 100ms  main
= 0s + 100ms  complete
)");
}

void LoopTest::wakesSleepersOneIterationAfterTheirTimers()
{
    COMPARE_TEXT(textOf(timerAndSleeperMain), R"(
0s + 100ms  timer
0s + 100ms  a
0s + 100ms  b
= 0s + 200ms  complete
)");
}

void LoopTest::sortsOverdueTimersByDeadline()
{
    COMPARE_TEXT(textOf(overdueMain), R"(
0s + 300ms  soon
0s + 300ms  main
0s + 300ms  timer 0.1
0s + 300ms  timer 0.2
= 0s + 300ms  complete
)");
}

void LoopTest::skipsHandlesCancelledInTheirIteration()
{
    COMPARE_TEXT(textOf(cancelHandlesMain), R"(
0s + 100ms  True True
= 0s + 100ms  complete
)");
}

void LoopTest::dropsWhatACancelledTimerHolds()
{
    COMPARE_TEXT(textOf(cancelFreesMain), R"(
1s + 000ms  cancel
1s + 000ms  ! Task exception was never retrieved: ValueError: no [Task-2 fails]
1s + 000ms  cancelled
= 2s + 000ms  complete
)");
}

void LoopTest::dropsCancelledTimersInBulk()
{
    COMPARE_TEXT(textOf(bulkMain), R"(
0s + 100ms  900
0s + 200ms  800
0s + 300ms  700
0s + 400ms  600
0s + 500ms  500
0s + 600ms  400
0s + 700ms  300
0s + 800ms  200
0s + 900ms  100
1s + 000ms  0
= 2s + 000ms  complete
)");
}

void LoopTest::runsOneIterationWhenStoppedBefore()
{
    COMPARE_TEXT(textOf(stopBefore), R"(
0s + 000ms  soon
0s + 000ms  later
0s + 000ms  stopped 0.0
1s + 000ms  again 1.0
= 1s + 000ms  stopped
)");
}

void LoopTest::finishesTheIterationInWhichItIsStopped()
{
    COMPARE_TEXT(textOf(stopInIteration), R"(
0s + 000ms  first
0s + 000ms  same iteration
0s + 000ms  between
0s + 000ms  next time
= 0s + 000ms  stopped
)");
}

void LoopTest::saysThatTheFutureIsNotDone()
{
    COMPARE_TEXT(textOf(futureNotDone), R"(
1s + 000ms  Event loop stopped before Future completed.
1s + 000ms  5
= 1s + 000ms  complete
)");
    COMPARE_TEXT(textOf(idleUntilComplete),
                 "= 0s + 000ms  uncaught RuntimeError: Event loop stopped before Future completed.\n");
}

void LoopTest::cannotRunInsideALoop()
{
    COMPARE_TEXT(textOf(nestedMain), R"(
0s + 000ms  This event loop is already running
0s + 000ms  Cannot run the event loop while another loop is running
= 0s + 000ms  complete
)");
}

void LoopTest::goesOnAfterAnInterruptedTask()
{
    COMPARE_TEXT(textOf(interruptInTask), R"(
1s + 000ms  interrupted
2s + 000ms  good
= 2s + 000ms  complete
)");
}

void LoopTest::keepsTheQueueOfAnInterruptedIteration()
{
    COMPARE_TEXT(textOf(interruptInCallback), R"(
0s + 000ms  interrupted
0s + 000ms  left in the queue
= 0s + 000ms  stopped
)");
}

void LoopTest::raisesWhatTheMainCoroutineRaised()
{
    const auto main = []() -> Coro<void> { return fails("no"); };
    COMPARE_TEXT(textOf(main), "= 0s + 000ms  uncaught ValueError: no\n");
}

void LoopTest::goesOnAfterAFailedCallback()
{
    COMPARE_TEXT(textOf(callbackFails), R"(
0s + 000ms  ! Exception in callback: ValueError: no
0s + 000ms  goes on
= 0s + 000ms  stopped
)");
}

void LoopTest::tellsTheExceptionHandler()
{
    COMPARE_TEXT(textOf(handlerProgram), R"(
0s + 000ms  handler: Exception in callback ValueError('no') False
0s + 000ms  handler: Task exception was never retrieved ValueError('lost') True
1s + 000ms  ! Exception in callback: ValueError: no
= 1s + 000ms  stopped
)");
}

void LoopTest::survivesAnExceptionHandlerThatThrows()
{
    COMPARE_TEXT(textOf(brokenHandlerProgram), R"(
0s + 000ms  ! Unhandled error in exception handler: RuntimeError: broken handler
0s + 000ms  ! Unhandled error in exception handler: RuntimeError: broken handler
1s + 000ms  survived
= 1s + 000ms  complete
)");
}

void LoopTest::runsTwoLoopsOneAfterTheOther()
{
    COMPARE_TEXT(textOf(twoLoops), R"(
0s + 000ms  two 1
1s + 000ms  two 2
1s + 000ms  between
1s + 000ms  one 1
2s + 000ms  one 2
= 2s + 000ms  complete
)");
}

void LoopTest::hasNoRunningLoopInTheMainProgram()
{
    COMPARE_TEXT(textOf(noRunningLoop), R"(
0s + 000ms  ! RuntimeWarning: coroutine 'printer' was never awaited
0s + 000ms  RuntimeError: no running event loop
0s + 000ms  RuntimeError: no running event loop
= 0s + 000ms  end
)");
}

void LoopTest::interruptsABlockingCall()
{
    COMPARE_TEXT(textOf(interruptBlocking, {.interruptAt = Instant(1s)}), R"(
1s + 000ms  finally
1s + 000ms  bye
= 1s + 000ms  interrupt
)");
}

void LoopTest::interruptsTheWaiting()
{
    COMPARE_TEXT(textOf(interruptWaiting, {.interruptAt = Instant(1s)}), R"(
1s + 000ms  bye
2s + 000ms  finally
2s + 000ms  done
= 2s + 000ms  complete
)");
}

void LoopTest::endsAProgramThatSpins()
{
    Run run(mainProgram(spinMain), {.interruptAt = {}, .maxPasses = 100});
    run.finish();
    QCOMPARE(run.end(), RunEnd::Uncaught);
    COMPARE_TEXT(errorText(run.uncaught()), "SpinLimit");
}

void LoopTest::numbersItsLoops()
{
    Run run(twoLoops);
    run.finish();
    std::vector<std::int64_t> started;
    for (EventIndex i = 0; i < run.trace().size(); ++i)
        if (run.trace()[i].kind == EventKind::LoopStarted)
            started.push_back(run.trace()[i].value);
    QCOMPARE(started, (std::vector<std::int64_t>{2, 1}));
}

QTEST_GUILESS_MAIN(LoopTest)
#include "tst_loop.moc"
