// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/live/constants.h"
#include "app/live/program_files.h"
#include "app/live/python_program.h"
#include "app/session/program_memory.h"

#include <memory>
#include <optional>

namespace coroscope {

class PythonRun;
class Session;

/// A Python program on the stage: its files, which may be edited, how it is to be run, and its runs. Opening one runs
/// nothing; run() does, and what it does is played while it does it, beside the run before.
///
///     programs.open("crawler.py");        // the source is shown
///     programs.setConstant("LIMIT", "2");
///     programs.run();                     // saves, starts the interpreter, plays
///     programs.stop();                    // Ctrl-C; again: ends its whole group
class ProgramSession : public QObject {
    Q_OBJECT

public:
    explicit ProgramSession(Session &session, QObject *parent = nullptr);
    ~ProgramSession() override;

    /// A sentence when it cannot be read; then what was on the stage stays.
    [[nodiscard]] QString open(const QString &path);
    /// Writes a text, such as a lesson's listing that is to be changed, to a file the user has chosen, and opens that.
    /// `lesson` is the one whose listing it is.
    [[nodiscard]] QString openCopy(const QString &text, const QString &path, const QString &lesson = {});
    /// Something else is on the stage now. A program that runs is ended.
    void leave();

    [[nodiscard]] bool active() const { return m_program.has_value(); }
    /// Valid while active().
    [[nodiscard]] const PythonProgram &program() const { return *m_program; }
    /// Of whose listing it is a copy that was made here; empty when it is none.
    [[nodiscard]] const QString &lesson() const { return m_lesson; }
    /// The program's own file, and others that are edited with it.
    [[nodiscard]] ProgramFiles &files() { return m_files; }
    [[nodiscard]] const ProgramFiles &files() const { return m_files; }
    /// The full path of what would run it; empty when there is none.
    [[nodiscard]] QString interpreter() const;

    /// The text of a file in the editor; saved when it runs.
    void setText(int file, const QString &text);
    [[nodiscard]] const QString &text() const { return m_files.text(0); }
    /// All files. A sentence when one could not be saved.
    [[nodiscard]] QString save();

    /// The constants of the text, with the values set here where there are some.
    [[nodiscard]] QList<PythonConstant> constants() const;
    /// False when the value does not fit. The file stays as it is.
    bool setConstant(const QString &name, const QString &value);

    // Lines of the program's own file that block instead of awaiting.

    /// The line has an `await asyncio.sleep`.
    [[nodiscard]] bool canBlock(int line) const;
    [[nodiscard]] bool blocks(int line) const { return m_options.blockingLines.contains(line); }
    void setBlocks(int line, bool blocks);
    /// All lines that can.
    [[nodiscard]] bool blocksAll() const;
    void setBlocksAll(bool blocks);

    // How it is run: remembered for each program.

    void setRealClock(bool real);
    [[nodiscard]] bool realClock() const { return m_options.realClock; }
    /// As in a shell.
    void setArguments(const QString &written);
    [[nodiscard]] QString arguments() const;
    /// Empty: the program's own folder.
    void setWorkingFolder(const QString &path);
    /// Empty: found when it runs.
    void setInterpreter(const QString &path);
    [[nodiscard]] ProgramMemory &memory() { return m_memory; }
    [[nodiscard]] const ProgramMemory &memory() const { return m_memory; }
    /// A file of it that is saved elsewhere is run at once: until another program is opened.
    void setRunsOnSave(bool runs);
    [[nodiscard]] bool runsOnSave() const { return m_runsOnSave; }

    /// Saves, ends a run that still goes on, and starts the next. A sentence when that cannot be.
    [[nodiscard]] QString run();
    void stop();
    [[nodiscard]] bool running() const;
    /// Of the run that is over last; none before.
    [[nodiscard]] std::optional<int> exitStatus() const;
    /// What the last run wrote to standard error.
    [[nodiscard]] const QByteArray &errors() const { return m_errors; }
    void sendInput(const QString &line);

Q_SIGNALS:
    /// Another program, or none.
    void opened();
    /// Running or not, edited or not, other values.
    void changed();
    /// One sentence: the interpreter could not be started, the run could not be read or is not recorded, somebody
    /// outside acts.
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString openAs(const QString &path, const QString &lesson);
    [[nodiscard]] QString runTitle() const;
    [[nodiscard]] QList<int> linesThatCanBlock() const;
    void forgetWhatIsGone();
    void remember();
    void ended();
    void tellRemarks();

    Session &m_session;
    ProgramFiles m_files;
    ProgramMemory m_memory;
    std::optional<PythonProgram> m_program;
    RecorderOptions m_options;
    QString m_lesson;
    bool m_runsOnSave = false;
    std::shared_ptr<PythonRun> m_run;
    QByteArray m_errors;
    QStringList m_told; ///< sentences about the run
};

} // namespace coroscope
