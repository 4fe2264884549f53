// SPDX-License-Identifier: MIT
#include "core/sync/task_group.h"

#include <algorithm>

namespace coroscope {

std::string ExceptionGroup::repr() const
{
    std::string list;
    for (const auto &error : m_errors)
        list += (list.empty() ? "" : ", ") + reprOfError(error);
    return "ExceptionGroup(" + coroscope::repr(m_message) + ", [" + list + "])";
}

Coro<void> TaskGroup::run(Coro<void> body)
{
    if (m_entered)
        throw RuntimeError("TaskGroup has already been entered");
    m_loop = &EventLoop::running();
    m_parent = m_loop->currentTask();
    m_resource = m_loop->world().newResource(ResourceKind::TaskGroup, {}, 0);
    m_entered = true;
    std::exception_ptr error;
    try {
        co_await std::move(body);
    } catch (...) {
        error = std::current_exception();
    }
    co_await leave(error);
}

void TaskGroup::checkOpen() const
{
    if (!m_entered)
        throw RuntimeError("TaskGroup has not been entered");
    if (m_exiting && m_tasks.empty())
        throw RuntimeError("TaskGroup is finished");
    if (m_aborting)
        throw RuntimeError("TaskGroup is shutting down");
}

void TaskGroup::adopt(Ref<FutureBase> task)
{
    recordLink(m_loop->world(), m_resource, *task);
    task->addDoneCallback([this](FutureBase &done) { taskDone(done); });
    m_tasks.push_back(std::move(task));
}

void TaskGroup::abort()
{
    m_aborting = true;
    const auto tasks = m_tasks;
    for (const auto &task : tasks)
        if (!task->done())
            task->cancel();
}

void TaskGroup::taskDone(FutureBase &task)
{
    std::erase_if(m_tasks, [&task](const auto &each) { return each.get() == &task; });
    if (m_allDone.valid() && m_tasks.empty() && !m_allDone.done())
        m_allDone.setResult();
    if (task.cancelled())
        return;
    const std::exception_ptr error = task.exception();
    if (!error)
        return;
    m_errors.push_back(error);
    if (!m_aborting && !m_parentCancelRequested) {
        // The parent is cancelled to leave its scope, and uncancelled there: nobody else asked for it.
        abort();
        m_parentCancelRequested = true;
        m_parent->cancel();
    }
}

Coro<void> TaskGroup::leave(std::exception_ptr error)
{
    m_exiting = true;
    const std::exception_ptr interrupt = isInterrupt(error) ? error : nullptr;
    std::exception_ptr cancellation = isCancelled(error) ? error : nullptr;
    if (m_parentCancelRequested && m_parent->uncancel() == 0)
        cancellation = nullptr;
    if (error && !m_aborting)
        abort();
    while (!m_tasks.empty()) {
        if (!m_allDone.valid())
            m_allDone = m_loop->createFuture<void>();
        std::exception_ptr interrupted;
        try {
            const AwaitAs<void> allDone(m_allDone, Reason::TaskGroup, raw(m_resource));
            co_await allDone;
        } catch (const CancelledError &) {
            interrupted = std::current_exception();
        }
        if (interrupted && !m_aborting) {
            cancellation = interrupted;
            abort();
        }
        m_allDone = {};
    }
    if (interrupt) // goes before everything else, and never into a group
        std::rethrow_exception(interrupt);
    if (cancellation && m_errors.empty())
        std::rethrow_exception(cancellation);
    if (error && !isCancelled(error))
        m_errors.push_back(error);
    if (!m_errors.empty())
        throw ExceptionGroup("unhandled errors in a TaskGroup", std::move(m_errors));
}

} // namespace coroscope
