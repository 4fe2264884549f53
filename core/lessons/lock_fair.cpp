// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::lock_fair {
namespace {

Coro<void> greedy(Lock *lock)
{
    for (const int turn : {1, 2}) {
        const auto held = co_await lock->scoped(); //: greedy+2
        showTimer("greedy turn", turn); //: greedy+3
        co_await sleep(200ms); //: greedy+4
    }
}

Coro<void> patient(Lock *lock, std::string name)
{
    const auto held = co_await lock->scoped(); //: patient+1
    showTimer(name, "turn"); //: patient+2
    co_await sleep(100ms); //: patient+3
}

Coro<void> trio()
{
    startTimer();
    Lock lock("lock");
    co_await gather(labelled("greedy", greedy(&lock)), labelled("one", patient(&lock, "one")), labelled("two", patient(&lock, "two"))); //: trio+3
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("trio", trio())); //: 35
}

const RegisterLesson lesson(Lesson{
    .id = "lock-fair",
    .chapter = 7,
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::lock_fair
