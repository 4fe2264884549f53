// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/wait.h"

namespace coroscope {
namespace {

Coro<std::string> slow(Duration delay)
{
    const Finally leave([] { showTimer("slow leaves"); });
    co_await sleep(delay);
    co_return "after " + secondsText(delay) + "s";
}

Coro<void> twoLimits(Duration shorter)
{
    startTimer();
    for (const Duration limit : {Duration(2s), shorter}) {
        try {
            const std::string answer = co_await waitFor(slow(1s), limit);
            showTimer(answer);
        } catch (const TimeoutError &) {
            showTimer("too late");
        }
    }
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", twoLimits(settings.seconds("timeout"))));
}

const RegisterLesson lesson(Lesson{
    .id = "wait-for-timeout",
    .chapter = 6,
    .parameters = {secondsParameter("timeout", "0.5")},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
