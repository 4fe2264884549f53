// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include "app/chart/chart_widget.h"
#include "app/chart/search_bar.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/controls/command_palette.h"
#include "app/controls/message_bar.h"
#include "app/models/lesson_model.h"
#include "app/panels/console_panel.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/job_table_panel.h"
#include "app/panels/lesson_list.h"
#include "app/panels/tables.h"
#include "app/window/arrangement.h"
#include "app/window/main_window.h"
#include "app/words/language.h"
#include "core/model/measures.h"

#include <algorithm>

using namespace coroscope;

/// The window, driven as people drive it: by keys alone, by a clicker, by the palette.
class TestWindowKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1920, 1080);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->session().open(QStringLiteral("starvation-gather"));
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        setLanguage(QStringLiteral("en"));
    }

    void aWholeLectureByKeysAlone()
    {
        press(Qt::Key_L, Qt::ControlModifier);
        type(QStringLiteral("window-queue"));
        press(Qt::Key_Return);
        QCOMPARE(session().lesson(), QStringLiteral("window-queue"));
        QVERIFY(playback().playing());
        press(Qt::Key_Space);
        QVERIFY(!playback().playing());
        press(Qt::Key_End);
        QVERIFY(playback().atEnd());
        const Instant end = playback().now();
        press(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(!playback().atEnd());
        QVERIFY(playback().now() <= end);
        press(Qt::Key_C);
        QCOMPARE(playback().runCount(), 2U);
        press(Qt::Key_F5);
        QVERIFY(m_window->isFullScreen());
        press(Qt::Key_Right);
        QVERIFY(m_window->isFullScreen());
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isFullScreen());
        exportBy([this] { press(Qt::Key_E, Qt::ControlModifier); });
    }

    void returnOpensTheLessonFoundAlsoInTheChapterOfTheOpenOne()
    {
        for (const QString &lesson :
             {QStringLiteral("timer-demo"), QStringLiteral("pieces-one"), QStringLiteral("queue-ticks")}) {
            press(Qt::Key_L, Qt::ControlModifier);
            type(lesson);
            QVERIFY(session().lesson() != lesson);
            press(Qt::Key_Return);
            QCOMPARE(session().lesson(), lesson);
        }
    }

    void aWholeLectureWithAClicker()
    {
        playback().toStart();
        press(Qt::Key_F5);
        QVERIFY(m_window->isFullScreen());
        const auto happened = [this] { return playback().moment(0).cursor + playback().moment(1).cursor; };
        EventIndex before = happened();
        for (int turn = 0; turn < 4; ++turn) {
            press(Qt::Key_PageDown);
            QVERIFY(happened() > before);
            before = happened();
        }
        press(Qt::Key_PageUp);
        QVERIFY(happened() < before);
        QVERIFY(!find<ExplanationStrip>()->text().isEmpty());
    }

    void lanesThatAreTooManyScrollByKeysAndFollowWhoHasTheThread()
    {
        session().set(QStringLiteral("window-queue"), QStringLiteral("jobs"), QStringLiteral("40"));
        session().open(QStringLiteral("window-queue"));
        playback().toEnd();
        auto *chart = find<ChartWidget>();
        chart->grab();
        QVERIFY(chart->scene().maxScroll > 0);
        QVERIFY(chart->scene().plots.front().laneHeight >= 20);
        press(Qt::Key_Left, Qt::ShiftModifier);
        chart->grab();
        const Moment moment = playback().moment(0);
        const Span *last = spanAt(moment.spans->thread(), moment.until());
        QVERIFY(last && raw(last->by) > 30);
        QVERIFY(seen(*chart, QString::fromStdString(moment.spans->lane(last->by).label)));
        chart->setScroll(0);
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(chart->scroll(), static_cast<int>(chart->scene().plots.front().laneHeight));
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(chart->scroll(), 0);
        chart->grab();
        QVERIFY(!seen(*chart, QStringLiteral("job39")));
        QVERIFY(seen(*chart, QStringLiteral("thread")));
        chart->view().setFollowing(false);
        playback().seek(playback().now() - 1ms);
        QCOMPARE(chart->scroll(), 0);
        QVERIFY(chart->request(chart->size()).leastType > 9);
    }

    void menusFitASmallScreenAndTheirLettersAreUnique()
    {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
            setLanguage(language);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(clashing(m_window->findChild<QMenuBar *>()->actions()).join(QLatin1Char('|')), QString());
            for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
                QCOMPARE(clashing(menu->actions()).join(QLatin1Char('|')), QString());
                QVERIFY2(menu->sizeHint().height() <= 700, qPrintable(menu->title()));
            }
        }
    }

    void theClickerWorksWhereverTheFocusIs()
    {
        playback().toStart();
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLineEdit *>(widget))
                continue;
            playback().toStart();
            widget->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
            QVERIFY2(playback().moment(1).cursor > 0,
                     qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
        }
    }

    void aFocusedButtonKeepsItsSpace()
    {
        playback().setPlaying(false);
        auto *compare = m_window->findChild<QAbstractButton *>(QStringLiteral("compare"));
        compare->setFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
        QVERIFY(!playback().playing());
        QCOMPARE(playback().runCount(), 1U);
    }

    void aNumberFieldLeavesLettersToTheWindow()
    {
        playback().setPlaying(false);
        auto *runs = m_window->findChild<QAbstractSpinBox *>(QStringLiteral("parameter.runs"));
        runs->setFocus();
        press(Qt::Key_Space);
        QVERIFY(playback().playing());
        press(Qt::Key_Space);
        press(Qt::Key_Up);
        QCOMPARE(m_window->findChild<QAbstractSpinBox *>(QStringLiteral("parameter.runs"))->text(),
                 QStringLiteral("3"));
        QCOMPARE(session().against(), Session::Against::Before);
        QCOMPARE(QApplication::focusWidget(), runs); // typing can go on
    }

    void theSwitchReplacesTheAwait()
    {
        m_window->findChild<QAbstractButton *>(QStringLiteral("await"))->click();
        QCOMPARE(session().blocking(), Session::Blocking::Awaits);
        QVERIFY(m_window->findChild<QAbstractButton *>(QStringLiteral("await"))->isChecked());
        QVERIFY(!m_window->findChild<QAbstractButton *>(QStringLiteral("block"))->isChecked());
        press(Qt::Key_X);
        QCOMPARE(session().blocking(), Session::Blocking::Blocks);
    }

    void thePaletteFindsActions()
    {
        playback().setPlaying(false);
        press(Qt::Key_K, Qt::ControlModifier);
        auto *palette = find<CommandPalette>();
        QVERIFY(palette->isVisible());
        type(QStringLiteral("dark"));
        press(Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(m_appearance->theme().id, timeline::Theme::Id::Dark);
    }

    void thePaletteFindsLessons()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("lock-fair"));
        press(Qt::Key_Return);
        QCOMPARE(session().lesson(), QStringLiteral("lock-fair"));
    }

    void escapeClosesThePaletteAndNothingElse()
    {
        press(Qt::Key_F5);
        press(Qt::Key_K, Qt::ControlModifier);
        press(Qt::Key_Escape);
        QVERIFY(!find<CommandPalette>()->isVisible());
        QVERIFY(m_window->isFullScreen());
    }

    void escapeClosesWhateverIsSearched()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("run1"));
        QVERIFY(find<SearchBar>()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!find<SearchBar>()->isVisible());
        QCOMPARE(QApplication::focusWidget(), find<ChartWidget>());
        press(Qt::Key_L, Qt::ControlModifier);
        type(QStringLiteral("queue"));
        const auto *const list = find<LessonList>()->findChild<QTreeView *>();
        const auto *const field = m_window->findChild<QLineEdit *>(QStringLiteral("lessonSearch"));
        press(Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QCOMPARE(list->model()->rowCount(), 11);
        QCOMPARE(QApplication::focusWidget(), find<ChartWidget>());
        for (QLineEdit *any : m_window->findChildren<QLineEdit *>()) {
            if (!any->isVisible())
                continue;
            any->setFocus();
            press(Qt::Key_Escape);
            QVERIFY2(QApplication::focusWidget() != any, qPrintable(any->objectName()));
        }
    }

    void aLessonOpenedElsewhereIsSeenInTheList()
    {
        press(Qt::Key_L, Qt::ControlModifier);
        type(QStringLiteral("queue"));
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("lock-fair"));
        press(Qt::Key_Return);
        QVERIFY(m_window->findChild<QLineEdit *>(QStringLiteral("lessonSearch"))->text().isEmpty());
        QCOMPARE(find<LessonList>()->findChild<QTreeView *>()->currentIndex().data(LessonModel::IdRole).toString(),
                 QStringLiteral("lock-fair"));
    }

    void thePaletteTakesAWordAtItsWord_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("first"); // kinds: the ids of lessons
        QTest::newRow("exact id") << QStringLiteral("boom")
                                  << QStringList{QStringLiteral("boom"), QStringLiteral("boom-retrieved")};
        QTest::newRow("beginning") << QStringLiteral("wind")
                                   << QStringList{QStringLiteral("window-queue"), QStringLiteral("window-semaphore")};
        QTest::newRow("beginning of two")
            << QStringLiteral("lock") << QStringList{QStringLiteral("lock-fair"), QStringLiteral("lock-shared")};
        QTest::newRow("word of a title") << QStringLiteral("semaphore")
                                         << QStringList{QStringLiteral("window-semaphore")};
    }
    void thePaletteTakesAWordAtItsWord()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, first);
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
            setLanguage(language);
            press(Qt::Key_K, Qt::ControlModifier);
            type(typed);
            const auto *const list = find<CommandPalette>()->findChild<QAbstractItemView *>();
            QStringList found;
            for (int row = 0; row < static_cast<int>(first.size()); ++row)
                found.append(list->model()->index(row, 0).data(PaletteModel::KindRole).toString());
            found.sort();
            QCOMPARE(found, first);
            press(Qt::Key_Escape);
        }
    }

    void actionsAreFoundByTheirEnglishNames()
    {
        setLanguage(QStringLiteral("fr"));
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("zoom in"));
        press(Qt::Key_Return);
        QVERIFY(find<ChartWidget>()->view().range());
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("starvation: a blocking"));
        press(Qt::Key_Return);
        QCOMPARE(session().lesson(), QStringLiteral("starvation-gather"));
    }

    void aNumberOutOfRangeIsRefusedWithItsLimits()
    {
        const auto typeInto = [this](const char *name, const QString &text) {
            auto *field = m_window->findChild<QAbstractSpinBox *>(QLatin1StringView(name));
            field->setFocus();
            field->selectAll();
            type(text);
            press(Qt::Key_Return);
            return m_window->findChild<QAbstractSpinBox *>(QLatin1StringView(name))->text();
        };
        QCOMPARE(typeInto("parameter.runs", QStringLiteral("99999")), QStringLiteral("2"));
        QCOMPARE(find<MessageBar>()->sentence(),
                 QStringLiteral("Number of runs cannot be 99999. Possible: a whole number from 1 to 12."));
        QCOMPARE(typeInto("parameter.first", QStringLiteral("61")), QStringLiteral("0.5\u00a0s"));
        QCOMPARE(find<MessageBar>()->sentence(),
                 QStringLiteral("First sleep cannot be 61. Possible: a number of seconds from 0 to 60."));
        QCOMPARE(typeInto("parameter.runs", QStringLiteral("3")), QStringLiteral("3"));
        QVERIFY(find<MessageBar>()->sentence().isEmpty());
        setLanguage(QStringLiteral("fr"));
        QCoreApplication::processEvents();
        QCOMPARE(typeInto("parameter.first", QStringLiteral("0.7")), QStringLiteral("0,7\u00a0s"));
        QCOMPARE(typeInto("parameter.first", QStringLiteral("0,8")), QStringLiteral("0,8\u00a0s"));
        QCOMPARE(QString::fromStdString(session().settingsOf(*session().current()).written("first")),
                 QStringLiteral("0.8"));
    }

    void aKeyMeasuresBetweenTwoPlaces()
    {
        playback().setPlaying(false);
        playback().seek(instantAt(500'000'000));
        press(Qt::Key_M);
        playback().seek(instantAt(1'500'000'000));
        const auto &measured = find<ChartWidget>()->view().measured();
        QVERIFY(measured && measured->begin == 5e8 && measured->end == 1.5e9);
        press(Qt::Key_M);
        playback().seek(instantAt(2'000'000'000));
        QVERIFY(measured && measured->end == 1.5e9);
        press(Qt::Key_Escape);
        QVERIFY(!measured);
    }

    void keysBringEachTable()
    {
        auto &tables = m_window->tables();
        const std::pair<Qt::Key, Tables::Tab> keys[] = {{Qt::Key_T, Tables::JobTableTab},
                                                        {Qt::Key_L, Tables::LoopTab},
                                                        {Qt::Key_K, Tables::TasksTab},
                                                        {Qt::Key_E, Tables::EventsTab},
                                                        {Qt::Key_V, Tables::MeasuresTab}};
        for (const bool presenting : {false, true}) {
            m_window->setPresenting(presenting);
            for (const auto &[key, tab] : keys) {
                press(key);
                QCOMPARE(tables.tab(), tab);
                QVERIFY(tables.isVisible());
            }
        }
        QVERIFY(!m_window->actions().find(QStringLiteral("bring.hand"))->isEnabled());
        session().open(QStringLiteral("both-ways"));
        tables.showTab(Tables::LoopTab);
        press(Qt::Key_H);
        QCOMPARE(tables.tab(), Tables::HandTab);
    }

    void thePresenterSeesTheClockAndTheSpeed()
    {
        playback().setPlaying(false);
        playback().setSpeed(0.1);
        playback().seek(instantAt(1'200'000'000));
        const auto status = [this] {
            QStringList texts;
            for (const QLabel *label : find<ExplanationStrip>()->findChildren<QLabel *>())
                if (label->isVisible())
                    texts.append(label->text());
            return texts.last();
        };
        QVERIFY(!status().contains(QStringLiteral("1.200 s")));
        m_window->setPresenting(true);
        QCoreApplication::processEvents();
        QCOMPARE(status(), QStringLiteral("❚❚ 1.200 s · 0.1×"));
        playback().setSpeed(1);
        QCOMPARE(status(), QStringLiteral("❚❚ 1.200 s"));
        playback().setPlaying(true);
        QVERIFY(status().startsWith(QStringLiteral("▶")));
    }

    void theFirstMatchDoesNotClearTheChart()
    {
        playback().toEnd();
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("run2"));
        press(Qt::Key_Return);
        QVERIFY(playback().atEnd());
        const ChartView::Selection selection = find<ChartWidget>()->view().selection();
        QVERIFY(!selection.empty() && selection.span);
        QCOMPARE(playback().run(selection.run).spans().lane(selection.actor).spans[*selection.span].state,
                 State::Running);
        press(Qt::Key_Escape);
        playback().toStart();
        press(Qt::Key_F, Qt::ControlModifier);
        press(Qt::Key_Return);
        QVERIFY(playback().moment(0).cursor > 0);
    }

    void aPinnedRunSaysSo()
    {
        press(Qt::Key_P);
        QVERIFY(find<MessageBar>()->sentence().startsWith(QStringLiteral("This run is pinned")));
        QVERIFY(playback().run(session().position()).title().endsWith(QStringLiteral("– pinned")));
        press(Qt::Key_P);
        QVERIFY(!playback().run(session().position()).title().endsWith(QStringLiteral("– pinned")));
    }

    void lessonsAreListedByTheirTitles()
    {
        const auto *const tree = find<LessonList>()->findChild<QTreeView *>();
        QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("Starvation: a blocking call among tasks"));
        QCOMPARE(tree->currentIndex().data(Qt::ToolTipRole).toString(), QStringLiteral("starvation-gather"));
    }

    void everyLessonIsInThePalette()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        for (const Lesson &lesson : lessons()) {
            auto *field = find<CommandPalette>()->findChild<QLineEdit *>();
            field->setText(QString::fromStdString(lesson.id));
            const auto *list = find<CommandPalette>()->findChild<QAbstractItemView *>();
            QStringList found;
            for (int row = 0; row < list->model()->rowCount(); ++row)
                found.append(list->model()->index(row, 0).data(PaletteModel::KindRole).toString());
            QVERIFY2(found.contains(QString::fromStdString(lesson.id)), lesson.id.c_str());
        }
    }

    void theKeysAreShownAndGoAwayWithAnyKey()
    {
        playback().setPlaying(false);
        press(Qt::Key_Question);
        auto *overlay = m_window->findChild<QWidget *>(QStringLiteral("keysOverlay"));
        QVERIFY(overlay->isVisible());
        QCOMPARE(overlay->geometry(), m_window->rect());
        press(Qt::Key_Space);
        QVERIFY(!overlay->isVisible());
        QVERIFY(!playback().playing());
    }

    void everyActionSaysWhatItDoes()
    {
        QSet<QString> ids;
        QMap<QString, const QAction *> keys;
        for (const Actions::Entry &entry : m_window->actions().entries()) {
            const QAction &action = *entry.action;
            const QByteArray id = action.objectName().toUtf8();
            QVERIFY2(!id.isEmpty() && !ids.contains(action.objectName()), id.constData());
            ids.insert(action.objectName());
            QVERIFY2(!Actions::nameOf(action).isEmpty(), id.constData());
            QVERIFY2(!action.statusTip().isEmpty() && !action.statusTip().endsWith(QLatin1Char('.')), id.constData());
            for (const QKeySequence &key : action.shortcuts()) {
                // What a key does with the lesson it may do with a program: one of the two is disabled.
                const QAction *const other = keys.value(key.toString());
                QVERIFY2(!other || other->isEnabled() != action.isEnabled(), qPrintable(key.toString()));
                QVERIFY2(
                    !other || (id.startsWith("program.") != other->objectName().startsWith(QLatin1String("program."))),
                    qPrintable(key.toString()));
                keys.insert(key.toString(), &action);
            }
        }
    }

    void everyMenuHasSomethingInIt()
    {
        for (const QAction *action : m_window->menuBar()->actions())
            QVERIFY2(action->menu() && !action->menu()->isEmpty(), qPrintable(action->text()));
    }

    void everyControlHasANameAndTakesTheFocusInTurn()
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool control =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractSlider *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QComboBox *>(widget);
            if (!control || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QStringLiteral("%1 %2").arg(QLatin1StringView(widget->metaObject()->className()),
                                                                   widget->objectName())));
        }
        QSet<QWidget *> seen;
        m_window->findChild<QWidget *>(QStringLiteral("toStart"))->setFocus();
        for (int i = 0; i < 100; ++i) { // some controls have several stops
            seen.insert(focused());
            QTest::keyClick(focused(), Qt::Key_Tab);
        }
        for (const char *name : {"play", "compare", "lessonSearch", "parameter.runs", "await", "introductionHeading"})
            QVERIFY2(seen.contains(m_window->findChild<QWidget *>(QLatin1StringView(name))), name);
    }

    void aDroppedFileOpens()
    {
        const QString path = QStringLiteral(COROSCOPE_TESTS_DIR "/golden/programs/join_order.json");
        drop(path);
        QCOMPARE(session().file(), path);
        QCOMPARE(find<MessageBar>()->sentence(), QString());
    }

    void aFileThatCannotBeReadIsToldInTheWindow()
    {
        const QString path = QStringLiteral(COROSCOPE_TESTS_DIR "/CMakeLists.txt");
        drop(path);
        QVERIFY(find<MessageBar>()->sentence().contains(QStringLiteral("CMakeLists.txt")));
        QCOMPARE(session().lesson(), QStringLiteral("starvation-gather"));
        press(Qt::Key_Escape);
        QCOMPARE(find<MessageBar>()->sentence(), QString());
    }

    void areasAreHiddenAndComeBack()
    {
        auto *tree = find<LessonList>()->findChild<QTreeView *>();
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!tree->isVisible());
        QVERIFY(!m_window->actions().find(QStringLiteral("area.lessons"))->isChecked());
        press(Qt::Key_F5);
        press(Qt::Key_Escape);
        QVERIFY(!tree->isVisible());
        m_window->actions().find(QStringLiteral("layout.reset"))->trigger();
        QVERIFY(tree->isVisible());
    }

    void behindALessonDrivenByHandComesTheTableThatWasShown()
    {
        Tables &tables = m_window->tables();
        tables.showTab(Tables::TasksTab);
        session().open(QStringLiteral("awaitable-once"));
        QCOMPARE(tables.tab(), Tables::HandTab);
        session().open(QStringLiteral("pieces-gather"));
        QCOMPARE(tables.tab(), Tables::TasksTab);
    }

    void theFilterNarrowsTheTables()
    {
        playback().toEnd();
        auto &tables = m_window->tables();
        tables.showTab(Tables::TasksTab);
        auto *filter = m_window->findChild<QLineEdit *>(QStringLiteral("tableFilter"));
        QVERIFY(filter->isVisible());
        auto *table = tables.currentWidget()->findChild<QTableView *>();
        const int all = table->model()->rowCount();
        filter->setText(QStringLiteral("run2"));
        QCOMPARE(table->model()->rowCount(), 1);
        filter->setText(QStringLiteral("nobody is called so"));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!table->isVisible()); // a sentence stands there instead
        filter->clear();
        QCOMPARE(table->model()->rowCount(), all);
        tables.showTab(Tables::MeasuresTab);
        QVERIFY(!filter->isVisible());
    }

    void aRowOfTheEventsGoesToItsEvent()
    {
        playback().toEnd();
        m_window->tables().showTab(Tables::EventsTab);
        auto *table = m_window->tables().currentWidget()->findChild<QTableView *>();
        Q_EMIT table->doubleClicked(table->model()->index(4, 0));
        QCOMPARE(playback().moment(1).cursor, EventIndex(5));
        QVERIFY(!playback().playing());
    }

    void theJobTableAndTheChartPointAtEachOther()
    {
        session().open(QStringLiteral("window-queue"));
        playback().toEnd();
        m_window->tables().showTab(Tables::JobTableTab);
        QCoreApplication::processEvents();
        JobTablePanel &jobs = m_window->tables().jobTable();
        auto *table = jobs.findChild<QTableView *>();
        auto *chart = find<ChartWidget>();
        Q_EMIT table->entered(table->model()->index(0, 2));
        const ActorId pointed = chart->view().pointed().actor;
        QVERIFY(pointed != ActorId::None);
        QCOMPARE(chart->request(chart->size()).selected, pointed);
        Q_EMIT chart->laneHovered(0, pointed);
        QVERIFY(table->selectionModel()->isSelected(table->model()->index(0, 2)));
        QVERIFY(!table->selectionModel()->isSelected(table->model()->index(0, 1)));
        Q_EMIT table->clicked(table->model()->index(3, 2));
        QCOMPARE(nanosecondsOf(playback().now()), 3'000'000'000);
        QCOMPARE(chart->view().selection().actor, pointed);
    }

    void aLineOfTheConsoleGoesToItsInstant()
    {
        playback().toEnd();
        auto *list = find<ConsolePanel>()->findChild<QAbstractItemView *>();
        Q_EMIT list->clicked(list->model()->index(2, 0));
        QCOMPARE(nanosecondsOf(playback().now()), 500'000'000);
    }

private:
    Playback &playback() { return m_window->playback(); }
    Session &session() { return m_window->session(); }
    QWidget *focused() { return QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focused(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString &text) { QTest::keyClicks(focused(), text); }
    /// The entries of a menu whose underlined letter another one has too.
    static QStringList clashing(const QList<QAction *> &entries)
    {
        QHash<QString, QStringList> entriesOf;
        for (const QAction *entry : entries) {
            const QString letter = QKeySequence::mnemonic(entry->text()).toString();
            if (!letter.isEmpty())
                entriesOf[letter].append(entry->text());
        }
        QStringList all;
        for (const QStringList &same : std::as_const(entriesOf)) {
            if (same.size() > 1)
                all += same;
        }
        return all;
    }
    template <class Widget>
    Widget *find()
    {
        return m_window->findChild<Widget *>();
    }
    /// The chart shows this text.
    static bool seen(const ChartWidget &chart, const QString &text)
    {
        return std::ranges::any_of(chart.scene().layers, [&](const timeline::Layer &layer) {
            return std::ranges::any_of(layer.texts, [&](const timeline::Text &one) { return one.string == text; });
        });
    }

    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }

    /// Whatever asks for the file's name is closed again by the Escape key.
    void exportBy(const std::function<void()> &command)
    {
        bool asked = false;
        QTimer closer;
        connect(&closer, &QTimer::timeout, this, [&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<QDialog *>(widget);
                if (dialog && dialog->isVisible()) {
                    asked = true;
                    QTest::keyClick(dialog, Qt::Key_Escape);
                }
            }
        });
        closer.start(10);
        command();
        QTRY_VERIFY(asked);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowKeys)
#include "tst_window_keys.moc"
