// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

#include <algorithm>

namespace coroscope {
namespace {

Coro<void> foo(const Task<void> *task)
{
    const TaskBase *const mine = EventLoop::running().currentTask();
    print("inside, current_task:", mine->name());
    print("inside, it is the task of foo:", mine == &task->base());
    print("inside, not done:", !mine->done());
    co_return;
}

Coro<void> program(World &world, Settings)
{
    EventLoop &loop = world.loop();
    Task<void> task;
    task = ensureFuture(foo(&task));
    print("type:", task.state()->asTask() ? "Task" : "Future");
    print("done:", task.done(), "cancelled:", task.cancelled());
    {
        const auto tasks = loop.allTasks();
        print("all_tasks is a set of", tasks.size());
        print("task in tasks:", std::find(tasks.begin(), tasks.end(), Ref<TaskBase>(&task.base())) != tasks.end());
    }
    print("current_task:", loop.currentTask() ? loop.currentTask()->name() : "None");
    co_await loop.runUntilComplete(task);
    task.result(); // would throw what foo threw
    print("done:", task.done(), "result:", std::monostate());
    print("all_tasks now:", loop.allTasks().size());
}

const RegisterLesson lesson(Lesson{
    .id = "task-inspect",
    .chapter = 6,
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
