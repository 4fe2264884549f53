// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/task_group.h"

namespace coroscope::kept_task {
namespace {

Coro<void> log(std::string text, Duration writes)
{
    co_await sleep(writes); //: log+1
    print("written:", text); //: log+2
}

/// What stands in the block of the group.
Coro<void> visit(TaskGroup *group, Duration writes)
{
    group->createTask(log("visitor", writes), "log");
    print("main goes on at once"); //: main+3
    co_await sleep(200ms); //: main+4
    print("the block is done"); //: main+5
}

Coro<void> visiting(Duration writes)
{
    TaskGroup group;
    co_await group.run(visit(&group, writes)); //: main+1
    print("nothing is lost"); //: main+6
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", visiting(settings.seconds("writes")))); //: 21
}

const RegisterLesson lesson(Lesson{
    .id = "kept-task",
    .chapter = 10,
    .parameters = {secondsParameter("writes", "0.5", 0, 10)},
    .comparedWith = {"forgotten-task"},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::kept_task
