// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/locks.h"
#include "core/sync/wait.h"

namespace coroscope::graceful_shutdown {
namespace {

Coro<void> answer(std::string name, Duration duration)
{
    showTimer(name, "begins"); //: answer+1
    try {
        co_await sleep(duration); //: answer+3
        showTimer(name, "is answered"); //: answer+4
    } catch (const CancelledError &) {
        showTimer(name, "is given up"); //: answer+6
        throw;
    }
}

/// A signal comes from outside; the loop calls its handler in its next pass.
void raiseSignal(EventLoop &loop, const std::function<void()> &handler)
{
    const auto handle = [&loop, handler] { loop.callSoon(handler, "SIGTERM"); };
    loop.callLater(1s, [&loop, handle] { loop.callSoonThreadsafe(handle, "signal", HandleRole::Loop); }, "raise_signal");
}

Coro<void> serving(Duration grace)
{
    startTimer();
    Event stop("stop");
    std::vector<Future<void>> requests;
    requests.push_back(createTask(answer("short", 1500ms), "short"));
    requests.push_back(createTask(answer("long", 4s), "long"));
    raiseSignal(EventLoop::running(), [&stop] { stop.set(); });
    co_await stop.wait(); //: main+8
    showTimer("asked to stop"); //: main+9
    const DoneAndPending outcome = co_await wait(requests, grace); //: main+10
    showTimer("late:", static_cast<int>(outcome.pending.size())); //: main+11
    for (const Future<void> &request : requests)
        request.cancel();
    co_await gatherOutcomes(std::move(requests)); //: main+14
    showTimer("closed"); //: main+15
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", serving(settings.seconds("grace")))); //: 48
}

const RegisterLesson lesson(Lesson{
    .id = "graceful-shutdown",
    .chapter = 10,
    .parameters = {secondsParameter("grace", "1", 0.01, 10)},
    .comparedWith = {"runner-end"},
    .order = 5,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::graceful_shutdown
