// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/window_arguments.h"

#include <QFile>

#include <csignal>

using namespace coroscope;

/// Commands run without a window, everything else opens one.
int main(int argc, char *argv[])
{
    // A reader of standard output that goes away is an error to report, not a signal to die of.
    std::signal(SIGPIPE, SIG_IGN);
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    if (cli::isForCommandLine(arguments))
        return cli::runCommandLine(arguments);
    int status = 0;
    const auto window = cli::windowArguments(arguments, status);
    return window ? runWindow(argc, argv, *window) : status;
}
