// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::timer_demo {
namespace {

Coro<void> program(World &, Settings settings)
{
    startTimer();
    blockingSleep(settings.seconds("pause")); //: 18
    showTimer("message"); //: 19
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "timer-demo",
    .chapter = 1,
    .parameters = {secondsParameter("pause", "1")},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::timer_demo
