// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/program_session.h"

#include "app/live/python_run.h"
#include "app/live/run_remarks.h"
#include "app/session/live_source.h"
#include "app/session/session.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <csignal>

namespace coroscope {

ProgramSession::ProgramSession(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_files, &ProgramFiles::replaced, this, [this] {
        forgetWhatIsGone();
        Q_EMIT changed();
    });
}

ProgramSession::~ProgramSession() = default;

QString ProgramSession::open(const QString &path)
{
    return openAs(path, {});
}

QString ProgramSession::openAs(const QString &path, const QString &lesson)
{
    PythonProgram program = pythonProgram(path);
    if (const QString sentence = m_files.open(program.mainFile()); !sentence.isEmpty())
        return sentence;
    const ProgramMemory::Way way = m_memory.of(QFileInfo(path).absoluteFilePath());
    program.workingFolder = way.workingFolder.isEmpty() ? QFileInfo(path).absolutePath() : way.workingFolder;
    program.arguments = way.arguments;
    program.interpreter = way.interpreter;
    m_run.reset();
    m_program = std::move(program);
    m_options = {.realClock = way.realClock};
    m_runsOnSave = false;
    m_lesson = lesson;
    m_errors.clear();
    m_session.openProgram(path);
    Q_EMIT opened();
    return {};
}

QString ProgramSession::openCopy(const QString &text, const QString &path, const QString &lesson)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tr("%1: could not be saved: %2").arg(path, file.errorString());
    return openAs(path, lesson);
}

void ProgramSession::leave()
{
    if (!m_program)
        return;
    m_program.reset();
    m_lesson.clear();
    m_run.reset();
    Q_EMIT opened();
}

QString ProgramSession::interpreter() const
{
    return m_program ? interpreterOf(*m_program) : QString();
}

void ProgramSession::setText(int file, const QString &text)
{
    if (text == m_files.text(file))
        return;
    m_files.setText(file, text);
    if (file == 0)
        forgetWhatIsGone();
    Q_EMIT changed();
}

/// Lines have moved, and a constant that is gone cannot have a value.
void ProgramSession::forgetWhatIsGone()
{
    m_options.blockingLines.clear();
    const QList<PythonConstant> known = constantsOf(text());
    m_options.constants.removeIf(
        [&](const auto &set) { return std::ranges::find(known, set.first, &PythonConstant::name) == known.end(); });
}

QString ProgramSession::save()
{
    if (!m_files.edited())
        return {};
    const QString sentence = m_files.save();
    Q_EMIT changed();
    return sentence;
}

QList<PythonConstant> ProgramSession::constants() const
{
    QList<PythonConstant> constants = constantsOf(text());
    for (PythonConstant &constant : constants) {
        for (const auto &[name, value] : m_options.constants)
            if (name == constant.name)
                constant.written = value;
    }
    return constants;
}

bool ProgramSession::setConstant(const QString &name, const QString &value)
{
    const QList<PythonConstant> own = constantsOf(text());
    const auto constant = std::ranges::find(own, name, &PythonConstant::name);
    const auto literal = constant == own.end() ? std::nullopt : literalFor(*constant, value);
    if (!literal)
        return false;
    m_options.constants.removeIf([&](const auto &set) { return set.first == name; });
    if (*literal != constant->written)
        m_options.constants.append({name, *literal});
    Q_EMIT changed();
    return true;
}

QList<int> ProgramSession::linesThatCanBlock() const
{
    static const QRegularExpression sleep(QStringLiteral("^[^#]*\\bawait\\b.*\\bsleep\\b"));
    QList<int> lines;
    int number = 0;
    for (const QStringView line : QStringView(text()).split(QLatin1Char('\n')))
        if (++number; sleep.match(line.toString()).hasMatch())
            lines.append(number);
    return lines;
}

bool ProgramSession::canBlock(int line) const
{
    return linesThatCanBlock().contains(line);
}

void ProgramSession::setBlocks(int line, bool blocks)
{
    m_options.blockingLines.removeAll(line);
    if (blocks)
        m_options.blockingLines.append(line);
    std::ranges::sort(m_options.blockingLines);
    Q_EMIT changed();
}

bool ProgramSession::blocksAll() const
{
    return !m_options.blockingLines.isEmpty() && m_options.blockingLines == linesThatCanBlock();
}

void ProgramSession::setBlocksAll(bool blocks)
{
    m_options.blockingLines = blocks ? linesThatCanBlock() : QList<int>();
    Q_EMIT changed();
}

void ProgramSession::setRealClock(bool real)
{
    m_options.realClock = real;
    remember();
}

