// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/introduction.h"
#include "app/panels/tables.h"
#include "app/window/arrangement.h"
#include "app/window/companion.h"
#include "app/window/main_window.h"
#include "app/window/programs.h"
#include "app/words/language.h"
#include "cut_texts.h"

#include <functional>

using namespace coroscope;
using timeline::Theme;

namespace {

/// A state of the window that is worth looking at.
struct State {
    const char *name;
    std::function<void(MainWindow &)> bringAbout;
};

void open(MainWindow &window, const char *lesson, std::int64_t milliseconds, const QStringList &beside = {})
{
    window.session().setCompared(false);
    window.session().open(QLatin1StringView(lesson));
    if (!beside.isEmpty())
        window.session().compareWith(beside);
    window.playback().setPlaying(false);
    window.playback().toEnd();
    window.playback().seek(instantAt(milliseconds * 1'000'000));
}

void trigger(MainWindow &window, const char *action)
{
    window.actions().find(QLatin1StringView(action))->trigger();
}

void showTab(MainWindow &window, Tables::Tab tab)
{
    window.arrangement().setShown(Arrangement::Area::Tables, true);
    window.tables().showTab(tab);
}

/// A program of one's own, in a folder that stays until the end.
QString crawler()
{
    static const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("crawler.py")));
    if (file.open(QIODevice::WriteOnly))
        file.write(
            "import asyncio\n\nPAGES = 4\nLIMIT = 4\n\n\nasync def fetch(page, limit):\n    async with limit:\n"
            "        print('get', page)\n        await asyncio.sleep(0.5 + page / 10)\n    return page\n\n\n"
            "async def main():\n    limit = asyncio.Semaphore(LIMIT)\n    async with asyncio.TaskGroup() as group:\n"
            "        for page in range(PAGES):\n            group.create_task(fetch(page, limit))\n\n\n"
            "asyncio.run(main())\n");
    return file.fileName();
}

/// To its end, and shows it at that moment.
void run(MainWindow &window, std::int64_t milliseconds)
{
    constexpr int kPatience = 30'000;
    ProgramSession &programs = window.programs().session();
    if (programs.active() && !programs.run().isEmpty())
        return;
    window.playback().setPlaying(false);
    (void)QTest::qWaitFor(
        [&] {
            window.playback().recordAll();
            const Playback &playback = window.playback();
            return playback.run(playback.runCount() - 1).finished();
        },
        kPatience);
    window.playback().toEnd();
    window.playback().seek(instantAt(milliseconds * 1'000'000));
}

void runTwice(MainWindow &window)
{
    window.openFile(crawler());
    run(window, 900);
    window.programs().session().setConstant(QStringLiteral("LIMIT"), QStringLiteral("2"));
    run(window, 900);
}

const QString kPieces = QStringLiteral("pieces-gather");

