// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/loop/hand_run.h"

namespace coroscope::await_stack {
namespace {

/// The only one that really suspends.
Coro<int> w1(std::string marker)
{
    co_await yieldToDriver("yield " + marker); //: w1+1
    co_return 1;
}

Coro<int> w2()
{
    int total = 0;
    for (const std::string marker : {"first", "second"})
        total += co_await w1(marker); //: w2+3
    co_return total;
}

Coro<int> w3()
{
    const int below = co_await w2(); //: w3+1
    co_return below + 1;
}

Coro<int> w4()
{
    const int below = co_await w3(); //: w4+1
    co_return below + 1;
}

Coro<void> program(World &, Settings)
{
    HandDriver stack(w4());
    for (int turn = 0; turn < 2; ++turn)
        echo(stack.send()); //: 30
    try {
        stack.send(); //: 32
    } catch (const StopIteration &end) {
        print("OOPS", typeText(end), end.value); //: 34
    }
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "await-stack",
    .chapter = 4,
    .order = 5,
    .program = program,
    .file = __FILE__,
});

const OfferByHand byHand("await-stack", [](HandSet &hand) { hand.offer(w4(), "w4"); });

} // namespace
} // namespace coroscope::await_stack
