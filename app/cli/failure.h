// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope::cli {

/// The exit statuses of the program; there are no others, but for those of a Python program whose output is passed on.
enum class Status : int {
    Done = 0,
    Uncaught = 1,   ///< the run itself ended with an uncaught exception
    BadUsage = 2,   ///< unknown command, lesson or parameter, value out of range
    Unreadable = 3, ///< a file cannot be read, is malformed or too large
    Unwritable = 4, ///< a file cannot be written
};

/// Why a command gives up: one sentence for standard error. Thrown within the command line, never out of it.
struct Failure {
    Status status;
    QString sentence;
};

[[nodiscard]] inline Failure badUsage(QString sentence)
{
    return {Status::BadUsage, std::move(sentence)};
}

} // namespace coroscope::cli
