// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/executor.h"

namespace coroscope::who_starts_when {
namespace {

Coro<void> work(std::string name)
{
    print(name, "begins"); //: work+1
    co_await sleep(1s); //: work+2
    print(name, "ends"); //: work+3
}

Coro<void> finish(std::string name)
{
    co_await sleep(1s); //: finish+1
    print(name, "ends"); //: finish+2
}

Task<void> workEagerly(std::string name)
{
    print(name, "begins"); //: work_eagerly+1
    return createTask(labelled(name, finish(name)));
}

Coro<void> workInThread(std::string name)
{
    print(name, "begins"); //: work_in_thread+1
    co_await threadSleep(1s); //: work_in_thread+2
    print(name, "ends"); //: work_in_thread+3
}

Coro<void> calls()
{
    print("calls"); //: main+1
    auto lazy = work("lazy");
    Future<void> task = createTask(labelled("task", work("task")));
    Future<void> eager = workEagerly("eager");
    Future<void> thread = runInExecutor(workInThread("thread"));
    print("has called"); //: main+6
    co_await sleep(500ms); //: main+7
    print("main goes on"); //: main+8
    co_await std::move(lazy); //: main+9
    co_await gather(std::move(task), std::move(eager), std::move(thread)); //: main+10
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", calls())); //: 41
}

const RegisterLesson lesson(Lesson{
    .id = "who-starts-when",
    .chapter = 11,
    .comparedWith = {"pieces-objects"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::who_starts_when
