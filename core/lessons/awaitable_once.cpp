// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

/// An awaitable is what has an await() that gives a coroutine; Python's name for it is __await__.
class OneYield {
public:
    Coro<void> await() const
    {
        print("in Awaitable");
        co_await yieldToDriver("yielded");
    }
};

Coro<void> waitForIt()
{
    co_await OneYield();
}

Coro<void> program(World &, Settings)
{
    HandDriver running(waitForIt());
    echo(running.send());
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "awaitable-once",
    .chapter = 4,
    .comparedWith = {"awaitable-twice"},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
