// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/wait.h"

namespace coroscope::timeout_scope {
namespace {

Coro<void> visit(std::string name, int steps, Duration limit, Duration pause)
{
    TimeoutScope scope; // async with asyncio.timeout(limit)
    scope.enter(EventLoop::running().time() + limit);
    std::exception_ptr error;
    try {
        for (int step = 1; step <= steps; ++step) {
            co_await sleep(pause); //: visit+4
            print(name, "step", step); //: visit+5
        }
    } catch (...) {
        error = std::current_exception();
    }
    if (scope.leave(error))
        print(name, "too late"); //: visit+8
    else if (error)
        std::rethrow_exception(error);
    else
        print(name, "in time"); //: visit+6
}

Coro<void> visits(Duration limit, Duration pause)
{
    co_await gather(labelled("short", visit("short", 2, limit, pause)), labelled("long", visit("long", 4, limit, pause))); //: main+1
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", visits(settings.seconds("limit"), settings.seconds("step")))); //: 23
}

const RegisterLesson lesson(Lesson{
    .id = "timeout-scope",
    .chapter = 10,
    .parameters = {secondsParameter("limit", "1"), secondsParameter("step", "0.4")},
    .comparedWith = {"wait-for-timeout"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::timeout_scope