std::vector<State> states()
{
    return {
        {"compared", [](MainWindow &w) { open(w, "starvation-gather", 1200, {kPieces}); }},
        {"compared-end", [](MainWindow &w) { open(w, "starvation-gather", 2500, {kPieces}); }},
        {"start",
         [](MainWindow &w) {
             open(w, "timer-demo", 0);
             w.playback().toStart();
         }},
        {"three",
         [](MainWindow &w) {
             open(w, "fetch-concurrent", 2800, {QStringLiteral("fetch-sequential"), QStringLiteral("fetch-threads")});
         }},
        {"changed",
         [](MainWindow &w) {
             open(w, "starvation-gather", 2500);
             w.session().setParameter(QStringLiteral("runs"), QStringLiteral("4"));
             w.playback().toEnd();
         }},
        {"job-table",
         [](MainWindow &w) {
             open(w, "window-queue", 4000);
             showTab(w, Tables::JobTableTab);
         }},
        {"loop",
         [](MainWindow &w) {
             open(w, "window-queue", 1500);
             showTab(w, Tables::LoopTab);
         }},
        {"tasks",
         [](MainWindow &w) {
             open(w, "window-queue", 3500);
             showTab(w, Tables::TasksTab);
         }},
        {"events",
         [](MainWindow &w) {
             open(w, "window-queue", 3500);
             showTab(w, Tables::EventsTab);
         }},
        {"measures",
         [](MainWindow &w) {
             open(w, "starvation-gather", 2500, {kPieces});
             showTab(w, Tables::MeasuresTab);
         }},
        {"by-hand", [](MainWindow &w) { open(w, "awaitable-twice", 0); }},
        {"callbacks", [](MainWindow &w) { open(w, "loop-callbacks", 300); }},
        {"countdown", [](MainWindow &w) { open(w, "countdown-blocking", 600); }},
        {"steps",
         [](MainWindow &w) {
             open(w, "starvation-gather", 1200);
             trigger(w, "axis.steps");
         }},
        {"lanes-40",
         [](MainWindow &w) {
             w.session().set(QStringLiteral("window-queue"), QStringLiteral("jobs"), QStringLiteral("40"));
             open(w, "window-queue", 9000);
         }},
        {"jobs-200",
         [](MainWindow &w) {
             w.session().set(QStringLiteral("window-queue"), QStringLiteral("jobs"), QStringLiteral("200"));
             open(w, "window-queue", 50000);
             showTab(w, Tables::JobTableTab);
         }},
        {"presenting",
         [](MainWindow &w) {
             open(w, "starvation-gather", 1200, {kPieces});
             w.setPresenting(true);
         }},
        {"palette",
         [](MainWindow &w) {
             open(w, "starvation-gather", 1200);
             trigger(w, "palette");
         }},
        {"keys",
         [](MainWindow &w) {
             open(w, "starvation-gather", 1200);
             trigger(w, "keys");
         }},
        {"large-type",
         [](MainWindow &w) {
             open(w, "window-queue", 3500);
             showTab(w, Tables::TasksTab);
             for (int i = 0; i < 3; ++i)
                 trigger(w, "type.larger");
         }},
        {"folded",
         [](MainWindow &w) {
             open(w, "boom", 1000);
             w.introduction().setExpanded(false);
         }},
        {"source",
         [](MainWindow &w) {
             open(w, "starvation-gather", 1200, {kPieces});
             showTab(w, Tables::SourceTab);
         }},
        {"about",
         [](MainWindow &w) {
             open(w, "window-queue", 2500);
             showTab(w, Tables::AboutTab);
         }},
        {"console",
         [](MainWindow &w) {
             open(w, "window-queue", 3500);
             showTab(w, Tables::ConsoleTab);
         }},
        {"drawer",
         [](MainWindow &w) {
             open(w, "window-queue", 2500);
             w.arrangement().setShown(Arrangement::Area::Lessons, true);
         }},
        {"companion",
         [](MainWindow &w) {
             open(w, "window-queue", 2500);
             showTab(w, Tables::SourceTab);
             trigger(w, "companion");
         }},
        {"clean",
         [](MainWindow &w) {
             open(w, "starvation-gather", 1200, {kPieces});
             trigger(w, "clean");
         }},
        {"message",
         [](MainWindow &w) {
             open(w, "boom", 1000);
             w.openFile(QStringLiteral("/no/such/file.json"));
         }},
        {"program", [](MainWindow &w) { w.openFile(crawler()); }},
        {"program-ran", runTwice},
        {"program-presented",
         [](MainWindow &w) {
             runTwice(w);
             w.setPresenting(true);
         }},
        {"program-listing",
         [](MainWindow &w) {
             open(w, "pieces-gather", 0);
             w.session().compareWithListing();
             run(w, 700);
         }},
    };
}

} // namespace