void ProgramSession::setWorkingFolder(const QString &path)
{
    m_program->workingFolder = path.isEmpty() ? QFileInfo(m_program->name).absolutePath() : path;
    remember();
}

void ProgramSession::setRunsOnSave(bool runs)
{
    m_runsOnSave = runs;
    Q_EMIT changed();
}

/// For when it is opened again.
void ProgramSession::remember()
{
    const QFileInfo file(m_program->name);
    const bool own = m_program->workingFolder == file.absolutePath();
    m_memory.keep(file.absoluteFilePath(), {.arguments = m_program->arguments,
                                            .workingFolder = own ? QString() : m_program->workingFolder,
                                            .interpreter = m_program->interpreter,
                                            .realClock = m_options.realClock});
    Q_EMIT changed();
}

void ProgramSession::setArguments(const QString &written)
{
    m_program->arguments = QProcess::splitCommand(written);
    remember();
}

QString ProgramSession::arguments() const
{
    QStringList quoted;
    for (const QString &argument : m_program->arguments) {
        const bool plain =
            !argument.isEmpty() && !argument.contains(QLatin1Char(' ')) && !argument.contains(QLatin1Char('"'));
        QString escaped = argument;
        quoted << (plain ? argument
                         : QLatin1Char('"') + escaped.replace(QLatin1Char('"'), QLatin1String("\"\"\""))
                               + QLatin1Char('"'));
    }
    return quoted.join(QLatin1Char(' '));
}

void ProgramSession::setInterpreter(const QString &path)
{
    m_program->interpreter = path;
    remember();
}

QString ProgramSession::run()
{
    if (!m_program)
        return {};
    if (const QString sentence = save(); !sentence.isEmpty())
        return sentence;
    const bool again = m_run != nullptr;
    auto run = std::make_shared<PythonRun>(*m_program, m_options, PythonRun::Streams::Captured);
    m_errors.clear();
    connect(run.get(), &PythonRun::wrote, this, [this](const QByteArray &bytes) {
        constexpr qsizetype kMostErrors = 1 << 20;
        m_errors = (m_errors + bytes).right(kMostErrors);
    });
    connect(run.get(), &PythonRun::grew, this, &ProgramSession::tellRemarks);
    connect(run.get(), &PythonRun::finished, this, &ProgramSession::ended);
    m_told.clear();
    if (const QString sentence = run->start(); !sentence.isEmpty())
        return sentence;
    if (m_run && m_run->running())
        m_run->sendSignal(
            SIGKILL); // it is over for whoever watches; the part that is recorded stays beside the new one
    m_run = run;
    const QString title = runTitle();
    m_session.showRun(title, [run, title] { return recordingOf(run, title); }, again);
    Q_EMIT changed();
    return {};
}

/// The file, and what was changed about it.
QString ProgramSession::runTitle() const
{
    QStringList differences;
    for (const auto &[name, value] : m_options.constants)
        differences << name + QLatin1Char('=') + value;
    if (blocksAll() && m_options.blockingLines.size() > 1) {
        differences << tr("blocking");
    } else {
        for (const int line : m_options.blockingLines)
            differences << tr("line %1 blocks").arg(line);
    }
    if (m_options.realClock)
        differences << tr("real clock");
    const QString title = m_program->title();
    return differences.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, differences.join(QLatin1String(", ")));
}

/// Each once a run, as soon as it is known.
void ProgramSession::tellRemarks()
{
    if (!m_run)
        return;
    const auto clock = m_run->options().realClock ? ClockKind::Real : ClockKind::Virtual;
    for (const QString &sentence : sentencesOf(m_run->remarks(), m_program->title(), clock, RemarkPlace::Window)) {
        if (m_told.contains(sentence))
            continue;
        m_told << sentence;
        Q_EMIT failed(sentence);
    }
}

void ProgramSession::ended()
{
    if (!m_run || !m_run->ended())
        return;
    if (!m_run->startFault().isEmpty())
        Q_EMIT failed(m_run->startFault());
    else if (m_run->streamFault())
        Q_EMIT failed(tr("%1 sent a record that cannot be read; what came before is shown").arg(m_program->title()));
    Q_EMIT changed();
}

void ProgramSession::stop()
{
    if (m_run)
        m_run->stop();
}

bool ProgramSession::running() const
{
    return m_run && m_run->running();
}

std::optional<int> ProgramSession::exitStatus() const
{
    return m_run && m_run->ended() ? std::optional(m_run->exitStatus()) : std::nullopt;
}

void ProgramSession::sendInput(const QString &line)
{
    if (m_run)
        m_run->write(line.toUtf8() + '\n');
}

} // namespace coroscope
