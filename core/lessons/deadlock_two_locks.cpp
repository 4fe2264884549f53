// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/locks.h"

namespace coroscope::deadlock_two_locks {
namespace {

Coro<void> transfer(std::string name, Lock *first, Lock *second)
{
    const auto one = co_await first->scoped(); //: transfer+1
    print(name, "has its first lock"); //: transfer+2
    co_await sleep(100ms); //: transfer+3
    print(name, "wants its second lock"); //: transfer+4
    const auto two = co_await second->scoped(); //: transfer+5
    print(name, "has both"); //: transfer+6
}

Coro<void> transfers(bool sameOrder)
{
    Lock a("a");
    Lock b("b");
    const Task<void> one = createTask(transfer("one", &a, &b), "one");
    const Task<void> two = createTask(sameOrder ? transfer("two", &a, &b) : transfer("two", &b, &a), "two");
    co_await gather(one, two); //: main+5
    print("both done"); //: main+6
}

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.loop();
    const Task<void> task = ensureFuture(labelled("main", transfers(settings.yes("same-order"))));
    task.addDoneCallback([&loop](FutureBase &) { loop.stop(); });
    try {
        co_await loop.runForever(); //: 30
    } catch (const KeyboardInterrupt &) {
        print("bye"); //: 32
    }
}

const RegisterLesson lesson(Lesson{
    .id = "deadlock-two-locks",
    .chapter = 11,
    .parameters = {yesNoParameter("same-order", false)},
    .comparedWith = {"lock-shared"},
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::deadlock_two_locks
