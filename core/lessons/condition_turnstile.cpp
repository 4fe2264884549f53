// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<void> guest(Condition *condition, std::string name)
{
    const auto held = co_await condition->scoped();
    co_await condition->wait(); // gives the lock away, and has it again afterwards
    showTimer(name, "passes");
    co_await sleep(100ms);
}

Coro<void> keeper()
{
    startTimer();
    Condition condition("turnstile");
    std::vector<Task<void>> guests;
    for (const std::string name : {"a", "b", "c"})
        guests.push_back(createTask(labelled(name, guest(&condition, name))));
    co_await sleep(1s);
    {
        const auto held = co_await condition.scoped();
        showTimer("notify one");
        condition.notify();
    }
    co_await sleep(1s);
    {
        const auto held = co_await condition.scoped();
        showTimer("notify all");
        condition.notifyAll();
    }
    co_await gather(std::move(guests));
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", keeper()));
}

const RegisterLesson lesson(Lesson{
    .id = "condition-turnstile",
    .chapter = 7,
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
