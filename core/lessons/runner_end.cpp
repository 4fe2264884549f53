// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/runner.h"

namespace coroscope::runner_end {
namespace {

Coro<void> background()
{
    bool cancelled = false;
    try {
        showTimer("background works"); //: background+2
        co_await sleep(10s); //: background+3
    } catch (const CancelledError &) {
        cancelled = true;
    }
    if (!cancelled)
        co_return;
    showTimer("background is cancelled"); //: background+5
    co_await sleep(500ms); //: background+6
    showTimer("background has cleaned up"); //: background+7
    throw CancelledError();
}

Coro<void> serve()
{
    startTimer();
    const Task<void> task = createTask(background(), "background");
    co_await sleep(1s); //: main+3
    showTimer("main is done, background done:", task.done()); //: main+4
}

Coro<void> program(World &world, Settings)
{
    co_await runInNewLoop(world, labelled("main", serve())); //: 35
    showTimer("run is done"); //: 36
}

const RegisterLesson lesson(Lesson{
    .id = "runner-end",
    .chapter = 10,
    .comparedWith = {"forgotten-task"},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::runner_end
