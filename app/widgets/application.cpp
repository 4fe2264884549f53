// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/application.h"

#include "app/widgets/appearance.h"
#include "app/widgets/mainwindow.h"

#include <QApplication>
#include <QLocale>
#include <QTextStream>

#include <cstdio>

namespace coroscope {

namespace {

constexpr int kBadUsage = 2;
constexpr int kUnreadable = 3;

/// What opens when nothing is asked for: two runs on one axis, one of which starves.
QString firstLesson()
{
    return QStringLiteral("starvation-gather");
}

timeline::Theme::Id themeOf(const QString &name)
{
    if (name == QStringLiteral("light"))
        return timeline::Theme::Id::Light;
    if (name == QStringLiteral("dark"))
        return timeline::Theme::Id::Dark;
    if (name == QStringLiteral("print"))
        return timeline::Theme::Id::Print;
    return Appearance::desktopTheme();
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
    QApplication::setApplicationName(QStringLiteral("coroscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Coroscope"));
    QApplication::setDesktopFileName(QStringLiteral("coroscope"));
    if (!options.language.isEmpty())
        QLocale::setDefault(QLocale(options.language));
    const timeline::Theme::Id theme = themeOf(options.theme);
    Appearance appearance;
    appearance.setTheme(theme);
    appearance.setPointSize(Appearance::pointSizeForScreen());
    MainWindow window(appearance);
    const QString lesson = options.lesson.isEmpty() ? firstLesson() : options.lesson;
    try {
        for (const auto &[name, value] : options.settings)
            window.session().set(lesson, name, value);
    } catch (const SettingError &error) {
        return complain(kBadUsage, QString::fromUtf8(error.what()));
    }
    window.session().setCompared(options.lesson.isEmpty());
    if (options.file.isEmpty())
        window.session().open(lesson);
    else if (const QString error = window.session().openFile(options.file); !error.isEmpty())
        return complain(kUnreadable, error);
    window.showMaximized();
    if (options.present)
        window.setPresenting(true);
    return QApplication::exec();
}

} // namespace coroscope
