// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/executor.h"

namespace coroscope::threads_remedy {
namespace {

/// The computation of "countdown-blocking", for a thread.
Coro<Object> compute(std::vector<Duration> pieces)
{
    for (const Duration piece : pieces) {
        co_await threadSleep(piece); //: compute+2
        mark('x'); //: compute+3
    }
    co_return Object(static_cast<int>(pieces.size()));
}

/// The other lessons' countdown, with a result: gather() has those of both.
Coro<Object> countdown(int n, Duration period)
{
    for (int i = 0; i <= n; ++i) {
        mark('.'); //: countdown+2
        co_await sleep(period); //: countdown+3
    }
    co_return Object();
}

Coro<std::vector<Object>> both(int n, Duration period)
{
    const std::vector<Duration> pieces{125ms, 100ms, 150ms, 100ms}; // none ends near a round of the countdown
    const auto results = co_await gather(labelled("countdown", countdown(n, period)), runInExecutor(compute(pieces))); //: both+3
    co_return results;
}

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.newLoop();
    const auto results = co_await loop.runUntilComplete(labelled("both", both(settings.integer("n"), settings.seconds("period")))); //: 33
    print(""); //: 34
    print(results); //: 35
}

const RegisterLesson lesson(Lesson{
    .id = "threads-remedy",
    .chapter = 9,
    .parameters = {integerParameter("n", 10, 1, 200), secondsParameter("period", "0.05", 0.001, 10)},
    .comparedWith = {"countdown-blocking"},
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::threads_remedy
