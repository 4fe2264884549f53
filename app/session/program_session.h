// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/live/constants.h"
#include "app/live/program_file.h"
#include "app/live/python_program.h"

#include <memory>
#include <optional>

namespace coroscope {

class PythonRun;
class Session;

/// A Python program on the stage: its source, which may be edited, how it is to be run, and its runs. Opening one runs
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
    /// Reads the file again, as somebody else has written it. A sentence when it cannot be read.
    [[nodiscard]] QString readAgain();
    /// Something else is on the stage now. A program that runs is ended.
    void leave();

    [[nodiscard]] bool active() const { return m_program.has_value(); }
    /// Valid while active().
    [[nodiscard]] const PythonProgram &program() const { return *m_program; }
    [[nodiscard]] const ProgramFile &file() const { return m_file; }
    /// Of whose listing it is a copy that was made here; empty when it is none.
    [[nodiscard]] const QString &lesson() const { return m_lesson; }
    /// The full path of what would run it; empty when there is none.
    [[nodiscard]] QString interpreter() const;

    /// The text in the editor; saved when it runs.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool edited() const { return m_text != m_file.text(); }
    /// A sentence when it could not be saved.
    [[nodiscard]] QString save();

    /// The constants of the text, with the values set here where there are some.
    [[nodiscard]] QList<PythonConstant> constants() const;
    /// False when the value does not fit. The file stays as it is.
    bool setConstant(const QString &name, const QString &value);
    [[nodiscard]] bool blocks(int line) const { return m_options.blockingLines.contains(line); }
    /// This line's `await asyncio.sleep` blocks, or awaits again.
    void toggleBlocking(int line);
    void setRealClock(bool real);
    [[nodiscard]] bool realClock() const { return m_options.realClock; }
    void setArguments(const QString &written);
    [[nodiscard]] QString arguments() const;
    void setInterpreter(const QString &path);

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
    /// Another text, but not by setText().
    void textReplaced();
    /// Somebody else has written the file.
    void changedOnDisk();
    /// One sentence: the interpreter could not be started, the run could not be read or is not recorded, somebody
    /// outside acts.
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString openAs(const QString &path, const QString &lesson);
    [[nodiscard]] QString runTitle() const;
    void ended();
    void tellRemarks();

    Session &m_session;
    ProgramFile m_file;
    std::optional<PythonProgram> m_program;
    RecorderOptions m_options;
    QString m_text;
    QString m_lesson;
    std::shared_ptr<PythonRun> m_run;
    QByteArray m_errors;
    QStringList m_told; ///< sentences about the run
};

} // namespace coroscope
