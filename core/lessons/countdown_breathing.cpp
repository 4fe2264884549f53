// SPDX-License-Identifier: MIT
#include "core/lessons/countdown.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::countdown_breathing {
namespace {

Coro<void> compute(int n, Duration period)
{
    for (int i = 0; i < n; ++i) {
        blockingSleep(period); // a computation, so to speak //: compute+2
        mark('x'); //: compute+3
    }
    co_return;
}

Coro<void> computeBreathing(int n, Duration period)
{
    for (int i = 0; i < n; ++i) {
        co_await compute(1, period); //: compute_breathing+2
        co_await sleep(0s); //: compute_breathing+3
    }
}

Coro<void> program(World &world, Settings settings)
{
    const int n = settings.integer("n");
    const Duration period = settings.seconds("period");
    EventLoop &loop = world.newLoop();
    auto both = gather(labelled("countdown", countdown(n, period)), labelled("compute_breathing", computeBreathing(n, period)));
    co_await loop.runUntilComplete(std::move(both)); //: 33
    print(""); //: 34
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
} // namespace coroscope::countdown_breathing
