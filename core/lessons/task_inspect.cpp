// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

#include <algorithm>

namespace coroscope::task_inspect {
namespace {

Coro<void> foo(const Task<void> *task)
{
    const TaskBase *const mine = EventLoop::running().currentTask();
    print("inside, current_task:", mine->name()); //: foo+2
    print("inside, it is the task of foo:", mine == &task->base()); //: foo+3
    print("inside, not done:", !mine->done()); //: foo+4
    co_return;
}

Coro<void> program(World &world, Settings)
{
    EventLoop &loop = world.loop();
    Task<void> task;
    task = ensureFuture(foo(&task));
    print("type:", task.state()->asTask() ? "Task" : "Future"); //: 13
    print("done:", task.done(), "cancelled:", task.cancelled()); //: 14
    {
        const auto tasks = loop.allTasks();
        print("all_tasks is a set of", tasks.size()); //: 16
        print("task in tasks:", std::find(tasks.begin(), tasks.end(), Ref<TaskBase>(&task.base())) != tasks.end()); //: 17
    }
    print("current_task:", loop.currentTask() ? loop.currentTask()->name() : "None"); //: 18
    co_await loop.runUntilComplete(task); //: 19
    task.result(); // would throw what foo threw
    print("done:", task.done(), "result:", std::monostate()); //: 20
    print("all_tasks now:", loop.allTasks().size()); //: 21
}

const RegisterLesson lesson(Lesson{
    .id = "task-inspect",
    .chapter = 6,
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::task_inspect
