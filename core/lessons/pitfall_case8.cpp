// SPDX-License-Identifier: MIT
#include "core/lessons/await_anything.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::pitfall_case8 {
namespace {

std::monostate synchro()
{
    return {}; // None
}

Coro<void> asynchro()
{
    co_await AwaitAnything(synchro()); //: asynchro+1
}

Coro<void> program(World &world, Settings)
{
    print("isawaitable:", isAwaitable<decltype(synchro())>); //: 13
    try {
        co_await world.loop().runUntilComplete(asynchro()); //: 15
    } catch (const TypeError &error) {
        print(error.what()); //: 17
    }
}

const RegisterLesson lesson(Lesson{
    .id = "pitfall-case8",
    .chapter = 9,
    .order = 5,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::pitfall_case8
