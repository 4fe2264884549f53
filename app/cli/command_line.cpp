// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/words.h"
#include "app/readers/nearest.h"
#include "core/version.h"


#include <cstdio>
#include <new>

namespace coroscope::cli {

namespace {

std::vector<Command> commands()
{
    return {listCommand(), runCommand(), replayCommand(), tableCommand(), statsCommand(), explainCommand(), exportCommand(), convertCommand()};
}

QString generalHelp()
{
    QString text = CommandLine::tr("Coroscope shows who holds the thread.\n\n"
                                   "Usage: coroscope [FILE] [OPTION...]     opens the window\n"
                                   "       coroscope COMMAND [ARGUMENT...]  works without one\n\n"
                                   "Commands (coroscope COMMAND --help tells more):\n");
    for (const Command &command : commands()) {
        const QString left = QStringLiteral("  ") + command.form.name + QLatin1Char(' ') + command.form.argument;
        text += left.leftJustified(20) + QLatin1Char(' ') + command.form.help + QLatin1Char('\n');
    }
    return text
        + CommandLine::tr("\nOptions of the window:\n"
                          "  --lesson ID        opens this lesson (see coroscope list)\n"
                          "  --set NAME=VALUE   sets a parameter of it; can be repeated\n"
                          "  --lang LANGUAGE    en or fr\n"
                          "  --theme THEME      light, dark or print\n"
                          "  --present          begins in presenter mode\n"
                          "\n"
                          "  --version          shows the version\n"
                          "  --help             shows this text\n");
}

Status run(const QStringList &arguments)
{
    const QString &word = arguments.first();
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("--version")) {
        if (arguments.size() > 1)
            throw badUsage(CommandLine::tr("%1 takes nothing after it").arg(word));
        const std::string_view version = versionString();
        writeOutput({}, word == QLatin1String("--version")
                ? QStringLiteral("coroscope %1\n").arg(QLatin1String(version.data(), static_cast<qsizetype>(version.size())))
                : generalHelp());
        return Status::Done;
    }
    for (const Command &command : commands()) {
        if (command.form.name != word)
            continue;
        const Options options(command.form, arguments.mid(1));
        if (!options.has(QStringLiteral("help")))
            return command.run(options);
        writeOutput({}, helpOf(command.form));
        return Status::Done;
    }
    throw badUsage(CommandLine::tr("unknown command %1").arg(formats::quoted(word)) + formats::didYouMean(word, commandNames()));
}

} // namespace

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names << command.form.name;
    return names;
}

bool isCommand(const QString &word)
{
    return commandNames().contains(word)
        || QStringList{QStringLiteral("--help"), QStringLiteral("-h"), QStringLiteral("--version")}.contains(word);
}

void printError(const QString &sentence)
{
    // One line, whatever names it quotes.
    QString line = sentence;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    const QByteArray bytes = QByteArrayLiteral("coroscope: ") + line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

int runCommandLine(const QStringList &arguments)
{
    try {
        return static_cast<int>(run(arguments));
    } catch (const Failure &failure) {
        printError(failure.sentence);
        return static_cast<int>(failure.status);
    } catch (const std::bad_alloc &) {
        printError(CommandLine::tr("not enough memory"));
        return static_cast<int>(Status::Unreadable);
    }
}

} // namespace coroscope::cli
