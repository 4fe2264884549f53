// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/pages.h"

namespace coroscope::fetch_sequential {
namespace {

Coro<void> program(World &world, Settings settings)
{
    const Instant begin = world.now();
    for (int i = 0; i < settings.integer("pages"); ++i) {
        const Page each = page(i);
        blockingSleep(each.duration); //: 20
        print(each.url, "returned", each.size, "chars"); //: 21
    }
    print("duration = " + threeDecimals(world.now() - begin) + "s"); //: 22
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "fetch-sequential",
    .chapter = 2,
    .parameters = {integerParameter("pages", 4, 1, 24)},
    .comparedWith = {"fetch-concurrent", "fetch-threads"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::fetch_sequential
