// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/text_application.h"
#include "app/cli/words.h"
#include "app/readers/nearest.h"
#include "app/words/language.h"
#include "core/version.h"

#include <QFile>

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <new>
#include <optional>

namespace coroscope::cli {

namespace {

std::vector<Command> commands()
{
    return {listCommand(),    runCommand(),    replayCommand(),  tableCommand(), statsCommand(),
            explainCommand(), exportCommand(), convertCommand(), siteCommand()};
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

/// A picture or a table in the place of the run it was made of: that run would be lost. What is converted stays a
/// trace.
void checkOutput(const Command &command, const Options &options)
{
    const QString output = options.value(QStringLiteral("output"));
    if (output.isEmpty() || options.argument().isEmpty() || command.form.name == QLatin1String("convert"))
        return;
    struct stat read{};
    struct stat written{};
    if (::stat(QFile::encodeName(options.argument()).constData(), &read) == 0
        && ::stat(QFile::encodeName(output).constData(), &written) == 0 && read.st_dev == written.st_dev
        && read.st_ino == written.st_ino && S_ISREG(read.st_mode))
        throw badUsage(CommandLine::tr("--output would replace the file that is read: %1").arg(output));
}

bool isLanguageOption(const QString &word)
{
    return word == QLatin1String("--lang") || word.startsWith(QLatin1String("--lang="));
}

/// Takes the options --lang off the front and gives them back.
QStringList takeLanguage(QStringList &words)
{
    QStringList taken;
    while (!words.isEmpty() && isLanguageOption(words.first())) {
        const bool withValue = words.first().contains(QLatin1Char('='));
        taken << words.takeFirst();
        if (!withValue && !words.isEmpty())
            taken << words.takeFirst();
    }
    (void)Options({QStringLiteral("coroscope"), {}, {}, {languageOption()}},
                  taken); // says what is wrong with them, if anything is
    return taken;
}

bool isHelp(const QString &word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h");
}

void writeAbout(const QString &word, QStringList after)
{
    takeLanguage(after);
    if (!after.isEmpty())
        throw badUsage(CommandLine::tr("%1 takes nothing after it").arg(word));
    const std::string_view version = versionString();
    writeOutput({}, isHelp(word) ? generalHelp()
                                 : QStringLiteral("coroscope %1\n")
                                       .arg(QLatin1String(version.data(), static_cast<qsizetype>(version.size()))));
}

/// A command that is to be run.
struct Errand {
    Status (*run)(const Options &options);
    Options options;
};

/// Nothing when all is said already.
std::optional<Errand> errandOf(QStringList words)
{
    const QStringList language = takeLanguage(words);
    const QString word = words.takeFirst();
    for (const Command &command : commands()) {
        if (command.form.name != word)
            continue;
        const auto takesLanguage = [](const OptionForm &option) { return option.name == QLatin1String("lang"); };
        const bool passed = std::any_of(command.form.options.begin(), command.form.options.end(), takesLanguage);
        Options options(command.form, passed ? language + words : words);
        if (!options.has(QStringLiteral("help"))) {
            checkOutput(command, options);
            return Errand{command.run, std::move(options)};
        }
        writeOutput({}, helpOf(command.form));
        return std::nullopt;
    }
    if (isHelp(word) || word == QLatin1String("--version"))
        writeAbout(word, words);
    else
        writeOutput({}, generalHelp()); // among options of the window
    return std::nullopt;
}

Status run(const QStringList &arguments)
{
    std::optional<Errand> errand;
    {
        const Speaker speaker(languageAsked(arguments));
        errand = errandOf(arguments);
    }
    return errand ? errand->run(errand->options) : Status::Done;
}

} // namespace

QString languageAsked(const QStringList &arguments)
{
    QString language = desktopLanguage();
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != QLatin1String("--"); ++i) {
        if (!isLanguageOption(arguments[i]))
            continue;
        const QString value = arguments[i].contains(QLatin1Char('=')) ? arguments[i].section(QLatin1Char('='), 1)
                                                                      : arguments.value(i + 1);
        if (languageOption().choices.contains(value))
            language = value;
    }
    return language;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names << command.form.name;
    return names;
}

bool isForCommandLine(const QStringList &arguments)
{
    qsizetype first = 0;
    while (first < arguments.size() && isLanguageOption(arguments[first]))
        first += arguments[first].contains(QLatin1Char('=')) ? 1 : 2;
    if (first >= arguments.size())
        return false;
    const QString &word = arguments[first];
    return commandNames().contains(word) || word == QLatin1String("--version")
           || (word.startsWith(QLatin1Char('-')) && std::any_of(arguments.begin() + first, arguments.end(), isHelp));
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
