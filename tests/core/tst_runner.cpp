// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/sync/runner.h"

using namespace coroscope;
using namespace coroscope::testing;

/// asyncio.run(): what it does when main has ended, and on Ctrl-C. (Which task is cancelled first CPython leaves open:
/// they are a set there.)
class RunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheResultOfMain();
    void cancelsWhatIsLeftAndWaitsForIt();
    void reportsWhatATaskRaisesInstead();
    void passesOnWhatMainRaises();
    void cancelsMainOnCtrlC();
    void goesOnWhenMainTakesNoNoticeOfCtrlC();
};

namespace {

enum class End { Cancelled, Raises, GoesOn };

/// Sleeps; when it is cancelled it cleans up for half a second.
Coro<void> left(std::string name, End end)
{
    bool cancelled = false;
    try {
        co_await sleep(10s);
    } catch (const CancelledError &) {
        cancelled = true;
    }
    if (!cancelled)
        co_return;
    print(name, "cancelled");
    co_await sleep(500ms);
    if (end == End::Raises)
        throw ValueError(name);
    if (end == End::Cancelled)
        throw CancelledError();
    print(name, "goes on");
}

Coro<int> leaving(End end)
{
    const Task<void> task = createTask(left("a", end), "a");
    co_await sleep(1s);
    print("main ends");
    co_return 7;
}

Coro<int> failing()
{
    const Task<void> task = createTask(left("a", End::Cancelled), "a");
    co_await sleep(1s);
    throw ValueError("main");
}

Coro<int> patient(bool takesNotice)
{
    bool cancelled = false;
    try {
        co_await sleep(10s);
    } catch (const CancelledError &) {
        cancelled = true;
    }
    print("main cancelled:", cancelled);
    co_await sleep(500ms);
    print("main cleaned up");
    if (takesNotice)
        throw CancelledError();
    co_return 9;
}

/// The program `print(asyncio.run(main()))`, which prints what it catches.
std::string textOfRun(Coro<int> (*main)(), RunOptions options = {})
{
    const MainProgram program = [main](World &world) -> Coro<void> {
        try {
            const int result = co_await runInNewLoop(world, labelled("main", main()));
            print(result);
        } catch (...) {
            print("caught", errorText(std::current_exception()));
        }
    };
    return textOf(program, options);
}

RunOptions interruptedAt(Duration at)
{
    RunOptions options;
    options.interruptAt = Instant(at);
    return options;
}

} // namespace

void RunnerTest::givesTheResultOfMain()
{
    COMPARE_TEXT(textOfRun([] { return leaving(End::GoesOn); }), R"(
1s + 000ms  main ends
1s + 000ms  a cancelled
1s + 500ms  a goes on
1s + 500ms  7
= 1s + 500ms  complete
)");
}

void RunnerTest::cancelsWhatIsLeftAndWaitsForIt()
{
    COMPARE_TEXT(textOfRun([] { return leaving(End::Cancelled); }), R"(
1s + 000ms  main ends
1s + 000ms  a cancelled
1s + 500ms  7
= 1s + 500ms  complete
)");
}

void RunnerTest::reportsWhatATaskRaisesInstead()
{
    COMPARE_TEXT(textOfRun([] { return leaving(End::Raises); }), R"(
1s + 000ms  main ends
1s + 000ms  a cancelled
1s + 500ms  ! unhandled exception during asyncio.run() shutdown: ValueError: a [a left]
1s + 500ms  7
= 1s + 500ms  complete
)");
}

void RunnerTest::passesOnWhatMainRaises()
{
    COMPARE_TEXT(textOfRun(failing), R"(
1s + 000ms  a cancelled
1s + 500ms  caught ValueError: main
= 1s + 500ms  complete
)");
}

void RunnerTest::cancelsMainOnCtrlC()
{
    COMPARE_TEXT(textOfRun([] { return patient(true); }, interruptedAt(2s)), R"(
2s + 000ms  main cancelled: True
2s + 500ms  main cleaned up
2s + 500ms  caught KeyboardInterrupt
= 2s + 500ms  complete
)");
}

void RunnerTest::goesOnWhenMainTakesNoNoticeOfCtrlC()
{
    COMPARE_TEXT(textOfRun([] { return patient(false); }, interruptedAt(2s)), R"(
2s + 000ms  main cancelled: True
2s + 500ms  main cleaned up
2s + 500ms  9
= 2s + 500ms  complete
)");
}

QTEST_GUILESS_MAIN(RunnerTest)
#include "tst_runner.moc"
