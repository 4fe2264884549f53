// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>

#include "app/live/python_program.h"
#include "core/record/stream_decoder.h"

#include <memory>
#include <optional>

class QSocketNotifier;

namespace coroscope {

/// A Python program that runs under the recorder, in a process group of its own, and the trace it fills meanwhile.
///
///     PythonRun run(pythonProgram("prog.py"), {}, PythonRun::Streams::Captured);
///     connect(&run, &PythonRun::grew, ...);
///     run.start();
///
/// When the program ends by itself its children live on, as under plain python3. Destroying a run that has not ended
/// ends the whole group; so does the end of this process, whatever it dies of (the recorder holds the end of a pipe).
/// Main thread.
class PythonRun : public QObject {
    Q_OBJECT

public:
    /// Where the program's own input and output go.
    enum class Streams {
        PassedOn, ///< all three are those of this process
        Recorded, ///< standard output is only in the trace; the other two are those of this process
        Captured, ///< input is write(); standard output is only in the trace, standard error is wrote()
    };

    PythonRun(PythonProgram program, RecorderOptions options, Streams streams, QObject *parent = nullptr);
    ~PythonRun() override;

    /// Starts the interpreter; what happens then is told by the signals. A sentence when it could not even be tried: no
    /// interpreter, no room for the recorder; else empty.
    [[nodiscard]] QString start();
    /// Ctrl-C: SIGINT to the program's group. The second time kills it.
    void stop();
    /// Passes a signal on to the program's group.
    void sendSignal(int number);
    /// Input of a program whose streams are captured.
    void write(const QByteArray &bytes);
    void closeInput();

    /// While it is held the trace does not grow and, on the virtual clock, the program waits when the pipe is full.
    void setHeld(bool held);

    [[nodiscard]] const PythonProgram &program() const { return m_program; }
    [[nodiscard]] const RecorderOptions &options() const { return m_options; }
    /// The full path of the interpreter that was started.
    [[nodiscard]] const QString &interpreter() const { return m_interpreter; }
    /// Grows while the program runs; stays alive after the run.
    [[nodiscard]] const Trace &trace() const { return *m_trace; }
    [[nodiscard]] std::shared_ptr<Trace> sharedTrace() const { return m_trace; }
    /// What is wrong with what the program sent; then its group has been ended. What came before stands in the trace.
    [[nodiscard]] const std::optional<StreamFault> &streamFault() const { return m_decoder.fault(); }
    /// What the recorder has said of the program so far.
    [[nodiscard]] const StreamRemarks &remarks() const { return m_decoder.remarks(); }
    [[nodiscard]] bool running() const { return m_state == State::Running; }
    [[nodiscard]] bool ended() const { return m_state == State::Ended; }
    /// The program's exit status as a shell tells it: killed by a signal, 128 + it. Valid when ended().
    [[nodiscard]] int exitStatus() const { return m_exitStatus; }
    /// Why the interpreter could not be started, in one sentence; empty when it could.
    [[nodiscard]] const QString &startFault() const { return m_startFault; }

Q_SIGNALS:
    /// The trace has grown.
    void grew();
    /// The program wrote to standard error.
    void wrote(const QByteArray &bytes);
    /// It is over, and the trace is complete.
    void finished();

private:
    enum class State { Idle, Running, Exited /**< what it sent is still being read */, Ended };

    [[nodiscard]] QProcessEnvironment environment(const QString &folder) const;
    [[nodiscard]] bool openPipes();
    void closePipes();
    void prepareChild();
    void readStream();
    void exited(int code, QProcess::ExitStatus status);
    void failedToStart(QProcess::ProcessError error);
    void end();

    PythonProgram m_program;
    RecorderOptions m_options;
    Streams m_streams;
    QString m_interpreter;
    QString m_startFault;
    std::shared_ptr<Trace> m_trace = std::make_shared<Trace>();
    StreamDecoder m_decoder{*m_trace};
    QProcess m_process;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_silence;            ///< after the program's end: a child of its may hold the pipe open for ever
    int m_stream[2] = {-1, -1};  ///< the trace: we read [0]
    int m_control[2] = {-1, -1}; ///< never written to: its end says that we are gone
    qint64 m_group = 0;
    State m_state = State::Idle;
    int m_exitStatus = 0;
    bool m_stopped = false;
    bool m_held = false;
};

} // namespace coroscope
