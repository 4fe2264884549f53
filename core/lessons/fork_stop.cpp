// SPDX-License-Identifier: MIT
#include "core/lessons/fork.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::fork_stop {
namespace {

Coro<void> program(World &world, Settings)
{
    co_await runFork(world, true); //: 44
    print("done"); //: 45
}

const RegisterLesson lesson(Lesson{
    .id = "fork-stop",
    .chapter = 5,
    .comparedWith = {"fork-interrupted"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::fork_stop
