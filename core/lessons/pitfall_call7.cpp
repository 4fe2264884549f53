// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::pitfall_call7 {
namespace {

Coro<void> coro()
{
    print("in coro"); //: coro+1
    co_return;
}

Coro<void> caller()
{
    static_cast<void>(coro());
    co_return;
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(caller()); //: 12
    print("over"); //: 13
}

const RegisterLesson lesson(Lesson{
    .id = "pitfall-call7",
    .chapter = 9,
    .comparedWith = {"pitfall-call2"},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::pitfall_call7
