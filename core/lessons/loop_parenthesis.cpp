// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::loop_parenthesis {
namespace {

Coro<void> clock()
{
    for (int n = 1; n < 6; ++n) {
        co_await sleep(400ms); //: clock+2
        showTimer("tick", n); //: clock+3
    }
}

Coro<void> job(std::string name)
{
    showTimer(name, "begins"); //: job+1
    co_await sleep(1s); //: job+2
    showTimer(name, "ends"); //: job+3
}

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.loop();
    startTimer();
    const Task<void> ticking = loop.createTask(labelled("clock", clock()));
    co_await loop.runUntilComplete(labelled("one", job("one"))); //: 34
    showTimer("the loop stands still"); //: 35
    blockingSleep(settings.seconds("away")); //: 36
    showTimer("the loop goes on"); //: 37
    co_await loop.runUntilComplete(labelled("two", job("two"))); //: 38
}

const RegisterLesson lesson(Lesson{
    .id = "loop-parenthesis",
    .chapter = 5,
    .parameters = {secondsParameter("away", "1", 0, 10)},
    .comparedWith = {"fork-stop"},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::loop_parenthesis
