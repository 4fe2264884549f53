// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include "core/loop/event_loop.h"

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace coroscope::bridge {

namespace detail {

/// Resumes it from Qt's event loop of this thread.
void resumeFromQt(std::coroutine_handle<> waiter);

/// What passes from a task of the core to a coroutine of QCoro that awaits it. Answers once, at the latest with an
/// error when nobody is left who could; the coroutine is resumed by Qt's event loop, not within a step of the run.
template <class T>
class Answer {
public:
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    Answer() = default;
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;

    void give(std::optional<Value> value, std::exception_ptr error)
    {
        if (m_given)
            return;
        m_given = true;
        m_value = std::move(value);
        m_error = std::move(error);
        if (m_waiter)
            resumeFromQt(std::exchange(m_waiter, {}));
    }

    /// QCoro awaits one of these: g++ 12 would copy an answer that is awaited itself.
    class Awaiter {
    public:
        explicit Awaiter(Answer &answer) : m_answer(&answer) {}
        [[nodiscard]] bool await_ready() const noexcept { return m_answer->m_given; }
        void await_suspend(std::coroutine_handle<> waiter) noexcept { m_answer->m_waiter = waiter; }
        T await_resume()
        {
            if (m_answer->m_error)
                std::rethrow_exception(m_answer->m_error);
            if constexpr (!std::is_void_v<T>)
                return std::move(*m_answer->m_value);
        }

    private:
        Answer *m_answer;
    };

private:
    bool m_given = false;
    std::optional<Value> m_value;
    std::exception_ptr m_error;
    std::coroutine_handle<> m_waiter;
};

/// In the future's list of callbacks: also when the run is taken down before the future is done.
template <class T>
class Promise {
public:
    explicit Promise(std::shared_ptr<Answer<T>> answer) : m_answer(std::move(answer)) {}
    ~Promise() { m_answer->give(std::nullopt, std::make_exception_ptr(RuntimeError("the run is gone"))); }
    Promise(const Promise &) = delete;
    Promise &operator=(const Promise &) = delete;

    void answer(const Future<T> &future)
    {
        try {
            if constexpr (std::is_void_v<T>) {
                future.result();
                m_answer->give(std::monostate(), nullptr);
            } else {
                m_answer->give(future.result(), nullptr);
            }
        } catch (...) {
            m_answer->give(std::nullopt, std::current_exception());
        }
    }

private:
    std::shared_ptr<Answer<T>> m_answer;
};

template <class T>
QCoro::Task<T> awaitAnswer(std::shared_ptr<Answer<T>> answer)
{
    const auto keeps = answer;
    typename Answer<T>::Awaiter awaiter(*keeps);
    co_return co_await awaiter;
}

} // namespace detail

/// A coroutine of the core as one of QCoro: becomes a task of the loop, which begins with the loop's next iteration.
/// Gives what it returns or throws; CancelledError when it is cancelled, RuntimeError when the run goes before it is
/// done. In the thread of the run, from within a step or from a handler of Qt.
template <class T>
QCoro::Task<T> toQCoro(EventLoop &loop, Coro<T> coro)
{
    const auto answer = std::make_shared<detail::Answer<T>>();
    const auto promise = std::make_shared<detail::Promise<T>>(answer);
    const auto held = std::make_shared<Coro<T>>(std::move(coro));
    loop.callSoonThreadsafe(
        [&loop, held, promise] {
            const Task<T> task = loop.createTask(std::move(*held));
            task.state()->addDoneCallback(
                [promise](FutureBase &done) { promise->answer(Future<T>(Ref<FutureBase>(&done))); });
        },
        "QCoro", HandleRole::Loop);
    return detail::awaitAnswer(answer);
}

} // namespace coroscope::bridge
