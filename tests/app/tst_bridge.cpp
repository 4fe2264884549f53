// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks of the core await Qt, and coroutines of QCoro await tasks of the core.

#include <QTest>

#include <QHostAddress>
#include <QPointer>
#include <QProcess>
#include <QPromise>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <QCoroTimer>

#include "app/bridge/await_core.h"
#include "app/bridge/await_qt.h"
#include "app/real/host.h"
#include "app/real/real_outside.h"
#include "app/real/wall_clock.h"
#include "core/loop/run.h"
#include "core/sync/sleep.h"
#include "core/sync/wait.h"

#include <thread>

using namespace coroscope;
using namespace coroscope::bridge;

namespace {

constexpr int kPatience = 20'000;

using Said = std::vector<std::string>;
using Body = Coro<void> (*)(EventLoop &, Said *);

Coro<void> mainOf(World &world, Body body, Said *said)
{
    co_await world.loop().runUntilComplete(body(world.loop(), said));
}

/// A run in this thread, on the wall clock.
struct Guest {
    explicit Guest(Body body)
        : outside(std::make_shared<RealOutside>(clock)),
          run(std::make_unique<Run>([this, body](World &world) { return mainOf(world, body, &said); },
                                    RunOptions{.clock = clock, .outside = outside})),
          host(std::make_unique<Host>(*run, *clock))
    {
        host->start([this] { finished = true; });
    }
    /// To its end; what it has said, in one line.
    QString text()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(finished, kPatience); }();
        QString all;
        for (const std::string &each : said)
            all += (all.isEmpty() ? QString() : QStringLiteral(" | ")) + QString::fromStdString(each);
        return all;
    }

    Said said;
    bool finished = false;
    std::shared_ptr<WallClock> clock = std::make_shared<WallClock>();
    std::shared_ptr<RealOutside> outside;
    std::unique_ptr<Run> run;
    std::unique_ptr<Host> host;
};

std::string errorOf(std::exception_ptr error)
{
    const std::string text = errorText(error);
    return text.substr(0, text.find(':'));
}

Coro<void> awaitTimer(EventLoop &loop, Said *said)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(5);
    co_await timeout(loop, timer);
    said->push_back("timer");
    QObject sender;
    sender.setObjectName(QStringLiteral("before"));
    QTimer::singleShot(1, &sender, [&sender] { sender.setObjectName(QStringLiteral("after")); });
    const QString name = co_await emittedValue<QString>(loop, sender, &QObject::objectNameChanged);
    said->push_back(name.toStdString());
}

Coro<void> awaitProcess(EventLoop &loop, Said *said)
{
    QProcess process;
    const QStringList arguments{QStringLiteral("-c"), QStringLiteral("echo one; printf two; exit 3")};
    process.start(QStringLiteral("/bin/sh"), arguments);
    co_await started(loop, process);
    for (;;) {
        const QByteArray line = co_await readLine(loop, process);
        if (line.isEmpty())
            break;
        said->push_back(line.trimmed().toStdString());
    }
    const int code = co_await finished(loop, process);
    said->push_back(std::to_string(code));
}

Coro<void> missingProcess(EventLoop &loop, Said *said)
{
    QProcess process;
    process.start(QStringLiteral("/no/such/program"), QStringList());
    try {
        co_await started(loop, process);
    } catch (const OSError &error) {
        said->push_back(std::string(error.typeName()));
    }
    try {
        co_await finished(loop, process);
    } catch (const OSError &error) {
        said->push_back(std::string(error.typeName()));
    }
}

Coro<void> refusedConnection(EventLoop &loop, Said *said)
{
    quint16 port = 0;
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port = server.serverPort();
    }
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    try {
        co_await connected(loop, socket);
    } catch (const OSError &error) {
        said->push_back(std::string(error.typeName()));
    }
}

Coro<void> serveOne(EventLoop &loop, QTcpServer *server)
{
    QTcpSocket *const socket = co_await nextConnection(loop, *server);
    for (;;) {
        const QByteArray line = co_await readLine(loop, *socket);
        if (line.isEmpty())
            break;
        socket->write(line.toUpper());
    }
}

Coro<void> talkOverSockets(EventLoop &loop, Said *said)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    const Task<void> serving = loop.createTask(serveOne(loop, &server));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    co_await connected(loop, socket);
    socket.write("par"); // a line in two pieces is one line
    socket.flush();
    co_await sleep(2ms);
    socket.write("tial\nwhole\n");
    const QByteArray first = co_await readLine(loop, socket);
    const QByteArray second = co_await readLine(loop, socket);
    said->push_back(first.trimmed().toStdString());
    said->push_back(second.trimmed().toStdString());
    socket.disconnectFromHost();
    co_await serving;
    said->push_back("served");
}

QPointer<QProcess> keptProcess;

Coro<int> awaitLongProcess(EventLoop &loop)
{
    QProcess *const process = keptProcess;
    co_await started(loop, *process);
    const int code = co_await finished(loop, *process);
    co_return code;
}

Coro<void> cancelProcess(EventLoop &loop, Said *said)
{
    QProcess process;
    keptProcess = &process;
    process.start(QStringLiteral("/bin/sleep"), QStringList(QStringLiteral("1000")));
    co_await started(loop, process);
    const Task<int> waiting = loop.createTask(awaitLongProcess(loop));
    co_await sleep(1ms);
    waiting.cancel();
    try {
        co_await waiting;
    } catch (const CancelledError &) {
        said->push_back("cancelled");
    }
    const int code = co_await finished(loop, process); // it was killed, else nobody would end it
    said->push_back(std::to_string(code));
}

