// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/python_source.h"

#include "app/cli/command_line.h"
#include "app/cli/failure.h"
#include "app/cli/text_application.h"
#include "app/live/constants.h"
#include "app/live/python_run.h"
#include "app/live/run_remarks.h"
#include "app/live/signal_relay.h"
#include "app/readers/nearest.h"
#include "app/readers/stream_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace coroscope::cli {

namespace {

struct PythonText {
    Q_DECLARE_TR_FUNCTIONS(PythonSource)
};

using formats::didYouMean;
using formats::quoted;

/// A program that never ends, ends as well: beyond so many events nobody looks at them.
constexpr EventIndex kMostEvents = 20'000'000;
constexpr double kMaxSeconds = 1e6;

/// The text of the program's main file; empty for a module, whose file only Python finds.
QString sourceOf(const PythonProgram &program)
{
    QFile file(program.mainFile());
    return !program.mainFile().isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                                           : QString();
}

QPair<QString, QString> constantOf(const QList<PythonConstant> &constants, const PythonProgram &program,
                                   const QString &written)
{
    const qsizetype equals = written.indexOf(QLatin1Char('='));
    if (equals < 1)
        throw badUsage(PythonText::tr("--set takes NAME=VALUE, not %1").arg(quoted(written)));
    const QString name = written.left(equals);
    const QString value = written.mid(equals + 1);
    QStringList names;
    for (const PythonConstant &constant : constants) {
        names << constant.name;
        if (constant.name != name)
            continue;
        const auto literal = literalFor(constant, value);
        if (!literal)
            throw badUsage(PythonText::tr("%1 is %2 in %3 and cannot be %4")
                               .arg(name, constant.written, program.title(), quoted(value)));
        return {name, *literal};
    }
    throw badUsage(names.isEmpty()
                       ? PythonText::tr("%1 has no constant %2: it has none").arg(program.title(), quoted(name))
                       : PythonText::tr("%1 has no constant %2; it has %3")
                                 .arg(program.title(), quoted(name), names.join(QLatin1String(", ")))
                             + didYouMean(name, names));
}

RecorderOptions recorderOptions(const Options &options, const PythonProgram &program)
{
    RecorderOptions recorder;
    recorder.realClock = options.value(QStringLiteral("clock")) == QLatin1String("real");
    recorder.measuresComputing = options.value(QStringLiteral("compute")) != QLatin1String("free");
    recorder.until = options.number(QStringLiteral("until"), 0, kMaxSeconds);
    const QList<PythonConstant> constants = constantsOf(sourceOf(program));
    for (const QString &written : options.values(QStringLiteral("set")))
        recorder.constants.append(constantOf(constants, program, written));
    for (const QString &written : options.values(QStringLiteral("block"))) {
        bool isNumber = false;
        const int line = written.toInt(&isNumber);
        if (!isNumber || line < 1)
            throw badUsage(PythonText::tr("--block takes the number of a line, not %1").arg(quoted(written)));
        recorder.blockingLines.append(line);
    }
    return recorder;
}

/// The event loop in which a program runs, and everything that has to be put back afterwards.
class Foreground {
public:
    Foreground(const Options &options, PythonProgram program, PythonRun::Streams streams)
        : m_run(std::move(program), recorderOptions(options, program), streams)
    {
        QObject::connect(&m_relay, &SignalRelay::caught, &m_run, [this](int number) { m_run.sendSignal(number); });
        QObject::connect(&m_run, &PythonRun::grew, &m_run, [this] { limit(); });
        QObject::connect(&m_run, &PythonRun::finished, &m_run, [] { QCoreApplication::quit(); });
    }
    ~Foreground()
    {
        if (!::isatty(STDIN_FILENO))
            return;
        // The terminal is ours again; a background process that says so would be stopped for it.
        const auto before = std::signal(SIGTTOU, SIG_IGN);
        ::tcsetpgrp(STDIN_FILENO, ::getpgrp());
        std::signal(SIGTTOU, before);
    }
    Foreground(const Foreground &) = delete;
    Foreground &operator=(const Foreground &) = delete;

