// SPDX-License-Identifier: MIT
#include "core/lessons/countdown.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::countdown_blocking {
namespace {

Coro<void> compute(int n, Duration period, bool blocking)
{
    for (int i = 0; i < n; ++i) {
        if (blocking)
            blockingSleep(period); // a computation, so to speak //: compute+3
        else
            co_await sleep(period); //: compute+5
        mark('x'); //: compute+6
    }
}

Coro<void> program(World &world, Settings settings)
{
    const int n = settings.integer("n");
    const Duration period = settings.seconds("period");
    EventLoop &loop = world.newLoop();
    auto both = gather(labelled("countdown", countdown(n, period)), labelled("compute", compute(n, period, settings.yes("blocking"))));
    co_await loop.runUntilComplete(std::move(both)); //: 31
    print(""); //: 32
}

const RegisterLesson lesson(Lesson{
    .id = "countdown-blocking",
    .chapter = 9,
    .parameters = {integerParameter("n", 10, 1, 200), secondsParameter("period", "0.05", 0.001, 10), yesNoParameter("blocking", true)},
    .comparedWith = {"countdown-breathing", "threads-remedy"},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::countdown_blocking
