// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::condition_turnstile {
namespace {

Coro<void> guest(Condition *condition, std::string name)
{
    const auto held = co_await condition->scoped(); //: guest+1
    co_await condition->wait(); // gives the lock away, and has it again afterwards //: guest+2
    showTimer(name, "passes"); //: guest+3
    co_await sleep(100ms); //: guest+4
}

Coro<void> keeper()
{
    startTimer();
    Condition condition("turnstile");
    std::vector<Task<void>> guests;
    for (const std::string name : {"a", "b", "c"})
        guests.push_back(createTask(labelled(name, guest(&condition, name))));
    co_await sleep(1s); //: keeper+4
    {
        const auto held = co_await condition.scoped(); //: keeper+5
        showTimer("notify one"); //: keeper+6
        condition.notify();
    }
    co_await sleep(1s); //: keeper+8
    {
        const auto held = co_await condition.scoped(); //: keeper+9
        showTimer("notify all"); //: keeper+10
        condition.notifyAll();
    }
    co_await gather(std::move(guests)); //: keeper+12
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("keeper", keeper())); //: 38
}

const RegisterLesson lesson(Lesson{
    .id = "condition-turnstile",
    .chapter = 7,
    .order = 9,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::condition_turnstile
