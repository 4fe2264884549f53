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
#include <cstdlib>
#include <optional>

namespace coroscope {

namespace {

constexpr int kBadUsage = 2;

/// What opens when nothing is asked for: two runs on one axis, one of which starves.
QString firstLesson()
{
    return QStringLiteral("starvation-gather");
}

void complain(const QString &sentence)
{
    QTextStream(stderr) << "coroscope: " << sentence << '\n';
}

/// What Qt says of a display it cannot reach is several lines and an abort; here it is one sentence and a status.
class OneSentence {
public:
    OneSentence() : m_before(qInstallMessageHandler(&say)) {}
    ~OneSentence() { qInstallMessageHandler(m_before); }

private:
    static void say(QtMsgType type, const QMessageLogContext & /*context*/, const QString & /*text*/)
    {
        if (type != QtFatalMsg)
            return;
        QString display;
        for (const char *variable : {"WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"})
            display = qEnvironmentVariable(variable, display);
        complain(
            QCoreApplication::translate(
                "WindowArguments",
                "no window can be opened on the display %1; without one, coroscope --help shows the commands that work")
                .arg(display));
        std::_Exit(kBadUsage);
    }

    QtMessageHandler m_before;
};

} // namespace

int runWindow(int &argc, char **argv, const WindowOptions &options)
{
    std::optional<QApplication> application;
    {
        const OneSentence quiet;
        application.emplace(argc, argv);
    }
    QApplication::setOrganizationName(QStringLiteral("coroscope"));
    QApplication::setApplicationName(QStringLiteral("coroscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Coroscope"));
    QApplication::setDesktopFileName(QStringLiteral("coroscope"));
    setLanguage(options.language.isEmpty() ? desktopLanguage() : options.language);
    Appearance appearance;
    appearance.follow(Appearance::desktopPalette());
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
        complain(QString::fromUtf8(error.what()));
        return kBadUsage;
    }
    window.session().setCompared(options.lesson.isEmpty() && lesson == firstLesson());
    const QString error = options.file.isEmpty() ? QString() : window.openFirst(options.file);
    if (options.file.isEmpty() || !error.isEmpty()) {
        window.session().open(lesson);
        window.playback().setPlaying(true); // what is there first moves unasked
    }
    if (!error.isEmpty()) {
        complain(error); // whoever opened the file from the desktop reads it in the window alone
        window.tell(error);
    }
    if (options.present)
        window.setPresenting(true);
    return QApplication::exec();
}

} // namespace coroscope
