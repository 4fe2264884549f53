// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/readers/nearest.h"
#include "app/window_arguments.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace coroscope;

namespace {

constexpr int kBadUsage = 2;

/// A file opened later would take the place of a stream that was closed, and be written into.
void fillClosedStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDONLY); // takes the lowest number that is free; writing to it fails
}

QtMessageHandler s_before = nullptr;

/// From 6.6 on Qt says on standard error that it takes C.UTF-8 where the locale is none of UTF-8. It does so by itself
/// and nothing here depends on it, while whoever calls a command takes what stands there for its errors.
void withoutLocales(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtWarningMsg || !message.startsWith(QLatin1String("Detected locale \"")))
        s_before(type, context, message);
}

} // namespace

/// Commands run without a window, everything else opens one.
int main(int argc, char *argv[])
{
    // A reader of standard output that goes away is an error to report, not a signal to die of.
    std::signal(SIGPIPE, SIG_IGN);
    fillClosedStreams();
    s_before = qInstallMessageHandler(withoutLocales);
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QFile::decodeName(argv[i]);
        if (QFile::encodeName(arguments.last()) == argv[i])
            continue;
        cli::printError(QCoreApplication::translate("WindowArguments", "the argument %1 is not UTF-8")
                            .arg(formats::quoted(arguments.last())));
        return kBadUsage;
    }
    if (cli::isForCommandLine(arguments))
        return cli::runCommandLine(arguments);
    int status = 0;
    const auto window = cli::windowArguments(arguments, status);
    return window ? runWindow(argc, argv, *window) : status;
}
