// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "core/loop/event_loop.h"
#include "core/loop/run.h"
#include "core/model/spans.h"
#include "core/sync/async_generator.h"
#include "core/sync/executor.h"
#include "core/sync/gather.h"
#include "core/sync/locks.h"
#include "core/sync/queue.h"
#include "core/sync/sleep.h"
#include "core/sync/task_group.h"
#include "core/sync/wait.h"

#include <string>
#include <string_view>

namespace coroscope::testing {

/// A main coroutine, as given to asyncio.run().
using MainCoroutine = Coro<void> (*)();

/// What the command line would print of a run: each line with its instant, "! " before warnings and reports, and last
/// how the run ended. The expected texts of these tests are CPython 3.11's answers to the same programs.
[[nodiscard]] std::string textOf(const Run &run);

/// Runs a main program to its end.
[[nodiscard]] std::string textOf(MainProgram program, RunOptions options = {});

/// The same of a coroutine that the loop runs until it is complete; its task is Task-1.
[[nodiscard]] MainProgram mainProgram(MainCoroutine main);
[[nodiscard]] std::string textOf(MainCoroutine main, RunOptions options = {});

/// The trace as text, a line an iteration of the loop: "2: Task-1 run; Task-1 await queue.get q". Only what happens to
/// tasks; `everything` adds callbacks, timers, levels and frames.
[[nodiscard]] std::string stepsOf(const Trace &trace, bool everything = false);
[[nodiscard]] std::string stepsOf(MainCoroutine main, bool everything = false);

/// The lanes' spans as text, a line a lane: "run1: ready 0-0, running 0-0.5, awaiting 0.5-1.5 (await sleep(1))".
[[nodiscard]] std::string lanesOf(const Spans &spans);
/// The lane of the thread: "run1 0-0.5, run1 blocks 0.5-1.5".
[[nodiscard]] std::string threadOf(const Spans &spans);
/// Causes and effects: "main spawns run1, put wakes getter".
[[nodiscard]] std::string wakeupsOf(const Spans &spans);

/// Empty when the texts are equal; else both, from their first difference on.
[[nodiscard]] QString difference(const std::string &actual, std::string_view expected);

/// The text of an exception that an action throws; "nothing" when it throws none.
template <class Action>
[[nodiscard]] std::string thrownBy(const Action &action)
{
    try {
        action();
    } catch (...) {
        return errorText(std::current_exception());
    }
    return "nothing";
}

/// asyncio.wait() for all of them. (g++ 12 takes no braced list inside a co_await expression.)
template <class... F>
Coro<DoneAndPending> waitAll(const F &...futures)
{
    return waitFutures({futures.state()...}, {}, ReturnWhen::AllCompleted);
}

/// A job: gives its text after a while; says so when it is cancelled.
Coro<std::string> value(std::string text, Duration after = {});
/// One that fails.
Coro<std::string> failure(std::exception_ptr error, Duration after = {});
template <class E>
Coro<std::string> failure(E error, Duration after = {})
{
    return failure(std::make_exception_ptr(std::move(error)), after);
}

/// Awaits and prints what came of it: "-> a" or "-> ValueError: x".
template <IsFutureLike A>
Coro<void> showOutcome(A awaitable)
{
    try {
        if constexpr (std::is_void_v<ResultOf<A>>) {
            co_await std::move(awaitable);
            print("-> None");
        } else {
            const auto result = co_await std::move(awaitable);
            print("->", result);
        }
    } catch (...) {
        print("->", errorText(std::current_exception()));
    }
}

/// "pending", "done" or "cancelled".
[[nodiscard]] std::string stateOf(const FutureBase &future);
template <class T>
[[nodiscard]] std::string stateOf(const Future<T> &future)
{
    return stateOf(*future.state());
}

/// Counts how many of it there are: what frames and closures hold must be freed.
class Counted {
public:
    Counted() { ++s_alive; }
    Counted(const Counted &) { ++s_alive; }
    Counted &operator=(const Counted &) = default;
    ~Counted() { --s_alive; }
    [[nodiscard]] static int alive() { return s_alive; }

private:
    static inline int s_alive = 0;
};

} // namespace coroscope::testing

/// Compares texts line by line; the expected one may begin with a line end, so that a raw string looks well.
#define COMPARE_TEXT(actual, expected)                                                                                 \
    do {                                                                                                               \
        const QString textDifference = coroscope::testing::difference((actual), (expected));                           \
        QVERIFY2(textDifference.isEmpty(), qPrintable(textDifference));                                                \
    } while (false)
