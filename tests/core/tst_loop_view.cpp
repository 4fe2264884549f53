// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"
#include "tests/core/support/properties.h"

#include "core/model/loop_view.h"
#include "core/model/names.h"

using namespace coroscope;
using namespace coroscope::testing;

/// The loop's state at any event, rebuilt from the trace: ready queue, timers, who waits for what, levels, await
/// stacks.
class LoopViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheReadyQueueInOrder();
    void showsTimersByDeadline();
    void showsWhoWaitsForWhat();
    void showsTheAwaitStack();
    void showsBlockingCalls();
    void forgetsCancelledCallbacks();
    void seeksBackOverCheckpoints();
    void bearsAnAwaitOfATaskThatHasEnded();
};

namespace {

EventLoop &loop()
{
    return EventLoop::running();
}

/// The loop as it is when the program prints "look".
class Look {
public:
    explicit Look(MainCoroutine main)
        : m_run(mainProgram(main)), m_spans(m_run.trace()), m_names(m_spans), m_view(m_run.trace())
    {
        m_run.finish();
        m_spans.update();
        m_names.update();
        while (trace()[m_position].kind != EventKind::Printed || trace().text(trace()[m_position].text()) != "look")
            ++m_position;
    }
    [[nodiscard]] const LoopState &state() { return m_view.seek(m_position); }
    [[nodiscard]] const Trace &trace() const { return m_run.trace(); }
    [[nodiscard]] std::string name(ActorId actor) const { return m_names.lane(actor); }

    [[nodiscard]] std::string ready()
    {
        std::string text;
        for (const auto &entry : state().ready())
            text += (text.empty() ? "" : ", ")
                    + (entry.task != ActorId::None      ? name(entry.task)
                       : entry.sleeper != ActorId::None ? "timer of " + name(entry.sleeper)
                                                        : trace().text(entry.label));
        return text;
    }
    [[nodiscard]] std::string timers()
    {
        std::string text;
        for (const auto &timer : state().timers())
            text += (text.empty() ? "" : ", ") + secondsText(timer.deadline.time_since_epoch()) + ' '
                    + (timer.sleeper != ActorId::None ? name(timer.sleeper) : trace().text(timer.label));
        return text;
    }
    [[nodiscard]] std::string waiting()
    {
        std::string text;
        for (const auto &[actor, waits] : state().waiting())
            text += (text.empty() ? "" : ", ") + name(actor) + ": " + m_names.awaiting(waits.reason, waits.object);
        return text;
    }
    [[nodiscard]] std::string stack(std::uint32_t actor)
    {
        std::string text;
        for (const auto &frame : state().awaitStack(static_cast<ActorId>(actor)))
            text += (text.empty() ? "" : " > ") + trace().text(frame.function);
        return text;
    }

private:
    Run m_run;
    Spans m_spans;
    Names m_names;
    LoopView m_view;
    EventIndex m_position = 0;
};

Coro<void> sleeper(Duration duration)
{
    co_await sleep(duration);
}

Coro<void> readyMain()
{
    createTask(sleeper(0s), "a");
    loop().callSoon([] {}, "one");
    const Ref<Handle> cancelled = loop().callSoon([] {}, "two");
    cancelled->cancel(loop());
    createTask(sleeper(0s), "b");
    print("look");
    co_return;
}

Coro<void> dueMain()
{
    createTask(sleeper(1s), "late");
    loop().callLater(500ms, [] {}, "call");
    co_await sleep(0s);
    blockingSleep(2s);
    loop().callSoon([] { print("look"); }, "looker");
    co_await sleep(0s);
}

Coro<void> timersMain()
{
    createTask(sleeper(3s), "c");
    createTask(sleeper(1s), "a");
    createTask(sleeper(2s), "b");
    loop().callLater(1s, [] {}, "call");
    const Ref<Handle> cancelled = loop().callLater(1500ms, [] {}, "never");
    co_await sleep(0s);
    cancelled->cancel(loop());
    print("look");
}

Coro<void> gets(Queue<int> &queue)
{
    co_await queue.get();
}

Coro<void> takes(Lock &lock)
{
    const auto held = co_await lock.scoped();
    co_await sleep(1s);
}

Coro<void> waitingMain()
{
    Queue<int> queue(3, "orders");
    Queue<int> other(3, "others");
    Lock lock("key");
    createTask(gets(queue), "getter");
    createTask(takes(lock), "holder");
    createTask(takes(lock), "next");
    co_await sleep(0s);
    other.putNowait(1);
    other.putNowait(2);
    print("look");
    queue.putNowait(1);
    co_await sleep(5s);
}

Coro<void> innermost()
{
    co_await sleep(1s);
}

Coro<void> middle()
{
    co_await sleeper(0s);
    co_await innermost();
}

Coro<void> outermost()
{
    co_await middle();
}

Coro<void> stackMain()
{
    const auto task = createTask(outermost(), "deep");
    co_await sleep(500ms);
    print("look");
    co_await task;
}

Coro<void> blocks()
{
    compute(2s);
    co_return;
}

Coro<void> blockingMain()
{
    const auto task = createTask(blocks(), "busy");
    co_await task;
}

Coro<void> longMain()
{
    for (int i = 0; i < 3000; ++i)
        co_await sleep(i % 7 == 0 ? 1ms : 0ms);
}

} // namespace

