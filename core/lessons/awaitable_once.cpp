// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/loop/hand_run.h"

namespace coroscope::awaitable_once {
namespace {

/// An awaitable is what has an await() that gives a coroutine; Python's name for it is __await__.
class OneYield {
public:
    Coro<void> await() const
    {
        print("in Awaitable"); //: OneYield.__await__+1
        co_await yieldToDriver("yielded"); //: OneYield.__await__+2
    }
};

Coro<void> waitForIt()
{
    co_await OneYield(); //: wait_for_it+1
}

Coro<void> program(World &, Settings)
{
    HandDriver running(waitForIt(), "wait_for_it");
    echo(running.send()); //: 12
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

const OfferByHand byHand("awaitable-once", [](HandSet &hand) { hand.offer(waitForIt(), "wait_for_it"); });

} // namespace
} // namespace coroscope::awaitable_once
