// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_arguments.h"

#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/source.h"
#include "app/cli/text_application.h"
#include "app/readers/input_file.h"
#include "app/readers/nearest.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace coroscope::cli {

namespace {

struct WindowText {
    Q_DECLARE_TR_FUNCTIONS(WindowArguments)
};

CommandForm windowForm()
{
    return {QStringLiteral("coroscope"),
            QStringLiteral("FILE"),
            {},
            {{QStringLiteral("lesson"), QStringLiteral("ID"), {}, {}},
             setOption(),
             {QStringLiteral("lang"), QStringLiteral("LANGUAGE"), {}, {QStringLiteral("en"), QStringLiteral("fr")}},
             {QStringLiteral("theme"),
              QStringLiteral("THEME"),
              {},
              {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("print")}},
             {QStringLiteral("present"), {}, {}, {}}},
            true};
}

/// A word that is no file is rather a command written wrongly.
void checkFile(const QString &file)
{
    if (QFileInfo::exists(file))
        return;
    if (file.contains(QLatin1Char('/')) || file.contains(QLatin1Char('.')))
        throw Failure{Status::Unreadable, file + QStringLiteral(": ") + formats::whyUnreadable(file)};
    QStringList names = commandNames();
    throw badUsage(WindowText::tr("%1 is neither a command nor a file").arg(formats::quoted(file))
                   + formats::didYouMean(file, names));
}

void checkDisplay()
{
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return;
    throw badUsage(WindowText::tr(
        "there is no display to open a window on; without one, coroscope --help shows the commands that work"));
}

WindowOptions read(const QStringList &arguments)
{
    if (!arguments.isEmpty() && !arguments.first().startsWith(QLatin1Char('-')))
        checkFile(arguments.first());
    const Options options(windowForm(), arguments);
    WindowOptions window;
    window.file = options.argument();
    window.lesson = options.value(QStringLiteral("lesson"));
    window.language = options.value(QStringLiteral("lang"));
    window.theme = options.value(QStringLiteral("theme"));
    window.present = options.has(QStringLiteral("present"));
    if (!window.file.isNull())
        checkFile(window.file);
    if (!window.file.isNull() && options.has(QStringLiteral("lesson")))
        throw badUsage(WindowText::tr("either a file or --lesson, not both"));
    if (options.has(QStringLiteral("set")) && window.lesson.isEmpty())
        throw badUsage(WindowText::tr("--set needs --lesson"));
    if (options.has(QStringLiteral("lesson")))
        (void)openLesson(options, window.lesson); // says what is wrong with it, if anything is
    for (const QString &written : options.values(QStringLiteral("set"))) {
        const qsizetype equals = written.indexOf(QLatin1Char('='));
        window.settings.append({written.left(equals), written.mid(equals + 1)});
    }
    checkDisplay();
    return window;
}

} // namespace

std::optional<WindowOptions> windowArguments(const QStringList &arguments, int &status)
{
    try {
        const Speaker speaker(languageAsked(arguments));
        return read(arguments);
    } catch (const Failure &failure) {
        printError(failure.sentence);
        status = static_cast<int>(failure.status);
        return std::nullopt;
    }
}

} // namespace coroscope::cli
