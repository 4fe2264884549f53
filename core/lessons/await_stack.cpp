// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/loop/hand_run.h"

namespace coroscope::await_stack {
namespace {

/// The only one that really suspends.
class W1 {
public:
    explicit W1(std::string marker) : m_marker(std::move(marker)) {}
    Coro<int> await() const
    {
        co_await yieldToDriver("yield " + m_marker); //: w1.__await__+1
        co_return 1;
    }

private:
    std::string m_marker;
};

Coro<int> w2()
{
    co_return co_await W1("first") + co_await W1("second"); //: w2+1
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
        echo(stack.send()); //: 25
    try {
        stack.send(); //: 27
    } catch (const StopIteration &end) {
        print("OOPS", typeText(end), end.value); //: 29
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
