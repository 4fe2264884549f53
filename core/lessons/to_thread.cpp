// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/executor.h"
#include "core/sync/wait.h"

namespace coroscope::to_thread {
namespace {

/// For a thread: blocks, and knows nothing of the loop.
Coro<int> measure()
{
    co_await threadSleep(700ms); //: measure+1
    showTimer("measured"); //: measure+2
    co_return 21;
}

Coro<void> beat()
{
    for (int n = 0; n < 4; ++n) {
        showTimer("beat", n); //: beat+2
        co_await sleep(250ms); //: beat+3
    }
}

Coro<void> ask(Duration limit)
{
    TimeoutScope scope; // async with asyncio.timeout(limit)
    scope.enter(EventLoop::running().time() + limit);
    std::exception_ptr error;
    std::optional<int> value;
    try {
        value = co_await toThread(measure()); //: ask+3
    } catch (...) {
        error = std::current_exception();
    }
    if (scope.leave(error))
        showTimer("gave up"); //: ask+6
    else if (error)
        std::rethrow_exception(error);
    else
        showTimer("value", *value); //: ask+4
}

Coro<void> both(Duration limit)
{
    startTimer();
    co_await gather(labelled("beat", beat()), labelled("ask", ask(limit))); //: main+2
    showTimer("done"); //: main+3
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", both(settings.seconds("limit")))); //: 46
}

const RegisterLesson lesson(Lesson{
    .id = "to-thread",
    .chapter = 9,
    .parameters = {secondsParameter("limit", "0.4", 0.01, 10)},
    .comparedWith = {"threads-remedy"},
    .order = 9,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::to_thread
