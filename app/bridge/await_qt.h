// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QFutureWatcher>
#include <QPointer>

#include <QCoroTask>

#include "app/bridge/operation.h"

class QIODevice;
class QProcess;
class QTcpServer;
class QTcpSocket;
class QTimer;

namespace coroscope::bridge {

// Qt awaited by tasks of the core. Each gives a future of the loop, which whoever awaits resumes through the loop's
// ready queue. All in the thread of the run, to which the Qt objects belong too; they are not owned.
//
//     co_await bridge::timeout(loop, timer);
//
// Cancelling the task ends what goes on (the timer stops, the process is killed, the connection aborted); errors come
// at once; an object that is destroyed meanwhile is a RuntimeError. QCoro's own awaiters would wait thirty seconds for
// a connection that is refused, for ever for a timer that is gone, and resume a frame that was destroyed.

/// The next timeout of a timer.
[[nodiscard]] Future<void> timeout(EventLoop &loop, QTimer &timer);
/// The process runs; OSError when it cannot be started.
[[nodiscard]] Future<void> started(EventLoop &loop, QProcess &process);
/// Its exit code; minus the signal's number is what Python says of one that was killed: here -9.
[[nodiscard]] Future<int> finished(EventLoop &loop, QProcess &process);
/// The connection stands; OSError when it cannot be made.
[[nodiscard]] Future<void> connected(EventLoop &loop, QTcpSocket &socket);
/// The next connection of a server that listens; the server owns the socket.
[[nodiscard]] Future<QTcpSocket *> nextConnection(EventLoop &loop, QTcpServer &server);
/// Up to and with the next line end; at the end of what is sent what is left, then nothing. One reader at a time.
[[nodiscard]] Future<QByteArray> readLine(EventLoop &loop, QIODevice &device);

/// The next time the object sends the signal.
template <class Sender, class Signal>
[[nodiscard]] Future<void> emitted(EventLoop &loop, Sender &sender, Signal signal)
{
    return operation<void>(loop, [&](const Reply<void> &reply) {
        reply.on(sender, signal, [reply] { reply.result(); });
        reply.needs(sender);
    });
}

/// The same, with the signal's first argument.
template <class T, class Sender, class Signal>
[[nodiscard]] Future<T> emittedValue(EventLoop &loop, Sender &sender, Signal signal)
{
    return operation<T>(loop, [&](const Reply<T> &reply) {
        reply.on(sender, signal, [reply](const T &value) { reply.result(value); });
        reply.needs(sender);
    });
}

/// The result of something that is computed elsewhere. Cancelling asks it to stop.
template <class T>
[[nodiscard]] Future<T> resultOf(EventLoop &loop, QFuture<T> computed)
{
    return operation<T>(loop, [&](const Reply<T> &reply) {
        const auto watcher = std::make_shared<QFutureWatcher<T>>();
        reply.on(*watcher, &QFutureWatcher<T>::finished, [reply, computed]() mutable {
            try {
                if (computed.isCanceled())
                    computed.waitForFinished(); // throws what it failed with
                if (computed.isCanceled())
                    reply.cancelled();
                else if constexpr (std::is_void_v<T>)
                    reply.result();
                else
                    reply.result(computed.result());
            } catch (...) {
                reply.error(std::current_exception());
            }
        });
        reply.whenGivenUp([computed]() mutable { computed.cancel(); });
        reply.keeps(watcher);
        watcher->setFuture(computed);
    });
}

namespace detail {

template <class T>
QCoro::Task<> pump(QCoro::Task<T> task, Reply<T> reply)
{
    const Reply<T> answer = reply;
    try {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            answer.result();
        } else {
            T value = co_await task;
            answer.result(std::move(value));
        }
    } catch (...) {
        answer.error(std::current_exception());
    }
}

} // namespace detail

/// What a coroutine of QCoro returns or throws. It cannot be cancelled: when nobody awaits it any more, it goes on
/// alone.
template <class T>
[[nodiscard]] Future<T> resultOf(EventLoop &loop, QCoro::Task<T> task)
{
    return operation<T>(loop, [&](const Reply<T> &reply) { detail::pump(std::move(task), reply); });
}

} // namespace coroscope::bridge
