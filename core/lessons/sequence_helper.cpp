// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<void> sequences()
{
    startTimer();
    co_await gather(labelled("default", sequence("default", 1s)), labelled("half", sequence("half", 500ms)));
    co_await sequence("several words", 250ms);
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", sequences()));
}

const RegisterLesson lesson(Lesson{
    .id = "sequence-helper",
    .chapter = 1,
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