Coro<void> deleteTimer(EventLoop &loop, Said *said)
{
    auto timer = std::make_unique<QTimer>();
    timer->start(3'600'000);
    QTimer::singleShot(1, [&timer] { timer.reset(); });
    try {
        co_await timeout(loop, *timer);
    } catch (const RuntimeError &error) {
        said->push_back(error.text());
    }
}

QTimer *keptTimer = nullptr;

Coro<void> awaitKeptTimer(EventLoop &loop, Said *said)
{
    co_await timeout(loop, *keptTimer);
    said->push_back("never");
}

Coro<void> awaitQFuture(EventLoop &loop, Said *said)
{
    QPromise<int> promise;
    promise.start();
    std::thread thread([&promise] {
        promise.addResult(42);
        promise.finish();
    });
    const int value = co_await resultOf(loop, promise.future());
    thread.join();
    said->push_back(std::to_string(value));
    QPromise<int> broken;
    broken.start();
    broken.setException(std::make_exception_ptr(ValueError("broken")));
    broken.finish();
    try {
        co_await resultOf(loop, broken.future());
    } catch (...) {
        said->push_back(errorOf(std::current_exception()));
    }
}

QCoro::Task<int> qcoroValue(bool fails)
{
    const bool throws = fails;
    QTimer timer;
    timer.start(1);
    co_await timer;
    if (throws)
        throw ValueError("from QCoro");
    co_return 7;
}

Coro<void> awaitQCoro(EventLoop &loop, Said *said)
{
    const int value = co_await resultOf(loop, qcoroValue(false));
    said->push_back(std::to_string(value));
    try {
        co_await resultOf(loop, qcoroValue(true));
    } catch (...) {
        said->push_back(errorText(std::current_exception()));
    }
}

Coro<std::string> coreValue(bool fails)
{
    co_await sleep(1ms);
    if (fails)
        throw ValueError("from the core");
    co_return "value";
}

QCoro::Task<> askCore(EventLoop &loop, Said *said)
{
    Said *const answers = said;
    EventLoop &asked = loop;
    const std::string value = co_await toQCoro(asked, coreValue(false));
    answers->push_back(value);
    try {
        co_await toQCoro(asked, coreValue(true));
    } catch (...) {
        answers->push_back(errorText(std::current_exception()));
    }
}

Coro<void> awaitItself(EventLoop &loop, Said *said)
{
    co_await resultOf(loop, askCore(loop, said));
    said->push_back("back");
}

Coro<void> sleepLong(EventLoop & /*loop*/, Said * /*said*/)
{
    co_await sleep(1h);
}

Coro<void> coreLong()
{
    co_await sleep(1h);
}

QCoro::Task<> askForEver(EventLoop &loop, Said *said)
{
    Said *const answers = said;
    try {
        co_await toQCoro(loop, coreLong());
    } catch (...) {
        answers->push_back(errorText(std::current_exception()));
    }
}

} // namespace

class BridgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTimerAndASignal() { QCOMPARE(Guest(awaitTimer).text(), QStringLiteral("timer | after")); }
    void aProcessLineByLine() { QCOMPARE(Guest(awaitProcess).text(), QStringLiteral("one | two | 3")); }
    void aProcessThatIsNotThereSaysSoAtOnce()
    {
        QCOMPARE(Guest(missingProcess).text(), QStringLiteral("FileNotFoundError | FileNotFoundError"));
    }
    void aRefusedConnectionSaysSoAtOnce()
    {
        QCOMPARE(Guest(refusedConnection).text(), QStringLiteral("ConnectionRefusedError"));
    }
    void linesOverSockets() { QCOMPARE(Guest(talkOverSockets).text(), QStringLiteral("PARTIAL | WHOLE | served")); }
    void cancellingKillsTheProcess() { QCOMPARE(Guest(cancelProcess).text(), QStringLiteral("cancelled | -9")); }
    void whatIsDestroyedMeanwhileIsAnError()
    {
        QCOMPARE(Guest(deleteTimer).text(), QStringLiteral("what was awaited has been destroyed"));
    }
    void resultsOfOtherThreads() { QCOMPARE(Guest(awaitQFuture).text(), QStringLiteral("42 | ValueError")); }
    void coroutinesOfQCoro() { QCOMPARE(Guest(awaitQCoro).text(), QStringLiteral("7 | ValueError: from QCoro")); }
    void coroutinesOfTheCore()
    {
        QCOMPARE(Guest(awaitItself).text(), QStringLiteral("value | ValueError: from the core | back"));
    }

    void nothingComesBackToARunThatIsGone()
    {
        QTimer timer;
        keptTimer = &timer;
        timer.start(3'600'000);
        {
            Guest guest(awaitKeptTimer);
            QTRY_VERIFY_WITH_TIMEOUT(guest.run->trace().size() > 3, kPatience);
            guest.host.reset();
            guest.run.reset();
            QVERIFY(guest.said.empty());
        }
        QVERIFY(!timer.isActive()); // it was awaited, so it has been given up
        timer.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(timer.remainingTime() <= 0, kPatience);
        QCoreApplication::processEvents();
    }

    void whoAwaitsARunThatGoesIsTold()
    {
        Said answers;
        {
            Guest guest(sleepLong);
            QTRY_VERIFY_WITH_TIMEOUT(guest.run->trace().size() > 3, kPatience);
            askForEver(guest.run->world().loop(), &answers);
            QCoreApplication::processEvents();
            guest.host.reset();
            guest.run.reset();
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t(1), kPatience);
        QCOMPARE(answers.front(), std::string("RuntimeError: the run is gone"));
    }
};

QTEST_GUILESS_MAIN(BridgeTest)
#include "tst_bridge.moc"
