// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/locks.h"

namespace coroscope::priority_inversion {
namespace {

Coro<void> background(Lock *lock)
{
    const auto held = co_await lock->scoped(); //: background+1
    print("background has the lock"); //: background+2
    co_await sleep(100ms); //: background+3
    print("background gives it back"); //: background+4
}

Coro<void> noise(Duration duration)
{
    co_await sleep(50ms); //: noise+1
    for (int i = 0; i < 3; ++i) {
        blockingSleep(duration); //: noise+3
        co_await sleep(0s); //: noise+4
    }
    print("noise done"); //: noise+5
}

Coro<void> urgent(Lock *lock)
{
    co_await sleep(20ms); //: urgent+1
    print("urgent wants the lock"); //: urgent+2
    const auto held = co_await lock->scoped(); //: urgent+3
    print("urgent has the lock"); //: urgent+4
}

Coro<void> all(Duration duration)
{
    Lock lock("lock");
    co_await gather(labelled("background", background(&lock)), labelled("noise", noise(duration)), labelled("urgent", urgent(&lock))); //: main+2
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", all(settings.seconds("noise")))); //: 35
}

const RegisterLesson lesson(Lesson{
    .id = "priority-inversion",
    .chapter = 11,
    .parameters = {secondsParameter("noise", "0.3", 0, 10)},
    .comparedWith = {"lock-fair"},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::priority_inversion
