// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/two_steps.h"
#include "core/loop/hand_run.h"

namespace coroscope::awaitable_twice_value {
namespace {

Coro<std::string> twoSteps()
{
    std::string value = co_await TwoSteps(); //: two_steps+1
    co_return value;
}

Coro<void> program(World &, Settings)
{
    HandDriver coro(twoSteps(), "coro");
    echo(coro.send()); //: 15
    echo(coro.send()); //: 16
    try {
        coro.send(); //: 18
    } catch (const StopIteration &end) {
        print("oops", typeText(end), end.value); //: 20
    }
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "awaitable-twice-value",
    .chapter = 4,
    .comparedWith = {"awaitable-twice"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

const OfferByHand byHand("awaitable-twice-value", [](HandSet &hand) { hand.offer(twoSteps(), "coro"); });

} // namespace
} // namespace coroscope::awaitable_twice_value
