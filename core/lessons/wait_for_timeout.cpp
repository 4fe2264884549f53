// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/wait.h"

namespace coroscope::wait_for_timeout {
namespace {

Coro<std::string> slow(Duration delay)
{
    const Finally leave([] { showTimer("slow leaves"); }); //: slow+5
    co_await sleep(delay); //: slow+2
    co_return "after " + secondsText(delay) + "s";
}

Coro<void> twoLimits(Duration shorter)
{
    startTimer();
    for (const Duration limit : {Duration(2s), shorter}) {
        try {
            const std::string answer = co_await waitFor(slow(1s), limit); //: two_limits+4
            showTimer(answer); //: two_limits+5
        } catch (const TimeoutError &) {
            showTimer("too late"); //: two_limits+7
        }
    }
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("two_limits", twoLimits(settings.seconds("timeout")))); //: 36
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
} // namespace coroscope::wait_for_timeout