    const PythonRun &run()
    {
        if (const QString sentence = m_run.start(); !sentence.isEmpty())
            throw Failure{Status::Unreadable, sentence};
        QCoreApplication::exec();
        if (!m_run.startFault().isEmpty())
            throw Failure{Status::Unreadable, m_run.startFault()};
        if (m_tooLong)
            throw Failure{Status::Unreadable,
                          PythonText::tr("%1: was ended after %2 events; --until SECONDS ends it earlier")
                              .arg(m_run.program().title())
                              .arg(kMostEvents)};
        return m_run;
    }

private:
    void limit()
    {
        if (m_tooLong || m_run.trace().size() <= kMostEvents)
            return;
        m_tooLong = true;
        m_run.sendSignal(SIGKILL);
    }

    SignalRelay m_relay;
    PythonRun m_run;
    bool m_tooLong = false;
};

} // namespace

QList<OptionForm> pythonOptions()
{
    return {
        {QStringLiteral("until"), QStringLiteral("SECONDS"), PythonText::tr("interrupts the run at this instant"), {}},
        {QStringLiteral("clock"),
         QStringLiteral("CLOCK"),
         PythonText::tr("virtual (default): waiting takes no time; or real: it takes its time"),
         {QStringLiteral("virtual"), QStringLiteral("real")}},
        {QStringLiteral("compute"),
         QStringLiteral("HOW"),
         PythonText::tr("of a Python program: computing takes the time measured (default), or is free"),
         {QStringLiteral("measured"), QStringLiteral("free")}},
        {QStringLiteral("block"),
         QStringLiteral("LINE"),
         PythonText::tr("of a Python program: this line's await asyncio.sleep blocks; can be repeated"),
         {}},
        {QStringLiteral("python"), QStringLiteral("PATH"), PythonText::tr("the interpreter of a Python program"), {}}};
}

std::optional<PythonProgram> namedProgram(const Options &options)
{
    const QString &word = options.argument();
    const bool isModule = !options.module().isEmpty();
    if (!isModule && !namesPythonProgram(word)) {
        for (const char *const option : {"compute", "block", "python"})
            if (options.has(QLatin1String(option)))
                throw badUsage(
                    PythonText::tr("--%1 is for Python programs; %2 is none").arg(QLatin1String(option), quoted(word)));
        if (options.programArguments())
            throw badUsage(
                PythonText::tr("what stands behind -- is for Python programs; %1 is none").arg(quoted(word)));
        return std::nullopt;
    }
    PythonProgram program =
        isModule ? PythonProgram{.form = PythonProgram::Form::Module, .name = options.module()} : pythonProgram(word);
    if (!isModule && !QFileInfo::exists(word))
        throw Failure{Status::Unreadable, word + QStringLiteral(": ") + PythonText::tr("no such file")};
    program.arguments = options.programArguments().value_or(QStringList());
    program.interpreter = options.value(QStringLiteral("python"));
    return program;
}

Source runProgram(const Options &options, const PythonProgram &program)
{
    const LoopIfNone loop;
    Foreground foreground(options, program, PythonRun::Streams::Recorded);
    const PythonRun &run = foreground.run();
    if (run.streamFault())
        printError(program.title() + QStringLiteral(": ") + formats::sentenceOf(*run.streamFault()));
    const auto clock = run.options().realClock ? ClockKind::Real : ClockKind::Virtual;
    for (const QString &sentence : sentencesOf(run.remarks(), program.title(), clock, RemarkPlace::CommandLine))
        printError(sentence);
    SavedRunInfo info{.dialect = Dialect::Lesson, .name = program.title().toStdString()};
    return {.content = formats::SavedRun{info, run.sharedTrace()},
            .info = info,
            .title = program.title(),
            .file = {},
            .programStatus = run.exitStatus()};
}

int passProgram(const Options &options, const PythonProgram &program)
{
    const LoopIfNone loop;
    Foreground foreground(options, program, PythonRun::Streams::PassedOn);
    return foreground.run().exitStatus();
}

} // namespace coroscope::cli
