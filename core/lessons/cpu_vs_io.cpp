// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/pages.h"

namespace coroscope::cpu_vs_io {
namespace {

Coro<void> waits(std::string name, Duration)
{
    co_await sleep(1s); //: waits+1
    print(name, "has its answer"); //: waits+2
}

/// Computes during its share of a second, and waits for the rest.
Coro<void> computes(std::string name, Duration share)
{
    blockingSleep(share); // a computation, so to speak //: computes+1
    if (share < 1s)
        co_await sleep(Duration(1s) - share); //: computes+3
    print(name, "has computed"); //: computes+4
}

Coro<void> two(std::string name, Coro<void> (*work)(std::string, Duration), Duration share)
{
    const Instant begin = EventLoop::running().time();
    co_await gather(labelled("first", work("first", share)), labelled("second", work("second", share))); //: two+2
    print(name + ": " + threeDecimals(EventLoop::running().time() - begin) + "s for two"); //: two+3
}

Coro<void> program(World &world, Settings settings)
{
    const Duration share = settings.seconds("share");
    co_await world.loop().runUntilComplete(labelled("two(waits)", two("waits", waits, share))); //: 26
    co_await world.loop().runUntilComplete(labelled("two(computes)", two("computes", computes, share))); //: 27
}

const RegisterLesson lesson(Lesson{
    .id = "cpu-vs-io",
    .chapter = 2,
    .parameters = {secondsParameter("share", "1", 0, 1)},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::cpu_vs_io
