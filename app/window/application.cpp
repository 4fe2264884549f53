// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include "app/controls/appearance.h"
#include "app/window/main_window.h"
#include "app/window/window_memory.h"
#include "app/words/language.h"

#include <QApplication>
#include <QSettings>
#include <QTextStream>

#include <cstdio>
#include <optional>

namespace coroscope {

namespace {

constexpr int kBadUsage = 2;
constexpr int kUnreadable = 3;

/// What opens when nothing is asked for: two runs on one axis, one of which starves.
QString firstLesson()
{
    return QStringLiteral("starvation-gather");
}

int complain(int status, const QString &sentence)
{
    QTextStream(stderr) << "coroscope: " << sentence << '\n';
    return status;
}

} // namespace

int runWindow(int &argc, char **argv, const WindowOptions &options)
{
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("coroscope"));
    QApplication::setApplicationName(QStringLiteral("coroscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Coroscope"));
    QApplication::setDesktopFileName(QStringLiteral("coroscope"));
    setLanguage(options.language.isEmpty() ? desktopLanguage() : options.language);
    Appearance appearance;
    appearance.setTheme(Appearance::desktopTheme());
    std::optional<Appearance::Bare> bare(appearance);
    MainWindow window(appearance);
    WindowMemory memory(window, appearance, std::make_unique<QSettings>());
    memory.restoreLook();
    if (!options.language.isEmpty())
        setLanguage(options.language);
    if (const auto theme = themeNamed(options.theme))
        appearance.setTheme(*theme);
    bare.reset();
    memory.restore();
    memory.begin();
    const QString last = memory.lesson().isEmpty() ? firstLesson() : memory.lesson();
    const QString lesson = options.lesson.isEmpty() ? last : options.lesson;
    try {
        for (const auto &[name, value] : options.settings)
            window.session().set(lesson, name, value);
    } catch (const SettingError &error) {
        return complain(kBadUsage, QString::fromUtf8(error.what()));
    }
    window.session().setCompared(options.lesson.isEmpty() && lesson == firstLesson());
    if (options.file.isEmpty())
        window.session().open(lesson);
    else if (const QString error = window.openFirst(options.file); !error.isEmpty())
        return complain(kUnreadable, error);
    if (options.present)
        window.setPresenting(true);
    return QApplication::exec();
}

} // namespace coroscope
