// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/python_program.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace coroscope {

namespace {

const QLatin1String kMain("__main__.py");

bool isFolderProgram(const QFileInfo &info)
{
    return info.isDir() && QFileInfo(QDir(info.filePath()).filePath(kMain)).isFile();
}

/// The folder in which a virtual environment of the program would stand.
QString folderOf(const PythonProgram &program)
{
    switch (program.form) {
    case PythonProgram::Form::File: return QFileInfo(program.name).absolutePath();
    case PythonProgram::Form::Folder: return QFileInfo(program.name).absoluteFilePath();
    case PythonProgram::Form::Module: break;
    }
    return program.workingFolder.isEmpty() ? QDir::currentPath() : program.workingFolder;
}

QString executableIn(const QString &environment)
{
    const QFileInfo python(QDir(environment).filePath(QStringLiteral("bin/python3")));
    return python.isFile() && python.isExecutable() ? python.absoluteFilePath() : QString();
}

} // namespace

QString PythonProgram::title() const
{
    // A trailing slash would leave nothing of a folder's name.
    return form == Form::Module ? name : QFileInfo(QDir::cleanPath(name)).fileName();
}

QString PythonProgram::mainFile() const
{
    switch (form) {
    case Form::File: return name;
    case Form::Folder: return QDir(name).filePath(kMain);
    case Form::Module: break;
    }
    return {};
}

QStringList PythonProgram::interpreterArguments() const
{
    return (form == Form::Module ? QStringList{QStringLiteral("-m"), name} : QStringList{name}) + arguments;
}

bool namesPythonProgram(const QString &word)
{
    const QFileInfo info(word);
    return word.endsWith(QLatin1String(".py")) ? !info.isDir() : isFolderProgram(info);
}

PythonProgram pythonProgram(const QString &word)
{
    return {.form = QFileInfo(word).isDir() ? PythonProgram::Form::Folder : PythonProgram::Form::File, .name = word};
}

QStringList interpretersFor(const PythonProgram &program)
{
    const QDir folder(folderOf(program));
    QStringList found;
    for (const QString &environment : {qEnvironmentVariable("VIRTUAL_ENV"), folder.filePath(QStringLiteral(".venv")),
                                       folder.filePath(QStringLiteral("venv"))})
        if (const QString python = environment.isEmpty() ? QString() : executableIn(environment);
            !python.isEmpty() && !found.contains(python))
            found.append(python);
    if (const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        !python.isEmpty() && !found.contains(python))
        found.append(python);
    return found;
}

QString interpreterOf(const PythonProgram &program)
{
    if (program.interpreter.isEmpty())
        return interpretersFor(program).value(0);
    const QFileInfo chosen(program.interpreter);
    if (program.interpreter.contains(QLatin1Char('/')))
        return chosen.isFile() && chosen.isExecutable() ? chosen.absoluteFilePath() : QString();
    return QStandardPaths::findExecutable(program.interpreter);
}

} // namespace coroscope
