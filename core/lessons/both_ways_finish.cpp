// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/talk.h"
#include "core/loop/hand_run.h"

namespace coroscope::both_ways_finish {
namespace {

Coro<void> program(World &, Settings)
{
    HandDriver coro(talk(), "coro");
    echo(coro.send()); //: 16
    echo(coro.send("message")); //: 17
    try {
        coro.send("last"); //: 19
    } catch (const StopIteration &end) {
        print("oops", typeText(end), end.value); //: 21
    }
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "both-ways-finish",
    .chapter = 4,
    .comparedWith = {"both-ways"},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

const OfferByHand byHand("both-ways-finish", [](HandSet &hand) { hand.offer(talk(), "coro"); });

} // namespace
} // namespace coroscope::both_ways_finish
