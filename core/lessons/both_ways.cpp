// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/talk.h"
#include "core/loop/hand_run.h"

namespace coroscope::both_ways {
namespace {

Coro<void> program(World &, Settings)
{
    HandDriver coro(talk(), "coro");
    echo(coro.send()); //: 16
    echo(coro.send("message")); //: 17
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "both-ways",
    .chapter = 4,
    .comparedWith = {"both-ways-finish"},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

const OfferByHand byHand("both-ways", [](HandSet &hand) { hand.offer(talk(), "coro"); });

} // namespace
} // namespace coroscope::both_ways
