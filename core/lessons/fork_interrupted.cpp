// SPDX-License-Identifier: MIT
#include "core/lessons/fork.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::fork_interrupted {
namespace {

Coro<void> program(World &world, Settings)
{
    co_await runFork(world, false); //: 44
}

const RegisterLesson lesson(Lesson{
    .id = "fork-interrupted",
    .chapter = 5,
    .parameters = {secondsParameter("until", "5", 0, 600)},
    .comparedWith = {"fork-stop"},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::fork_interrupted
