// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/two_steps.h"
#include "core/loop/hand_run.h"

namespace coroscope::awaitable_pair {
namespace {

Coro<void> twoSteps()
{
    co_await TwoSteps(); //: two_steps+1
}

void sendLast(HandDriver &coro)
{
    try {
        coro.send(); //: send_last+2
    } catch (const StopIteration &end) {
        print("oops", typeText(end), end.value); //: send_last+4
    }
}

Coro<void> program(World &, Settings)
{
    HandDriver coro1(twoSteps(), "coro1");
    HandDriver coro2(twoSteps(), "coro2");
    for (int turn = 0; turn < 2; ++turn) {
        echo(coro1.send()); //: 23
        echo(coro2.send()); //: 24
    }
    sendLast(coro1);
    sendLast(coro2);
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "awaitable-pair",
    .chapter = 4,
    .comparedWith = {"awaitable-twice"},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

const OfferByHand byHand("awaitable-pair", [](HandSet &hand) {
    hand.offer(twoSteps(), "coro1");
    hand.offer(twoSteps(), "coro2");
});

} // namespace
} // namespace coroscope::awaitable_pair
