// SPDX-License-Identifier: MIT
#include "core/lessons/countdown.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<void> compute(int n, Duration period)
{
    for (int i = 0; i < n; ++i) {
        blockingSleep(period); // a computation, so to speak
        mark('x');
    }
    co_return;
}

Coro<void> computeBreathing(int n, Duration period)
{
    for (int i = 0; i < n; ++i) {
        co_await compute(1, period);
        co_await sleep(0s);
    }
}

Coro<void> program(World &world, Settings settings)
{
    const int n = settings.integer("n");
    const Duration period = settings.seconds("period");
    EventLoop &loop = world.newLoop();
    co_await loop.runUntilComplete(gather(labelled("countdown", countdown(n, period)), labelled("compute", computeBreathing(n, period))));
    print("");
}

const RegisterLesson lesson(Lesson{
    .id = "countdown-breathing",
    .chapter = 9,
    .parameters = {integerParameter("n", 10, 1, 200), secondsParameter("period", "0.05", 0.001, 10)},
    .comparedWith = {"countdown-blocking"},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
