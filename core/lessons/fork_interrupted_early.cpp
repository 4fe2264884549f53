// SPDX-License-Identifier: MIT
#include "core/lessons/fork.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::fork_interrupted_early {
namespace {

Coro<void> program(World &world, Settings)
{
    co_await runFork(world, false); // c2 is still asleep at the end //: 44
}

const RegisterLesson lesson(Lesson{
    .id = "fork-interrupted-early",
    .chapter = 5,
    .parameters = {secondsParameter("until", "2.5", 0, 600)},
    .comparedWith = {"fork-interrupted"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::fork_interrupted_early
