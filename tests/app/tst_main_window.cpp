// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTreeView>

#include "app/chart/chart_widget.h"
#include "app/chart/overview_strip.h"
#include "app/controls/appearance.h"
#include "app/panels/console_panel.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/introduction.h"
#include "app/panels/lesson_list.h"
#include "app/panels/loop_panel.h"
#include "app/panels/notices.h"
#include "app/panels/tables.h"
#include "app/window/arrangement.h"
#include "app/window/main_window.h"
#include "cut_texts.h"

#include <algorithm>
#include <cmath>

using namespace coroscope;

namespace {

constexpr Instant kStarving = instantAt(1'200'000'000);

} // namespace

class TestMainWindow : public QObject {
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
    }

    void aLessonPlaysAtOnceBesideTheOneItIsComparedWith()
    {
        QVERIFY(playback().playing());
        QCOMPARE(playback().runCount(), 2U);
        QCOMPARE(playback().run(0).id(), QStringLiteral("pieces-gather"));
        QCOMPARE(playback().run(1).id(), QStringLiteral("starvation-gather"));
        QSignalSpy changed(&playback(), &Playback::changed);
        QTRY_VERIFY(changed.size() > 2);
    }

    void framesKeepTheRoomAroundThemWhenTheTypeChanges()
    {
        m_window->resize(1920, 1080); // room for all columns, in each size of type
        QCoreApplication::processEvents();
        m_appearance->setTheme(timeline::Theme::Id::Dark); // so that all have been styled once in their places
        m_appearance->setTheme(timeline::Theme::Id::Light);
        QCoreApplication::processEvents();
        const auto roomsNow = [this] {
            QStringList rooms;
            for (const QWidget *widget : m_window->findChildren<QFrame *>()) {
                if (!widget->objectName().startsWith(QStringLiteral("qt_")))
                    rooms.append(QStringLiteral("%1 %2 %3")
                                     .arg(QLatin1StringView(widget->metaObject()->className()))
                                     .arg(widget->contentsMargins().left())
                                     .arg(widget->contentsMargins().bottom()));
            }
            return rooms;
        };
        const QStringList before = roomsNow();
        m_appearance->setPointSize(m_appearance->pointSize() + 4);
        m_appearance->setTheme(timeline::Theme::Id::Dark);
        m_appearance->setPointSize(m_appearance->pointSize() - 4);
        m_appearance->setTheme(timeline::Theme::Id::Light);
        QCoreApplication::processEvents();
        QCOMPARE(roomsNow(), before);
    }

    void theRightColumnStandsWhereItStoodAfterPresenting()
    {
        const auto place = [this] {
            return QRect(find<ConsolePanel>()->mapTo(m_window.get(), QPoint()), find<ConsolePanel>()->size());
        };
        m_window->resize(1920, 1080);
        QCoreApplication::processEvents();
        const QRect before = place();
        m_window->setPresenting(true);
        QCoreApplication::processEvents();
        m_window->setPresenting(false);
        m_window->resize(1920, 1080);
        QTRY_COMPARE(place().right(), before.right());
        QCOMPARE(place().bottom(), before.bottom());
    }

