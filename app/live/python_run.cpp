// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/python_run.h"

#include "app/live/recorder_package.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace coroscope {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(PythonRun)
};

constexpr auto kSilence = std::chrono::milliseconds(150);

void closeEnd(int &descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
    descriptor = -1;
}

QJsonObject optionsObject(const RecorderOptions &options, int stream, int control)
{
    QJsonObject constants;
    for (const auto &[name, value] : options.constants)
        constants.insert(name, value);
    QJsonArray lines;
    for (const int line : options.blockingLines)
        lines.append(line);
    QJsonObject object{
        {QStringLiteral("fd"), stream},
        {QStringLiteral("control"), control},
        {QStringLiteral("clock"), options.realClock ? QStringLiteral("real") : QStringLiteral("virtual")},
        {QStringLiteral("compute"), options.measuresComputing ? QStringLiteral("measured") : QStringLiteral("free")},
        {QStringLiteral("set"), constants},
        {QStringLiteral("block"), lines}};
    if (options.until)
        object.insert(QStringLiteral("until"), *options.until);
    return object;
}

} // namespace

PythonRun::PythonRun(PythonProgram program, RecorderOptions options, Streams streams, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_options(std::move(options)), m_streams(streams)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(kSilence);
    connect(&m_silence, &QTimer::timeout, this, &PythonRun::end);
    connect(&m_process, &QProcess::finished, this, &PythonRun::exited);
    connect(&m_process, &QProcess::errorOccurred, this, &PythonRun::failedToStart);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { Q_EMIT wrote(m_process.readAllStandardError()); });
}

PythonRun::~PythonRun()
{
    m_process.disconnect(this);
    if (m_state == State::Running) {
        sendSignal(SIGKILL);
        m_process.waitForFinished(); // a killed process ends at once
    }
    closePipes();
}

QString PythonRun::start()
{
    m_interpreter = interpreterOf(m_program);
    if (m_interpreter.isEmpty())
        return m_program.interpreter.isEmpty()
                   ? RunText::tr("no Python was found: there is no python3 on the PATH")
                   : RunText::tr("%1 is no Python interpreter: there is no such program").arg(m_program.interpreter);
    const QString folder = recorderFolder();
    if (folder.isEmpty())
        return RunText::tr(
            "there is no folder to put the recorder in: neither the cache nor the temporary folder can be written to");
    if (!openPipes())
        return RunText::tr("no pipe could be made: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
    m_process.setProcessEnvironment(environment(folder));
    if (!m_program.workingFolder.isEmpty())
        m_process.setWorkingDirectory(m_program.workingFolder);
    if (m_streams != Streams::Captured)
        m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
    if (m_streams == Streams::PassedOn)
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    else
        m_process.setStandardOutputFile(QProcess::nullDevice());
    if (m_streams == Streams::Recorded)
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([this] { prepareChild(); });
    m_state = State::Running;
    m_process.start(m_interpreter, m_program.interpreterArguments());
    m_group = m_process.processId();
    closeEnd(m_stream[1]);
    closeEnd(m_control[0]);
    return {};
}

void PythonRun::stop()
{
    sendSignal(std::exchange(m_stopped, true) ? SIGKILL : SIGINT);
}

void PythonRun::sendSignal(int number)
{
    if (m_state == State::Running && m_group > 0)
        ::kill(-static_cast<pid_t>(m_group), number);
}

void PythonRun::write(const QByteArray &bytes)
{
    m_process.write(bytes);
}

void PythonRun::closeInput()
{
    m_process.closeWriteChannel();
}

void PythonRun::setHeld(bool held)
{
    m_held = held;
    if (m_notifier)
        m_notifier->setEnabled(!held);
    if (held)
        m_silence.stop();
    else if (m_state == State::Exited)
        m_silence.start();
}

QProcessEnvironment PythonRun::environment(const QString &folder) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString path = QStringLiteral("PYTHONPATH");
    const QString start = QDir(folder).filePath(QStringLiteral("coroscope/start"));
    const QString before = environment.value(path);
    environment.insert(path, before.isEmpty() ? start : start + QLatin1Char(':') + before);
    QJsonObject options = optionsObject(m_options, m_stream[1], m_control[0]);
    // Sets of texts have the same order in every run. The recorder takes it away again, so that the program's children
    // know nothing of it.
    const QString seed = QStringLiteral("PYTHONHASHSEED");
    if (!m_options.realClock && !environment.contains(seed)) {
        environment.insert(seed, QStringLiteral("0"));
        options.insert(QStringLiteral("hashseed"), true);
    }
    environment.insert(QStringLiteral("COROSCOPE_RECORDER"),
                       QString::fromUtf8(QJsonDocument(options).toJson(QJsonDocument::Compact)));
    return environment;
}

bool PythonRun::openPipes()
{
    if (::pipe2(m_stream, O_CLOEXEC) != 0 || ::pipe2(m_control, O_CLOEXEC) != 0)
        return false;
    ::fcntl(m_stream[0], F_SETFL, O_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_stream[0], QSocketNotifier::Read);
    m_notifier->setEnabled(!m_held);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PythonRun::readStream);
    return true;
}

void PythonRun::closePipes()
{
    m_notifier.reset();
    for (int *const descriptor : {&m_stream[0], &m_stream[1], &m_control[0], &m_control[1]})
        closeEnd(*descriptor);
}

/// In the child, before the interpreter is there: nothing here may allocate.
void PythonRun::prepareChild()
{
    ::setpgid(0, 0);
    for (const int descriptor : {m_stream[1], m_control[0]})
        ::fcntl(descriptor, F_SETFD, 0);
    std::signal(SIGPIPE, SIG_DFL);
    if (m_streams != Streams::Captured && ::isatty(STDIN_FILENO)) {
        // Who reads from the terminal has to be its foreground group.
        std::signal(SIGTTOU, SIG_IGN);
        ::tcsetpgrp(STDIN_FILENO, ::getpid());
        std::signal(SIGTTOU, SIG_DFL);
    }
}

/// At most so much at once that the window stays alive.
void PythonRun::readStream()
{
    constexpr int kPieces = 16;
    std::array<char, 65536> bytes;
    bool grown = false;
    ssize_t count = 1;
    for (int i = 0; i < kPieces && count > 0; ++i) {
        do
            count = ::read(m_stream[0], bytes.data(), bytes.size());
        while (count < 0 && errno == EINTR);
        if (count <= 0)
            break;
        grown = true;
        if (!m_decoder.push({bytes.data(), static_cast<std::size_t>(count)})) {
            sendSignal(SIGKILL); // nobody reads on, so nobody would notice what it does
            count = 0;
        }
    }
    if (count == 0)
        m_notifier->setEnabled(false);
    if (grown)
        Q_EMIT grew();
    if (m_state == State::Exited)
        count == 0 ? end() : m_silence.start();
}

void PythonRun::exited(int code, QProcess::ExitStatus status)
{
    constexpr int kKilled = 128;
    m_exitStatus = status == QProcess::NormalExit ? code : kKilled + code;
    m_state = State::Exited;
    if (m_decoder.fault())
        end();
    else if (!m_held)
        readStream();
}

void PythonRun::failedToStart(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    m_startFault = RunText::tr("%1 could not be started: %2").arg(m_interpreter, m_process.errorString());
    end();
}

void PythonRun::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_silence.stop();
    closePipes();
    Q_EMIT finished();
}

} // namespace coroscope
