// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::two_sleepers {
namespace {

Coro<Object> nap(std::string name, Duration delay)
{
    print(name, "falls asleep"); //: nap+1
    co_await sleep(delay); //: nap+2
    print(name, "wakes up"); //: nap+3
    co_return secondsObject(delay);
}

Coro<void> program(World &world, Settings settings)
{
    auto both = gather(labelled("long", nap("long", settings.seconds("first"))), labelled("short", nap("short", settings.seconds("second"))));
    print(co_await world.loop().runUntilComplete(std::move(both))); //: 17
}

const RegisterLesson lesson(Lesson{
    .id = "two-sleepers",
    .chapter = 1,
    .parameters = {secondsParameter("first", "1.5"), secondsParameter("second", "1")},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::two_sleepers
