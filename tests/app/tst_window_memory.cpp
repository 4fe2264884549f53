// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QTemporaryDir>

#include "app/controls/appearance.h"
#include "app/panels/introduction.h"
#include "app/panels/tables.h"
#include "app/window/arrangement.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/window_memory.h"
#include "app/words/language.h"

using namespace coroscope;
using timeline::Theme;

namespace {

/// A window with its memory, as the program makes them; closing it writes the settings.
struct Program {
    explicit Program(const QString &file)
    {
        setLanguage(QStringLiteral("en"));
        appearance.follow(Appearance::desktopPalette());
        memory = new WindowMemory(window, appearance, std::make_unique<QSettings>(file, QSettings::IniFormat));
        memory->restoreLook();
        memory->restore();
        memory->begin();
    }
    ~Program()
    {
        window.close();
        setLanguage(QStringLiteral("en"));
    }

    Appearance appearance;
    MainWindow window{appearance};
    WindowMemory *memory; ///< the window's
};

} // namespace

class TestWindowMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theNextTimeEverythingIsAsItWas()
    {
        QByteArray layout;
        {
            Program program(file());
            program.window.session().open(QStringLiteral("lock-fair"));
            program.window.playback().setSpeed(2);
            program.window.tables().showTab(Tables::EventsTab);
            program.window.arrangement().setShown(Arrangement::Area::Side, false);
            layout = program.window.arrangement().state();
            program.window.introduction().setExpanded(!program.window.introduction().expanded());
            program.window.recentFiles().add(QStringLiteral("/some/where.json"));
            program.window.session().setKeepsBefore(false);
            program.appearance.setTheme(Theme::Id::Dark);
            program.appearance.setPointSize(17);
            setLanguage(QStringLiteral("fr"));
        }
        Program program(file());
        QCOMPARE(program.memory->lesson(), QStringLiteral("lock-fair"));
        QCOMPARE(program.window.playback().speed(), 2.0);
        QCOMPARE(program.window.tables().tab(), Tables::EventsTab);
        QVERIFY(!program.window.arrangement().isShown(Arrangement::Area::Side));
        QCOMPARE(program.window.arrangement().state(), layout);
        QCOMPARE(program.window.recentFiles().paths(), QStringList{QStringLiteral("/some/where.json")});
        QVERIFY(!program.window.session().keepsBefore());
        QCOMPARE(program.appearance.theme().id, Theme::Id::Dark);
        QCOMPARE(program.appearance.pointSize(), 17);
        QCOMPARE(language(), QStringLiteral("fr"));
    }

    void whatWasNeverChosenIsNotWritten()
    {
        {
            const Program program(file());
        }
        const QSettings settings(file(), QSettings::IniFormat);
        for (const char *key : {"look/theme", "look/language", "look/points"})
            QVERIFY2(!settings.contains(QLatin1StringView(key)), key);
    }

    void forgottenSettingsAreThoseOfTheFirstDay()
    {
        Program program(file());
        program.appearance.setTheme(Theme::Id::Dark);
        program.window.playback().setSpeed(5);
        program.window.arrangement().setShown(Arrangement::Area::Tables, false);
        program.memory->save();
        Q_EMIT program.window.forgetRequested();
        QCOMPARE(program.appearance.theme().id, Theme::Id::Light); // as the desktop of tests is
        QCOMPARE(program.window.playback().speed(), 1.0);
        QVERIFY(program.window.arrangement().isShown(Arrangement::Area::Tables));
        QVERIFY(program.memory->lesson().isEmpty());
    }

    void rubbishInTheFileDoesNoHarm()
    {
        {
            QSettings settings(file(), QSettings::IniFormat);
            settings.setValue(QStringLiteral("window/panels"), QByteArray("no state"));
            settings.setValue(QStringLiteral("window/geometry"), QByteArray("nowhere"));
            settings.setValue(QStringLiteral("window/tab"), 4711);
            settings.setValue(QStringLiteral("look/theme"), QStringLiteral("purple"));
            settings.setValue(QStringLiteral("look/language"), QStringLiteral("tlh"));
            settings.setValue(QStringLiteral("look/points"), QStringLiteral("huge"));
            settings.setValue(QStringLiteral("session/speed"), -3);
            settings.setValue(QStringLiteral("session/lesson"), QStringLiteral("no-such-lesson"));
        }
        Program program(file());
        QVERIFY(program.window.isVisible());
        QVERIFY(program.memory->lesson().isEmpty());
        QVERIFY(program.window.playback().speed() >= Playback::kSlowest);
        QVERIFY(program.appearance.pointSize() >= 8);
        QCOMPARE(language(), QStringLiteral("en"));
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("settings.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestWindowMemory)
#include "tst_window_memory.moc"
