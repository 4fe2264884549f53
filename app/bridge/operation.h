// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/loop/event_loop.h"

#include <functional>
#include <memory>
#include <utility>

namespace coroscope::bridge {

/// Something went wrong outside of the loop. In Python it would be an OSError.
class OSError : public Exception {
public:
    explicit OSError(std::string text) : OSError("OSError", std::move(text)) {}
    /// Of its kind: "ConnectionRefusedError".
    OSError(std::string_view kind, std::string text) : Exception(kind, std::move(text)) {}
};

/// What goes on in Qt for whoever awaits a future of the core. The future keeps it: with the future, or when that is
/// done or cancelled, its connections to Qt end, so nothing of Qt ever comes back to a frame that is gone.
template <class T>
class Operation {
public:
    Operation(EventLoop &loop, const Future<T> &future) : m_loop(loop), m_future(future.state().get())
    {
        m_loop.world().outside().workStarted();
    }
    ~Operation() { end(); }
    Operation(const Operation &) = delete;
    Operation &operator=(const Operation &) = delete;

    /// Has somebody awaited, or not: nothing comes of it any more. What still goes on is given up.
    void end()
    {
        if (m_over)
            return;
        over();
        if (const auto giveUp = std::exchange(m_giveUp, {}))
            giveUp();
    }
    /// The future is settled by the loop, never from within a handler of Qt.
    void settle(std::function<void(const Future<T> &)> deliver)
    {
        if (m_over)
            return;
        const Future<T> future{Ref<FutureBase>(m_future)};
        m_loop.callSoonThreadsafe(
            [future, deliver = std::move(deliver)] {
                if (!future.done())
                    deliver(future);
            },
            "I/O", HandleRole::Loop);
        over();
    }
    void whenGivenUp(std::function<void()> action) { m_giveUp = std::move(action); }
    void keep(std::shared_ptr<QObject> part) { m_part = std::move(part); }
    [[nodiscard]] QObject *context() { return m_context.get(); }

private:
    void over()
    {
        m_over = true;
        m_context.reset(); // also within a handler of its own: Qt keeps that until it returns
        m_loop.world().outside().workFinished();
    }

    EventLoop &m_loop;
    FutureBase *m_future; ///< keeps this
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>();
    std::shared_ptr<QObject> m_part;
    std::function<void()> m_giveUp;
    bool m_over = false;
};

/// By what handlers of Qt answer an operation: does nothing when that is over.
template <class T>
class Reply {
public:
    explicit Reply(const std::shared_ptr<Operation<T>> &operation) : m_operation(operation) {}

    template <class... V>
    void result(V &&...value) const
    {
        if (const auto operation = m_operation.lock())
            operation->settle([... value = std::decay_t<V>(std::forward<V>(value))](const Future<T> &future) {
                future.setResult(value...);
            });
    }
    void error(std::exception_ptr error) const
    {
        if (const auto operation = m_operation.lock())
            operation->settle([error](const Future<T> &future) { future.setException(error); });
    }
    void error(const char *kind, const QString &text) const
    {
        error(std::make_exception_ptr(OSError(kind, text.toStdString())));
    }
    void cancelled() const
    {
        if (const auto operation = m_operation.lock())
            operation->settle([](const Future<T> &future) { future.state()->cancel(); });
    }
    /// `answer` whenever the object sends the signal, as long as the operation goes on.
    template <class Sender, class Signal, class Answer>
    void on(Sender &sender, Signal signal, Answer answer) const
    {
        if (const auto operation = m_operation.lock(); operation && operation->context())
            QObject::connect(&sender, signal, operation->context(), std::move(answer));
    }
    /// What ends with an error when the object is destroyed: nobody would ever answer.
    void needs(QObject &object) const
    {
        on(object, &QObject::destroyed, [reply = *this] {
            reply.error(std::make_exception_ptr(RuntimeError("what was awaited has been destroyed")));
        });
    }
    /// Lives as long as the operation goes on.
    void keeps(std::shared_ptr<QObject> part) const
    {
        if (const auto operation = m_operation.lock())
            operation->keep(std::move(part));
    }
    /// How the task's cancellation, or the end of its frame, reaches what goes on.
    void whenGivenUp(std::function<void()> action) const
    {
        if (const auto operation = m_operation.lock())
            operation->whenGivenUp(std::move(action));
    }

private:
    std::weak_ptr<Operation<T>> m_operation;
};

/// A future of the loop that something of Qt answers: `begin` connects. In the loop's thread.
///
///     return operation<void>(loop, [&timer](const Reply<void> &reply) {
///         reply.on(timer, &QTimer::timeout, [reply] { reply.result(); });
///     });
template <class T, class Begin>
[[nodiscard]] Future<T> operation(EventLoop &loop, const Begin &begin)
{
    Future<T> future = loop.createFuture<T>();
    const auto operation = std::make_shared<Operation<T>>(loop, future);
    future.state()->addDoneCallback([operation](FutureBase & /*future*/) { operation->end(); });
    begin(Reply<T>(operation));
    return future;
}

} // namespace coroscope::bridge
