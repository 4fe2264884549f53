// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::call_chain {
namespace {

Coro<int> add(int x, int y)
{
    showTimer("add", x, "+", y, "..."); //: add+1
    co_await sleep(1s); //: add+2
    co_return x + y;
}

Coro<void> showSum(int x, int y)
{
    showTimer("show_sum in", EventLoop::running().currentTask()->name()); //: show_sum+1
    const int total = co_await add(x, y); //: show_sum+2
    showTimer(x, "+", y, "=", total); //: show_sum+3
}

Coro<void> program(World &world, Settings)
{
    startTimer();
    co_await world.loop().runUntilComplete(showSum(1, 2)); //: 29
}

const RegisterLesson lesson(Lesson{
    .id = "call-chain",
    .chapter = 1,
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::call_chain
