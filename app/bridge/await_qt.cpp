// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bridge/await_qt.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <csignal>

namespace coroscope::bridge {

namespace {

const char *kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return "ConnectionRefusedError";
    case QAbstractSocket::RemoteHostClosedError: return "ConnectionResetError";
    case QAbstractSocket::SocketTimeoutError: return "TimeoutError";
    default: return "OSError";
    }
}

/// A process that cannot be started says so, once; one that was not asked to has said it before.
template <class T>
void failsToStart(const Reply<T> &reply, QProcess &process)
{
    const auto fail = [reply, &process] { reply.error("FileNotFoundError", process.errorString()); };
    if (process.state() == QProcess::NotRunning && process.error() == QProcess::FailedToStart)
        fail();
    reply.on(process, &QProcess::errorOccurred, [fail](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail();
    });
}

/// Nothing more will come.
bool atEnd(const QIODevice &device)
{
    if (const auto *socket = qobject_cast<const QAbstractSocket *>(&device))
        return socket->state() == QAbstractSocket::UnconnectedState;
    if (const auto *process = qobject_cast<const QProcess *>(&device))
        return process->state() == QProcess::NotRunning;
    return !device.isOpen();
}

} // namespace

Future<void> timeout(EventLoop &loop, QTimer &timer)
{
    return operation<void>(loop, [&](const Reply<void> &reply) {
        reply.on(timer, &QTimer::timeout, [reply] { reply.result(); });
        reply.needs(timer);
        reply.whenGivenUp([timer = QPointer(&timer)] {
            if (timer)
                timer->stop();
        });
    });
}

Future<void> started(EventLoop &loop, QProcess &process)
{
    return operation<void>(loop, [&](const Reply<void> &reply) {
        if (process.state() == QProcess::Running)
            return reply.result();
        failsToStart(reply, process);
        reply.on(process, &QProcess::started, [reply] { reply.result(); });
        reply.needs(process);
    });
}

Future<int> finished(EventLoop &loop, QProcess &process)
{
    return operation<int>(loop, [&](const Reply<int> &reply) {
        const auto end = [reply](int code, QProcess::ExitStatus status) {
            reply.result(status == QProcess::NormalExit ? code : -SIGKILL);
        };
        failsToStart(reply, process);
        if (process.state() == QProcess::NotRunning && process.error() != QProcess::FailedToStart)
            return end(process.exitCode(), process.exitStatus());
        reply.on(process, &QProcess::finished, end);
        reply.needs(process);
        reply.whenGivenUp([process = QPointer(&process)] {
            if (process)
                process->kill();
        });
    });
}

Future<void> connected(EventLoop &loop, QTcpSocket &socket)
{
    return operation<void>(loop, [&](const Reply<void> &reply) {
        if (socket.state() == QAbstractSocket::ConnectedState)
            return reply.result();
        const auto fail = [reply, &socket](QAbstractSocket::SocketError error) {
            reply.error(kindOf(error), socket.errorString());
        };
        if (socket.state() == QAbstractSocket::UnconnectedState)
            return fail(socket.error());
        reply.on(socket, &QAbstractSocket::connected, [reply] { reply.result(); });
        reply.on(socket, &QAbstractSocket::errorOccurred, fail);
        reply.needs(socket);
        reply.whenGivenUp([socket = QPointer(&socket)] {
            if (socket)
                socket->abort();
        });
    });
}

Future<QTcpSocket *> nextConnection(EventLoop &loop, QTcpServer &server)
{
    return operation<QTcpSocket *>(loop, [&](const Reply<QTcpSocket *> &reply) {
        if (!server.hasPendingConnections() && !server.isListening())
            return reply.error("OSError", QStringLiteral("the server does not listen"));
        const auto take = [reply, &server] { reply.result(server.nextPendingConnection()); };
        if (server.hasPendingConnections())
            return take();
        reply.on(server, &QTcpServer::newConnection, take);
        reply.on(server, &QTcpServer::acceptError, [reply, &server](QAbstractSocket::SocketError error) {
            reply.error(kindOf(error), server.errorString());
        });
        reply.needs(server);
    });
}

Future<QByteArray> readLine(EventLoop &loop, QIODevice &device)
{
    return operation<QByteArray>(loop, [&](const Reply<QByteArray> &reply) {
        const auto look = [reply, &device] {
            if (device.canReadLine() || atEnd(device))
                reply.result(device.readLine());
        };
        reply.on(device, &QIODevice::readyRead, look);
        reply.on(device, &QIODevice::readChannelFinished, look);
        reply.needs(device);
        look();
        if (auto *socket = qobject_cast<QAbstractSocket *>(&device))
            reply.on(*socket, &QAbstractSocket::disconnected, look);
        if (auto *process = qobject_cast<QProcess *>(&device))
            reply.on(*process, &QProcess::finished, look);
    });
}

} // namespace coroscope::bridge