void LoopViewTest::showsTheReadyQueueInOrder()
{
    Look look(readyMain);
    COMPARE_TEXT(look.ready(), "a, one, b");
    COMPARE_TEXT(look.name(look.state().holder()), "Task-1");
    QCOMPARE(look.state().pass(), std::uint64_t(1));
    QVERIFY(look.state().inLoop());
    Look due(dueMain);
    COMPARE_TEXT(due.ready(), "Task-1, call, timer of late");
    QVERIFY(due.state().holder() == ActorId::None && due.state().runningHandle() != HandleId::None);
}

void LoopViewTest::showsTimersByDeadline()
{
    Look look(timersMain);
    COMPARE_TEXT(look.timers(), "1 call, 1 a, 2 b, 3 c");
}

void LoopViewTest::showsWhoWaitsForWhat()
{
    Look look(waitingMain);
    COMPARE_TEXT(look.waiting(), "getter: await orders.get(), holder: await sleep(0), next: await key.acquire()");
    const LoopState state = look.state();
    QVERIFY(!state.level(static_cast<ResourceId>(1))); // nothing was ever put
    QCOMPARE(state.level(static_cast<ResourceId>(2)), std::optional<std::int64_t>(2));
    QCOMPARE(state.level(static_cast<ResourceId>(3)), std::optional<std::int64_t>(1));
    QVERIFY(!state.level(static_cast<ResourceId>(99)));
    const auto &getter = state.waiting().begin()->second;
    QVERIFY(getter.since == Instant(0s) && getter.source != SourceId::Nowhere);
}

void LoopViewTest::showsTheAwaitStack()
{
    Look look(stackMain);
    COMPARE_TEXT(look.stack(2), "outermost > middle > innermost");
    const auto frames = look.state().awaitStack(static_cast<ActorId>(2));
    for (const auto &frame : frames)
        QVERIFY(look.trace().place(frame.awaits).line > 0);
    QVERIFY(look.trace().place(frames[0].awaits).line > look.trace().place(frames[2].awaits).line);
    COMPARE_TEXT(look.stack(7), "");
}

void LoopViewTest::showsBlockingCalls()
{
    Run run(mainProgram(blockingMain));
    run.finish();
    LoopView view(run.trace());
    int blocking = 0;
    for (EventIndex i = 0; i < run.trace().size(); ++i) {
        const LoopState &state = view.seek(i + 1);
        if (state.blockingCall() == TextId::Empty)
            continue;
        ++blocking;
        QVERIFY(state.holder() == static_cast<ActorId>(2));
        QVERIFY(run.trace().text(state.blockingCall()) == "compute(2)");
    }
    QCOMPARE(blocking, 1);
}

void LoopViewTest::forgetsCancelledCallbacks()
{
    for (const auto main : {readyMain, timersMain, waitingMain, stackMain, dueMain}) {
        Run run(mainProgram(main));
        run.finish();
        const QString wrong = wrongInLoopView(run.trace());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void LoopViewTest::seeksBackOverCheckpoints()
{
    Run run(mainProgram(longMain));
    run.finish();
    QVERIFY(run.trace().size() > 9000);
    const QString wrong = wrongInLoopView(run.trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

// As a file may tell it; found by changing saved runs at random.
void LoopViewTest::bearsAnAwaitOfATaskThatHasEnded()
{
    Trace trace;
    trace.record(
        {.kind = EventKind::ActorCreated, .tag = static_cast<std::uint8_t>(ActorKind::Task), .actor = ActorId(1)});
    trace.record({.kind = EventKind::TaskDone, .actor = ActorId(1)});
    trace.record({.kind = EventKind::TaskAwait, .tag = static_cast<std::uint8_t>(Reason::Future), .actor = ActorId(1)});
    LoopView view(trace);
    const LoopState &state = view.seek(trace.size());
    QCOMPARE(state.holder(), ActorId::None);
    QCOMPARE(state.waiting().size(), 1U);
}

QTEST_GUILESS_MAIN(LoopViewTest)
#include "tst_loop_view.moc"
