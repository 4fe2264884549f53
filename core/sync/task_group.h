// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/ensure.h"

namespace coroscope {

/// What a TaskGroup throws when tasks of it have failed (Python's ExceptionGroup).
class ExceptionGroup : public Exception {
public:
    ExceptionGroup(std::string text, std::vector<std::exception_ptr> errors)
        : Exception("ExceptionGroup", text + " (" + std::to_string(errors.size()) + " sub-exception"
                                          + (errors.size() == 1 ? "" : "s") + ')'),
          m_message(std::move(text)), m_errors(std::move(errors))
    {
    }
    [[nodiscard]] const std::vector<std::exception_ptr> &errors() const { return m_errors; }
    [[nodiscard]] std::string repr() const override;

private:
    std::string m_message;
    std::vector<std::exception_ptr> m_errors;
};

/// asyncio.TaskGroup: leaving its scope waits for all its tasks; when one fails the others are cancelled.
///
///     Coro<void> both() {
///         TaskGroup group;
///         const auto body = [&group]() -> Coro<void> { group.createTask(a()); group.createTask(b()); co_return; };
///         co_await group.run(body());
///     }
class TaskGroup {
public:
    TaskGroup() = default;
    TaskGroup(const TaskGroup &) = delete;
    TaskGroup &operator=(const TaskGroup &) = delete;

    /// `async with` with the body as a coroutine, which runs in this very task. Throws ExceptionGroup, or
    /// CancelledError.
    Coro<void> run(Coro<void> body);

    /// Throws RuntimeError when the scope is not entered, finished or shutting down.
    template <class T>
    Task<T> createTask(Coro<T> coro, std::string_view name = {}, std::string_view label = {})
    {
        checkOpen();
        Task<T> task = m_loop->createTask(std::move(coro), name, label);
        adopt(task.state());
        return task;
    }

private:
    void checkOpen() const;
    void adopt(Ref<FutureBase> task);
    void abort();
    void taskDone(FutureBase &task);
    Coro<void> leave(std::exception_ptr error);

    EventLoop *m_loop = nullptr;
    TaskBase *m_parent = nullptr;
    std::vector<Ref<FutureBase>> m_tasks; ///< that are not done, by creation
    std::vector<std::exception_ptr> m_errors;
    Future<void> m_allDone;
    ResourceId m_resource = ResourceId::None;
    bool m_entered = false;
    bool m_exiting = false;
    bool m_aborting = false;
    bool m_parentCancelRequested = false;
};

} // namespace coroscope
