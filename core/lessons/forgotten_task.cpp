// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::forgotten_task {
namespace {

Coro<void> log(std::string text)
{
    co_await sleep(500ms); //: log+1
    print("written:", text); //: log+2
}

Coro<void> visit(bool waitedFor)
{
    const Task<void> entry = createTask(log("visitor"), "log");
    print("main goes on at once"); //: main+2
    co_await sleep(200ms); //: main+3
    if (waitedFor)
        co_await entry; //: main+5
    print("main is done"); //: main+6
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", visit(settings.yes("waited-for")))); //: 23
}

const RegisterLesson lesson(Lesson{
    .id = "forgotten-task",
    .chapter = 11,
    .parameters = {yesNoParameter("waited-for", false)},
    .comparedWith = {"fork-interrupted"},
    .order = 11,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::forgotten_task
