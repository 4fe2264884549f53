// SPDX-License-Identifier: MIT
#include "core/sync/task_group.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::task_group {
namespace {

Coro<void> download(std::string name, Duration duration)
{
    try {
        print(name, "starts"); //: download+2
        co_await sleep(duration); //: download+3
        print(name, "done"); //: download+4
    } catch (const CancelledError &) {
        print(name, "cancelled"); //: download+6
        throw;
    }
}

Coro<void> broken(Duration duration)
{
    co_await sleep(duration); //: broken+1
    print("broken fails"); //: broken+2
    throw ValueError("no such page");
}

Coro<void> start(TaskGroup *group, Duration failsAt)
{
    group->createTask(download("short", 300ms), "short");
    group->createTask(broken(failsAt), "broken");
    group->createTask(download("long", 1s), "long");
    print("the block ends, the group waits"); //: main+6
    co_return;
}

Coro<void> downloads(Duration failsAt)
{
    try {
        TaskGroup group;
        co_await group.run(start(&group, failsAt)); //: main+2
    } catch (const ExceptionGroup &group) {
        std::string errors;
        for (const std::exception_ptr &error : group.errors())
            errors += reprOfError(error) + ',';
        print("caught:", '(' + errors + ')'); //: main+8
    }
    print("nothing is left running"); //: main+9
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", downloads(settings.seconds("fails-at")))); //: 35
}

const RegisterLesson lesson(Lesson{
    .id = "task-group",
    .chapter = 10,
    .parameters = {secondsParameter("fails-at", "0.5", 0, 10)},
    .comparedWith = {"gather-exceptions"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::task_group
