// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace coroscope::cli {

/// What the command line says about itself, for translation: CommandLine::tr("…").
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace coroscope::cli
