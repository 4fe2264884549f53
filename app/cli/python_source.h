// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/source.h"
#include "app/live/python_program.h"

namespace coroscope::cli {

/// The options that are for Python programs: --compute, --python, --block; and what lessons have too: --until, --clock.
[[nodiscard]] QList<OptionForm> pythonOptions();

/// The Python program that the arguments name, if they name one: a .py, a folder with a __main__.py, -m MODULE; and
/// what stands behind `--`. Throws Failure when something is for Python programs and there is none, and for a file that
/// is not there.
[[nodiscard]] std::optional<PythonProgram> namedProgram(const Options &options);

/// Runs the program under the recorder, to its end. Its input and standard error are ours. SIGINT and SIGTERM are
/// passed on to its group. Throws Failure when it cannot be started, when an option does not fit, and when it neither
/// ends nor leaves room.
[[nodiscard]] Source runProgram(const Options &options, const PythonProgram &program);

/// The same, with standard output ours as well and nothing of our own said; the program's exit status.
[[nodiscard]] int passProgram(const Options &options, const PythonProgram &program);

} // namespace coroscope::cli