    /// While somebody keeps the thread nothing happens; the bar grows all the same, and shrinks going back.
    void theOverviewShowsWhoHasTheThreadNow()
    {
        auto *strip = find<OverviewStrip>();
        const auto columns = [&] {
            const QImage image = strip->grab().toImage();
            const QRgb blocks = m_appearance->theme().task(static_cast<ActorId>(1)).rgb();
            int count = 0;
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, image.height() / 2) == blocks;
            return count;
        };
        goTo(instantAt(700'000'000));
        const int early = columns();
        goTo(instantAt(1'400'000'000));
        const int late = columns();
        QVERIFY(late > 3 * early);
        goTo(instantAt(700'000'000));
        QCOMPARE(columns(), early);
    }

    void aRunThatTakesNoTimeIsShownInSteps()
    {
        m_window->session().open(QStringLiteral("both-ways"));
        playback().setPlaying(false);
        auto *chart = find<ChartWidget>();
        QCOMPARE(chart->axis(), timeline::AxisMode::Steps);
        auto *slider = m_window->findChild<QSlider *>();
        slider->setValue(slider->maximum());
        QVERIFY(playback().atEnd());
        slider->setValue(slider->maximum() / 2);
        QVERIFY(!playback().atEnd() && playback().moment(0).cursor > 0);
        const EventIndex half = playback().moment(0).cursor;
        slider->setValue(slider->maximum() / 4);
        QVERIFY(playback().moment(0).cursor < half);
        QVERIFY(slider->value() > 0 && slider->value() < slider->maximum() / 2);
        m_window->session().open(QStringLiteral("pieces-gather"));
        QCOMPARE(chart->axis(), timeline::AxisMode::Clock);
    }

    void theSliderIsAsLongAsTheRun()
    {
        m_window->session().open(QStringLiteral("condition-turnstile"));
        playback().setPlaying(false);
        const auto *slider = m_window->findChild<QSlider *>();
        playback().seek(instantAt(1'000'000'000));
        const double early = static_cast<double>(slider->value()) / slider->maximum();
        playback().toEnd();
        const double length = toSeconds(playback().now().time_since_epoch());
        QVERIFY(std::abs(early - 1 / length) < 0.01);
    }

    void lanesStayWhereTheyWereAtTheStart()
    {
        auto *chart = find<ChartWidget>();
        playback().toEnd();
        chart->grab();
        const auto areas = [chart] {
            QList<QRectF> found;
            for (const timeline::Plot &plot : chart->scene().plots)
                found.append(plot.area);
            return found;
        };
        const QList<QRectF> before = areas();
        playback().toStart();
        chart->grab();
        QCOMPARE(areas(), before);
    }

    void whatHappenedStandsLeftOfTheNowLine()
    {
        auto *chart = find<ChartWidget>();
        goTo(instantAt(1'500'000'000));
        chart->grab();
        const QColor color = m_appearance->theme().nowLine;
        for (std::size_t run = 0; run < 2; ++run) {
            double line = 0;
            for (const timeline::Layer &layer : chart->scene().layers)
                for (const timeline::Box &box : layer.boxes)
                    if (box.fill == color && chart->scene().plots[run].panel.contains(box.rect.center()))
                        line = box.rect.left();
            QVERIFY(line > 0);
            for (const timeline::Hit &hit : chart->scene().hits)
                QVERIFY(hit.run != run || hit.kind != timeline::Hit::Kind::Thread || hit.rect.right() <= line + 1);
        }
    }

    void aLessonOpensWithTheTabThatIsItsPoint()
    {
        auto &tables = m_window->tables();
        QCOMPARE(tables.tab(), Tables::LoopTab);
        m_window->session().open(QStringLiteral("window-queue"));
        QCOMPARE(tables.tab(), Tables::JobTableTab);
        tables.showTab(Tables::TasksTab);
        m_window->session().setParameter(QStringLiteral("jobs"), QStringLiteral("5"));
        QCOMPARE(tables.tab(), Tables::TasksTab); // who has chosen keeps it
        m_window->session().open(QStringLiteral("window-semaphore"));
        m_window->session().open(QStringLiteral("window-queue"));
        m_window->session().open(QStringLiteral("both-ways"));
        QCOMPARE(tables.tabText(tables.currentIndex()), QStringLiteral("By hand"));
        m_window->session().open(QStringLiteral("pieces-gather"));
        QVERIFY(tables.tabText(tables.currentIndex()) != QStringLiteral("By hand"));
    }

    void theLoopOfARunThatIsOverShowsItsLastTurn()
    {
        m_window->session().setCompared(false);
        const auto *panel = find<LoopPanel>();
        m_window->tables().showTab(Tables::LoopTab);
        m_window->arrangement().setShown(Arrangement::Area::Tables, true);
        goTo(instantAt(10'000'000'000));
        QVERIFY(playback().atEnd());
        QVERIFY(!panel->texts(LoopPanel::Holder).isEmpty());
        const auto captions = panel->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            captions, [](const QLabel *label) { return label->text() == QStringLiteral("had the thread last"); }));
        goTo(kStarving);
        QVERIFY(std::ranges::none_of(
            captions, [](const QLabel *label) { return label->text() == QStringLiteral("had the thread last"); }));
    }

    void whatAScenarioSaysOfItselfIsShown()
    {
        m_window->openFile(QStringLiteral(COROSCOPE_TESTS_DIR "/../resources/scenarios/starvation.json"));
        const auto *text = find<Introduction>()->findChild<QLabel *>();
        QVERIFY(find<Introduction>()->isVisible());
        QVERIFY(text->text().contains(QStringLiteral("One task blocks the thread for a second")));
        m_window->session().open(QStringLiteral("pieces-gather"));
        QVERIFY(!text->text().contains(QStringLiteral("One task blocks the thread for a second")));
    }

    void aListingThatTalksToTheOutsideSaysSo()
    {
        const auto *text = find<Introduction>()->findChild<QLabel *>();
        m_window->session().open(QStringLiteral("echo-basic"));
        QVERIFY(text->text().contains(QStringLiteral("The listing talks to the real outside")));
        m_window->session().open(QStringLiteral("pieces-gather"));
        QVERIFY(!text->text().contains(QStringLiteral("The listing talks to the real outside")));
    }

    void figuresOfWhatGoesOnDoNotFlicker()
    {
        goTo(instantAt(1'234'567'891));
        QVERIFY(std::ranges::any_of(m_window->findChildren<Notices *>(), [](const Notices *notices) {
            return notices->toPlainText().contains(QStringLiteral("0.734 s"));
        }));
    }

    void sentencesFitTheStrip_data()
    {
        QTest::addColumn<QString>("lesson");
        for (const char *lesson : {"starvation-gather", "window-queue", "condition-turnstile"})
            QTest::addRow("%s", lesson) << QString::fromLatin1(lesson);
    }
    void sentencesFitTheStrip()
    {
        QFETCH(QString, lesson);
        m_window->session().open(lesson);
        goTo(instantAt(4'000'000'000));
        const auto *const label = find<ExplanationStrip>()->findChild<QLabel *>();
        for (int step = 0; step < 40; ++step) {
            QCoreApplication::sendPostedEvents();
            const QRect wrapped =
                label->fontMetrics().boundingRect(0, 0, label->width(), 10000, Qt::TextWordWrap, label->text());
            QVERIFY2(wrapped.height() <= label->height(), qPrintable(label->text()));
            playback().stepBack(StepKind::Switch);
        }
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("points");
        QTest::addColumn<QString>("lesson");
        for (const char *lesson : {"starvation-gather", "window-queue", "countdown-blocking"}) {
            QTest::addRow("laptop %s", lesson) << QSize(1366, 768) << 12 << QString::fromLatin1(lesson);
            QTest::addRow("screen %s", lesson) << QSize(1920, 1080) << 13 << QString::fromLatin1(lesson);
        }
    }
    void nothingIsCut()
    {
        QFETCH(QSize, size);
        QFETCH(int, points);
        QFETCH(QString, lesson);
        m_appearance->setPointSize(points);
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(size);
        m_window->arrangement().reset(size);
        m_window->show();
        m_window->session().open(lesson);
        goTo(kStarving);
        QCOMPARE(m_window->size(), size);
        QCOMPARE(test::cutTexts(*m_window).join(QLatin1Char('|')), QString());
    }

    void bothThemesArePainted()
    {
        goTo(kStarving);
        for (const auto id : {timeline::Theme::Id::Light, timeline::Theme::Id::Dark}) {
            m_appearance->setTheme(id);
            const QImage image = m_window->grab().toImage();
            const auto &theme = timeline::Theme::of(id);
            QCOMPARE(image.pixelColor(4, 4).name(), theme.panel.name());
            QSet<QRgb> colours;
            for (int x = 0; x < image.width(); x += 2) {
                for (int y = 0; y < image.height(); y += 2)
                    colours.insert(image.pixel(x, y));
            }
            QVERIFY(colours.contains(theme.task(ActorId{1}).rgb()));
            QVERIFY(colours.contains(theme.starved.rgb()));
        }
    }

    void theSentenceSaysWhoKeepsTheThread()
    {
        goTo(kStarving);
        QCOMPARE(
            find<ExplanationStrip>()->text(),
            QStringLiteral(
                "0.5 s: run1 calls time.sleep(1) and keeps the thread; run2 is ready but has to wait until 1.5 s."));
    }

    void whatIsWrongIsSaidAsSoonAsItIsProved()
    {
        m_window->session().open(QStringLiteral("boom"));
        const auto *notices = find<ConsolePanel>()->findChild<Notices *>();
        playback().toStart();
        QVERIFY(notices->isHidden());
        playback().toEnd();
        QVERIFY(!notices->isHidden());
        QCOMPARE(
            notices->toPlainText(),
            QStringLiteral(
                "! 0 s  the exception of Task-2 was never retrieved: ZeroDivisionError: division by zero [Task-2 boom]"));
        m_window->session().open(QStringLiteral("pieces-one"));
        playback().toEnd();
        QVERIFY(notices->isHidden());
    }

    void everyPanelAgreesOnTheMoment()
    {
        goTo(kStarving);
        auto *list = find<ConsolePanel>()->findChild<QAbstractItemView *>();
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(find<LoopPanel>()->texts(LoopPanel::Ready), QStringList{QStringLiteral("run2")});
        QCOMPARE(find<LoopPanel>()->texts(LoopPanel::Holder), QStringList{QStringLiteral("run1 · time.sleep(1)")});
        QStringList texts;
        for (const auto *label : m_window->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(QStringLiteral("1.200 s")));
    }

    void keysPlayAndStep()
    {
        playback().toStart();
        playback().setPlaying(false);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(playback().playing());
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(!playback().playing());
        QTest::keyClick(m_window.get(), Qt::Key_Home);
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QCOMPARE(playback().moment(0).cursor, EventIndex(1));
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QCOMPARE(playback().moment(0).cursor, EventIndex(0));
        QTest::keyClick(m_window.get(), Qt::Key_End);
        QVERIFY(playback().atEnd());
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(!playback().atEnd());
    }

    void theSliderSeeks()
    {
        playback().toEnd();
        auto *slider = m_window->findChild<QSlider *>();
        slider->setValue(slider->maximum() / 2);
        QCOMPARE(nanosecondsOf(playback().now()), 1'250'000'000);
    }

    void withoutComparisonOneRunIsLeft()
    {
        auto *compare = m_window->findChild<QAbstractButton *>(QStringLiteral("compare"));
        QVERIFY(compare->isChecked());
        compare->click();
        QCOMPARE(playback().runCount(), 1U);
        QCOMPARE(playback().run(0).id(), QStringLiteral("starvation-gather"));
    }

    void anotherLessonStandsAloneAndItsPartnerBesideIt()
    {
        m_window->session().open(QStringLiteral("pieces-gather"));
        QCOMPARE(playback().runCount(), 2U);
        m_window->session().open(QStringLiteral("window-queue"));
        QCOMPARE(playback().runCount(), 1U);
        m_window->findChild<QAbstractButton *>(QStringLiteral("compare"))->click();
        QCOMPARE(playback().runCount(), 2U);
        m_window->session().open(QStringLiteral("window-semaphore"));
        QCOMPARE(playback().runCount(), 2U);
    }

    void theSearchFindsLessonsByName()
    {
        auto *tree = m_window->findChild<LessonList *>()->findChild<QTreeView *>();
        QVERIFY(tree->model()->rowCount() > 2);
        m_window->findChild<QLineEdit *>(QStringLiteral("lessonSearch"))->setText(QStringLiteral("semaphore"));
        QCOMPARE(tree->model()->rowCount(), 1);
        const QModelIndex found = tree->model()->index(0, 0, tree->model()->index(0, 0));
        QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
        tree->setCurrentIndex(found);
        QCOMPARE(m_window->session().lesson(), QStringLiteral("window-semaphore"));
        QVERIFY(playback().playing());
    }

    void theWheelZoomsAtThePointer()
    {
        goTo(kStarving);
        auto *chart = find<ChartWidget>();
        chart->grab();
        const timeline::Viewport before = chart->scene().plots.front().viewport;
        const QPointF at(before.left + before.width * 0.4, 100);
        QWheelEvent wheel(at, chart->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(chart, &wheel);
        chart->grab();
        const timeline::Viewport after = chart->scene().plots.front().viewport;
        QVERIFY(after.range.length() < before.range.length());
        QVERIFY(std::abs(after.toPosition(at.x()) - before.toPosition(at.x())) < 1e3);
        QTest::keyClick(m_window.get(), Qt::Key_F);
        chart->grab();
        QCOMPARE(chart->scene().plots.front().viewport.range, before.range);
    }

    void aClickSelectsALaneAndItsRun()
    {
        goTo(kStarving);
        auto *chart = find<ChartWidget>();
        chart->grab();
        QSignalSpy selected(chart, &ChartWidget::laneSelected);
        const auto hit = std::ranges::find_if(chart->scene().hits, [](const timeline::Hit &h) {
            return h.run == 0 && h.kind == timeline::Hit::Kind::LaneName && h.actor == ActorId{2};
        });
        QVERIFY(hit != chart->scene().hits.end());
        QTest::mouseClick(chart, Qt::LeftButton, {}, hit->rect.center().toPoint());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(find<ConsolePanel>()->findChild<QAbstractItemView *>()->model()->rowCount(), 4);
    }

    void everyControlHasAName()
    {
        for (const auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         qPrintable(button->objectName()));
        }
    }

    void closedWhilePlaying()
    {
        QVERIFY(playback().playing());
        m_window.reset();
    }

private:
    Playback &playback() { return m_window->playback(); }
    template <class Widget>
    Widget *find()
    {
        return m_window->findChild<Widget *>();
    }
    void goTo(Instant at)
    {
        playback().toEnd();
        playback().seek(at);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
