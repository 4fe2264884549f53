// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace coroscope {

/// A Python program as one names it to `python3`, and how it is to be run. Naming one runs nothing.
struct PythonProgram {
    enum class Form {
        File,   ///< `python3 FILE`
        Folder, ///< `python3 FOLDER`, which holds a __main__.py
        Module, ///< `python3 -m MODULE`
    };

    Form form = Form::File;
    QString name = {};          ///< path, or the module's dotted name
    QStringList arguments = {}; ///< the program's own
    QString workingFolder = {}; ///< empty: that of this process
    QString interpreter = {};   ///< a path or a name on the PATH; empty: interpreterOf() decides

    /// What the run is called: the file's or folder's name, the module.
    [[nodiscard]] QString title() const;
    /// The file whose text is shown first: the program's own, the folder's __main__.py; empty for a module.
    [[nodiscard]] QString mainFile() const;
    /// What stands behind the interpreter on the command line.
    [[nodiscard]] QStringList interpreterArguments() const;

    friend bool operator==(const PythonProgram &, const PythonProgram &) = default;
};

/// What the recorder is asked to do with the program; see resources/python/coroscope/README.md.
struct RecorderOptions {
    bool realClock = false;
    bool measuresComputing = true;
    QList<QPair<QString, QString>> constants = {}; ///< name and a Python literal; the file stays as it is
    QList<int> blockingLines = {};                 ///< lines whose `await asyncio.sleep` blocks
    std::optional<double> until = {};              ///< seconds; SIGINT then

    friend bool operator==(const RecorderOptions &, const RecorderOptions &) = default;
};

/// Whether a word of the command line, or a file that is opened, is a Python program: a `.py` file, or a folder with a
/// __main__.py. Told by its name; nothing is read.
[[nodiscard]] bool namesPythonProgram(const QString &word);
/// The program of such a word.
[[nodiscard]] PythonProgram pythonProgram(const QString &word);

/// The interpreter that would run it, with its full path: the one that was chosen, else the virtual environment that is
/// active, else one beside the program (.venv, venv), else python3 on the PATH. Empty when there is none. Starts
/// nothing.
[[nodiscard]] QString interpreterOf(const PythonProgram &program);
/// All that are found when none was chosen, in that order, with their full paths.
[[nodiscard]] QStringList interpretersFor(const PythonProgram &program);

} // namespace coroscope
