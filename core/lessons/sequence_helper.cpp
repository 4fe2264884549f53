// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::sequence_helper {
namespace {

Coro<void> sequences()
{
    startTimer();
    co_await gather(labelled("default", sequence("default", 1s)), labelled("half", sequence("half", 500ms))); //: sequences+2
    co_await sequence("several words", 250ms); //: sequences+3
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("sequences", sequences())); //: 28
}

const RegisterLesson lesson(Lesson{
    .id = "sequence-helper",
    .chapter = 1,
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::sequence_helper