/// Renders the states of the window in sizes, themes and languages, and finds texts that are cut. With the variable
/// COROSCOPE_SCREENS, a folder, it writes the pictures there (tests/tools/screens).
class TestScreens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        setLanguage(QStringLiteral("en"));
        QCoreApplication::processEvents();
    }

    void everythingCanBeRead_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("larger");
        const auto add = [](std::size_t state, QSize size, Theme::Id theme, const char *spoken, int larger = 0) {
            const QByteArray type = larger > 0 ? "+" + QByteArray::number(larger) : QByteArray();
            QTest::addRow("%s-%dx%d-%s-%s%s", states()[state].name, size.width(), size.height(),
                          qPrintable(themeName(theme)), spoken, type.constData())
                << static_cast<int>(state) << size << static_cast<int>(theme) << QString::fromLatin1(spoken) << larger;
        };
        constexpr QSize kScreen(1920, 1080);
        constexpr QSize kLaptop(1366, 768);
        constexpr QSize kHalf(640, 700);
        for (std::size_t state = 0; state < states().size(); ++state) {
            add(state, kScreen, Theme::Id::Light, "en");
            add(state, kLaptop, Theme::Id::Dark, "fr");
            add(state, kHalf, state % 2 == 0 ? Theme::Id::Light : Theme::Id::Dark, state % 2 == 0 ? "fr" : "en");
        }
        for (const std::size_t state : {0U, 5U, 6U, 10U}) {
            for (const QSize size : {kHalf, kLaptop, kScreen}) {
                for (const char *spoken : {"en", "fr"})
                    add(state, size, Theme::Id::Light, spoken, 6);
            }
        }
        for (const std::size_t state : {0U, 1U, 5U}) {
            add(state, kScreen, Theme::Id::Dark, "fr");
            add(state, kScreen, Theme::Id::Print, "en");
            add(state, kLaptop, Theme::Id::Light, "en");
        }
    }

    void everythingCanBeRead()
    {
        QFETCH(int, state);
        QFETCH(QSize, size);
        QFETCH(int, theme);
        QFETCH(QString, language);
        QFETCH(int, larger);
        setLanguage(language);
        Appearance appearance;
        appearance.setTheme(static_cast<Theme::Id>(theme));
        appearance.setPointSize((size.height() < 900 ? 12 : 13) + larger);
        MainWindow window(appearance);
        window.resize(size);
        window.resetLayout();
        window.show();
        states()[static_cast<std::size_t>(state)].bringAbout(window);
        settle();
        if (window.isFullScreen()) { // the platform's screen is of another size
            window.resize(size);
            settle();
        }
        write(window);
        if (window.companion().mode() != Companion::Mode::Beside)
            QCOMPARE(window.size(), size);
        QCOMPARE(test::cutTexts(window).join(QLatin1Char('|')), QString());
    }

    void theLanguageChangesWithoutARestart()
    {
        Appearance appearance;
        MainWindow window(appearance);
        window.show();
        open(window, "starvation-gather", 1200, {kPieces});
        settle();
        const QStringList english = texts(window);
        setLanguage(QStringLiteral("fr"));
        settle();
        const QStringList french = texts(window);
        setLanguage(QStringLiteral("en"));
        settle();
        QCOMPARE(texts(window), english);
        QVERIFY(french != english);
        setLanguage(QStringLiteral("fr"));
        settle();
        MainWindow other(appearance); // born French
        other.resize(window.size());
        other.show();
        open(other, "starvation-gather", 1200, {kPieces});
        settle();
        QCOMPARE(texts(window), texts(other));
    }

private:
    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }

    static void write(QWidget &window)
    {
        const QString folder = qEnvironmentVariable("COROSCOPE_SCREENS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        const QString scale =
            window.devicePixelRatio() > 1 ? QStringLiteral("-%1x").arg(window.devicePixelRatio()) : QString();
        QVERIFY(window.grab().save(
            QStringLiteral("%1/%2%3.png").arg(folder, QLatin1StringView(QTest::currentDataTag()), scale)));
    }

    /// Everything the window says, in its menus too.
    static QStringList texts(MainWindow &window)
    {
        QStringList texts{window.windowTitle()};
        // The arrows of a bar of tabs are Qt's own, and named once and for all; the handle before the first part of a
        // splitter is never there, and keeps the name it had before another part.
        const auto ours = [](const QWidget *widget) {
            const auto *handle = qobject_cast<const QSplitterHandle *>(widget);
            return !qobject_cast<const QTabBar *>(widget->parent())
                   && !(handle && handle->splitter()->handle(0) == handle);
        };
        for (const auto *button : window.findChildren<QAbstractButton *>())
            texts << (ours(button) ? QStringList{button->text(), button->toolTip(), button->accessibleName()}
                                   : QStringList());
        for (const auto *label : window.findChildren<QLabel *>())
            texts << label->text();
        for (const auto *widget : window.findChildren<QWidget *>())
            texts << (ours(widget) ? QStringList{widget->accessibleName(), widget->whatsThis()} : QStringList());
        for (const Actions::Entry &entry : window.actions().entries())
            texts << entry.action->text() << entry.action->statusTip();
        for (const auto *view : window.findChildren<QTableView *>()) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                texts << view->model()->headerData(column, Qt::Horizontal).toString();
        }
        for (int tab = 0; tab < window.tables().count(); ++tab)
            texts << window.tables().tabText(tab);
        for (std::size_t run = 0; run < window.playback().runCount(); ++run)
            texts << window.playback().run(run).title();
        texts.sort();
        return texts;
    }
};

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
