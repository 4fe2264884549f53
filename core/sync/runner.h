// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/event_loop.h"

namespace coroscope {

namespace detail {
/// Runs the loop until the task is done. Ctrl-C cancels the task, which may clean up; KeyboardInterrupt is thrown when
/// it has ended cancelled by that.
Coro<void> runMainTask(EventLoop &loop, Ref<FutureBase> main);
/// Cancels the tasks that are left, waits for them, and tells the exception handler what they raise instead.
Coro<void> cancelAllTasks(EventLoop &loop);
} // namespace detail

/// asyncio.run(main()) for the main program: a new loop runs it. When main has ended, in whatever way, the tasks it has
/// left behind are cancelled and waited for.
///
///     co_await runInNewLoop(world, labelled("main", serve()));
template <class T>
Coro<T> runInNewLoop(World &world, Labelled<T> main)
{
    EventLoop &loop = world.newLoop();
    const Task<T> task = loop.createTask(std::move(main));
    std::exception_ptr interrupted;
    try {
        co_await detail::runMainTask(loop, task.state());
    } catch (...) {
        interrupted = std::current_exception();
    }
    co_await detail::cancelAllTasks(loop);
    if (interrupted)
        std::rethrow_exception(interrupted);
    co_return task.result();
}

} // namespace coroscope
