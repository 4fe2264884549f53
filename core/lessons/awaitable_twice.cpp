// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/two_steps.h"
#include "core/loop/hand_run.h"

namespace coroscope::awaitable_twice {
namespace {

Coro<void> twoSteps()
{
    co_await TwoSteps(); // its value is dropped //: two_steps+1
}

Coro<void> program(World &, Settings)
{
    HandDriver coro(twoSteps(), "coro");
    echo(coro.send()); //: 14
    echo(coro.send()); //: 15
    try {
        coro.send(); //: 17
    } catch (const StopIteration &end) {
        print("oops", typeText(end), end.value); //: 19
    }
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "awaitable-twice",
    .chapter = 4,
    .comparedWith = {"awaitable-twice-value"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

const OfferByHand byHand("awaitable-twice", [](HandSet &hand) { hand.offer(twoSteps(), "coro"); });

} // namespace
} // namespace coroscope::awaitable_twice
