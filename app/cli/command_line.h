// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace coroscope::cli {

/// Whether the first argument asks for a command, --help or --version: everything but the window.
[[nodiscard]] bool isCommand(const QString &word);
/// The commands' names.
[[nodiscard]] QStringList commandNames();

/// Runs `arguments` (without the program's name): `list`, `run ID`, ... Standard output carries the command's output
/// alone, in UTF-8; a failure is one line on standard error. Gives the exit status (failure.h) and never throws.
/// Creates a QGuiApplication (offscreen) only for commands that draw.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

/// "coroscope: SENTENCE" on standard error.
void printError(const QString &sentence);

} // namespace coroscope::cli
