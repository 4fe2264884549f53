// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace coroscope::cli {

/// Whether a command, --help or --version is asked for: everything but the window. `--lang LANGUAGE` may stand before.
[[nodiscard]] bool isForCommandLine(const QStringList &arguments);
/// The language of the last --lang there is, wherever it stands; else the desktop's.
[[nodiscard]] QString languageAsked(const QStringList &arguments);
/// The commands' names.
[[nodiscard]] QStringList commandNames();

/// Runs `arguments` (without the program's name): `list`, `run ID`, ... Standard output carries the command's output
/// alone, in UTF-8; a failure is one line on standard error. Gives the exit status (failure.h) and never throws. Help
/// and what is wrong with the arguments are in the language of --lang, else in the desktop's. Creates a QGuiApplication
/// (offscreen) only for commands that draw.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

/// "coroscope: SENTENCE" on standard error.
void printError(const QString &sentence);

} // namespace coroscope::cli
