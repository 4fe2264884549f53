// SPDX-License-Identifier: GPL-3.0-or-later
// Presenter mode, "who runs next?", walking along the lanes, and the chart as assistive technology reads it.

#include <QTest>

#include <QAccessible>
#include <QApplication>
#include <QLabel>

#include "app/chart/chart_search.h"
#include "app/chart/chart_walk.h"
#include "app/chart/chart_widget.h"
#include "app/chart/overview_strip.h"
#include "app/chart/selection_card.h"
#include "app/controls/appearance.h"
#include "app/panels/loop_panel.h"
#include "app/panels/predict_bar.h"
#include "app/panels/tables.h"
#include "app/panels/transport_bar.h"
#include "app/timeline/frame.h"
#include "app/window/main_window.h"

#include <QSignalSpy>

using namespace coroscope;

class TestPresenting : public QObject {
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
        open("pieces-gather");
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
    }

    void theChartStandsAloneInLargeType()
    {
        playback().seek(instantAt(1'000'000'000));
        key(Qt::Key_F5);
        QCoreApplication::processEvents();
        QVERIFY(!find<TransportBar>()->isVisible());
        QVERIFY(!find<OverviewStrip>()->isVisible());
        chart().grab();
        const double lines = m_window->height();
        for (const timeline::Layer &layer : chart().scene().layers) {
            for (const timeline::Text &text : layer.texts)
                QVERIFY2(text.pixelSize >= 20 * lines / 1080 - 1, qPrintable(text.string));
        }
        for (const auto *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                QVERIFY2(label->fontInfo().pixelSize() >= 20 * lines / 1080 - 1, qPrintable(label->text()));
        }
        key(Qt::Key_Escape);
        QVERIFY(find<TransportBar>()->isVisible());
    }

    void aKeyEachBringsWhatIsWanted()
    {
        key(Qt::Key_F5);
        QVERIFY(!find<LoopPanel>()->isVisible());
        key(Qt::Key_L);
        QVERIFY(find<LoopPanel>()->isVisible());
        key(Qt::Key_T);
        QVERIFY(!find<LoopPanel>()->isVisible());
        QVERIFY(m_window->tables().isVisible());
        key(Qt::Key_T);
        QVERIFY(!m_window->tables().isVisible());
        key(Qt::Key_B);
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("blank")));
        key(Qt::Key_B);
        QTRY_VERIFY(!m_window->findChild<QWidget *>(QStringLiteral("blank")));
        key(Qt::Key_Escape);
        QVERIFY(m_window->tables().isVisible());
    }

    void theNextIsAskedForAndTold()
    {
        playback().setPlaying(false);
        playback().toStart();
        playback().setSpeed(Playback::kFullSpeed);
        key(Qt::Key_U);
        auto *bar = find<PredictBar>();
        QVERIFY(bar->isVisible());
        key(Qt::Key_PageDown);
        QTRY_COMPARE(bar->text(), QStringLiteral("Who runs next?"));
        QVERIFY(!playback().playing());
        const EventIndex before = playback().moment(0).cursor;
        key(Qt::Key_1); // what they see first is what runs first
        QVERIFY(bar->text().startsWith(QStringLiteral("✓ Right"))
                || bar->text().startsWith(QStringLiteral("Not quite")));
        QVERIFY(playback().moment(0).cursor > before);
        key(Qt::Key_PageDown);
        QTRY_COMPARE(bar->text(), QStringLiteral("Who runs next?"));
        key(Qt::Key_PageDown); // nobody dares: it is shown
        QVERIFY(bar->text().startsWith(QStringLiteral("It is")));
        key(Qt::Key_U);
        QVERIFY(!bar->isVisible());
    }

    void theScoreCounts()
    {
        playback().setPlaying(false);
        playback().toStart();
        playback().setSpeed(Playback::kFullSpeed);
        Prediction prediction(playback());
        prediction.setOn(true, m_window->session().position());
        int asked = 0;
        int right = 0;
        for (int i = 0; i < 200 && !playback().atEnd(); ++i) {
            prediction.goOn();
            QTRY_VERIFY(prediction.asks() || playback().atEnd());
            if (!prediction.asks())
                break;
            const std::optional<ActorId> taker = playback().nextTaker(prediction.run());
            QVERIFY(std::ranges::find(prediction.candidates(), *taker) != prediction.candidates().end());
            const bool guessRight = asked % 2 == 0;
            const auto wrong =
                std::ranges::find_if(prediction.candidates(), [&](ActorId actor) { return actor != *taker; });
            prediction.answer(guessRight ? *taker : *wrong);
            ++asked;
            right += guessRight;
            QCOMPARE(prediction.told()->right(), guessRight);
            QCOMPARE(playback().moment(prediction.run()).holder()->by, *taker);
        }
        QVERIFY(asked >= 4);
        QCOMPARE(prediction.answered(), asked);
        QCOMPARE(prediction.right(), right);
    }

    void keysWalkAlongTheLanes()
    {
        playback().toEnd();
        chart().grab();
        chart().setFocus();
        const EventIndex cursor = playback().moment(0).cursor;
        key(Qt::Key_Down);
        const ChartView::Selection first = chart().view().selection();
        QVERIFY(!first.empty() && first.span);
        key(Qt::Key_Left);
        const ChartView::Selection before = chart().view().selection();
        QVERIFY(*before.span < *first.span);
        const Span &there = playback().run(before.run).spans().lane(before.actor).spans[*before.span];
        QVERIFY(there.state != State::Ready || there.end > there.begin); // a wait that took no time is no stop
        QCOMPARE(playback().moment(0).cursor, cursor);                   // it walks, it does not step
        key(Qt::Key_Down);
        QVERIFY(chart().view().selection().actor != first.actor || chart().view().selection().run != first.run);
        QVERIFY(find<SelectionCard>()->isVisible());
        key(Qt::Key_Return);
        QVERIFY(playback().moment(0).cursor < cursor);
        key(Qt::Key_Escape);
        QVERIFY(chart().view().selection().empty());
        const EventIndex at = playback().moment(0).cursor;
        key(Qt::Key_Right);
        QVERIFY(playback().moment(0).cursor > at || playback().now() > Instant{});
    }

    void theChartReadsAsATable()
    {
        open("queue-put-blocks");
        playback().toEnd();
        chart().grab();
        QAccessibleInterface *chartInterface = QAccessible::queryAccessibleInterface(&chart());
        QVERIFY(chartInterface);
        QCOMPARE(chartInterface->role(), QAccessible::Table);
        auto *table = chartInterface->tableInterface();
        QVERIFY(table);
        const auto request = chart().request(chart().size());
        QCOMPARE(table->rowCount(),
                 static_cast<int>(timeline::rowsOf(request.runs[0]).size()) + 1); // the thread comes first
        QCOMPARE(table->rowDescription(2), QStringLiteral("producer"));
        const Lane &producer = playback().run(0).spans().lane(ActorId{2});
        int waits = 0;
        EventIndex begin = 0;
        int column = 0;
        for (const Span &span : producer.spans) {
            if (span.state == State::Ready && span.end == span.begin)
                continue; // before every step: nobody wants to hear of it
            QAccessibleInterface *cell = table->cellAt(2, column);
            QVERIFY(cell && cell->isValid());
            const QString name = cell->text(QAccessible::Name);
            QVERIFY2(name.startsWith(QStringLiteral("producer: ")), qPrintable(name));
            if (span.reason == Reason::QueuePut && span.state == State::Awaiting) {
                QVERIFY(name.contains(QStringLiteral("await queue.put()")));
                QVERIFY(cell->text(QAccessible::Description)
                            .startsWith(QStringLiteral("woken by consumer’s get from queue")));
                QVERIFY(chart().rect().contains(chart().mapFromGlobal(cell->rect().center())));
                ++waits;
            }
            begin = column == 0 ? span.first : begin;
            const int child = 2 * (table->columnCount() + 1) + 1 + column; // each row begins with its heading
            QCOMPARE(chartInterface->indexOfChild(cell), child);
            QCOMPARE(chartInterface->child(child), cell);
            ++column;
        }
        QVERIFY(waits > 0);
        QAccessibleInterface *cell = table->cellAt(2, 0);
        cell->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(cell->state().selected);
        QCOMPARE(table->selectedCells(), QList{cell});
        QCOMPARE(chartInterface->focusChild(), cell);
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(playback().moment(0).cursor, begin + 1);
        QVERIFY(!table->cellAt(table->rowCount(), 0));
    }

    void viewsAreUndoneAndDoneAgain()
    {
        playback().toEnd();
        chart().grab();
        const timeline::AxisRange whole = chart().visible();
        key(Qt::Key_Plus);
        const timeline::AxisRange near = chart().visible();
        QVERIFY(near.length() < whole.length());
        key(Qt::Key_A);
        QCOMPARE(chart().axis(), timeline::AxisMode::Steps);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(chart().axis(), timeline::AxisMode::Clock);
        QCOMPARE(chart().visible(), near);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(chart().visible(), whole);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(chart().visible(), near);
    }

    void shiftAndDraggingMeasures()
    {
        playback().toEnd();
        chart().grab();
        const timeline::Viewport view = chart().scene().plots.front().viewport;
        const QPoint from(static_cast<int>(view.toPixel(2e8)), 200);
        const QPoint to(static_cast<int>(view.toPixel(7e8)), 200);
        QTest::mousePress(&chart(), Qt::LeftButton, Qt::ShiftModifier, from);
        QTest::mouseMove(&chart(), to);
        QTest::mouseRelease(&chart(), Qt::LeftButton, Qt::ShiftModifier, to);
        const auto measured = chart().view().measured();
        QVERIFY(measured);
        QVERIFY(std::abs(measured->length() - 5e8) < 2e7);
        key(Qt::Key_R);
        QVERIFY(playback().loop());
        QVERIFY(playback().playing());
        key(Qt::Key_R);
        QVERIFY(!playback().loop());
        key(Qt::Key_Escape);
        QVERIFY(!chart().view().measured());
    }

    void draggingTheEndOfASleepChangesItsParameter()
    {
        m_window->session().setKeepsBefore(false);
        playback().toEnd();
        chart().grab();
        const auto &spans = playback().run(0).spans().lane(ActorId{1}).spans;
        const auto sleep = std::ranges::find(spans, Reason::Sleep, &Span::reason);
        const auto index = static_cast<std::size_t>(sleep - spans.begin());
        const auto hit = std::ranges::find_if(chart().scene().hits, [&](const timeline::Hit &h) {
            return h.kind == timeline::Hit::Kind::Span && h.run == 0 && h.actor == ActorId{1} && h.span == index;
        });
        QVERIFY(hit != chart().scene().hits.end());
        const timeline::Viewport view = chart().scene().plots.front().viewport;
        const int y = static_cast<int>(hit->rect.center().y());
        QTest::mousePress(&chart(), Qt::LeftButton, {}, QPoint(static_cast<int>(hit->rect.right()) - 1, y));
        const QPoint to(static_cast<int>(view.toPixel(8e8)), y);
        QTest::mouseMove(&chart(), to);
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, to);
        const double first = toSeconds(m_window->session().settingsOf(*m_window->session().current()).seconds("first"));
        QVERIFY2(std::abs(first - 0.8) < 0.03, qPrintable(QString::number(first)));
    }

    void anotherRunTakesWhatIsDraggedOutOfTheHand()
    {
        m_window->session().setKeepsBefore(false);
        playback().toEnd();
        const auto press = [this](bool sleep) {
            chart().grab();
            const auto hit = std::ranges::find_if(chart().scene().hits, [&](const timeline::Hit &h) {
                return sleep ? h.kind == timeline::Hit::Kind::Span && h.actor == ActorId{1} && h.rect.width() > 100
                             : h.kind == timeline::Hit::Kind::LaneName && h.actor == ActorId{2};
            });
            QVERIFY(hit != chart().scene().hits.end());
            const QPoint at(static_cast<int>(sleep ? hit->rect.right() - 1 : hit->rect.center().x()),
                            static_cast<int>(hit->rect.center().y()));
            QTest::mousePress(&chart(), Qt::LeftButton, {}, at);
            QTest::mouseMove(&chart(), at + QPoint(-40, -20));
        };
        for (const bool sleep : {true, false}) {
            m_window->session().open(QStringLiteral("pieces-gather"));
            playback().toEnd();
            press(sleep);
            m_window->session().open(QStringLiteral("timer-demo")); // by a key, or because it has been read
            QTest::mouseMove(&chart(), QPoint(300, 200));
            QTest::mouseRelease(&chart(), Qt::LeftButton, {}, QPoint(300, 200));
            QVERIFY(!chart().view().measured());
        }
        m_window->session().open(QStringLiteral("pieces-gather"));
        playback().toEnd();
        press(true);
        const_cast<Stage &>(chart().stage()).setFocus(0); // only what the panels are about
        QTest::mouseMove(&chart(), QPoint(300, 200));
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, QPoint(300, 200));
    }

    void aSearchGoesFromMatchToMatch()
    {
        playback().toEnd();
        const Stage &stage = chart().stage();
        const auto found = searchRuns(stage, QStringLiteral("RUN1"));
        QVERIFY(found.size() >= 4); // the task, and what it prints
        QVERIFY(searchRuns(stage, QStringLiteral("  ")).empty());
        QVERIFY(searchRuns(stage, QStringLiteral("nothing like it")).empty());
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("run1 end"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(playback().now(), instantAt(1'500'000'000));
        QCOMPARE(chart().view().selection().actor, ActorId{1});
    }

    void chipsGlideFromBoxToBox()
    {
        playback().setPlaying(false);
        m_window->tables().showTab(Tables::LoopTab);
        auto *panel = find<LoopPanel>();
        playback().seek(instantAt(200'000'000));
        QTest::qWait(300);
        QVERIFY(panel->texts(LoopPanel::Timers).size() >= 2);
        const QRectF timer = panel->chips().placeOf(1);
        QVERIFY(!timer.isEmpty());
        playback().stepForward(StepKind::Switch);
        QVERIFY(panel->texts(LoopPanel::Holder).join(QString()).contains(QStringLiteral("run1")));
        QVERIFY(panel->chips().gliding());
        QVERIFY(std::abs(panel->chips().placeOf(1).left() - timer.left()) < 100); // on its way
        QTRY_VERIFY(!panel->chips().gliding());
        QVERIFY(panel->chips().placeOf(1).left() > timer.left() + 100);
    }

private:
    template <class Widget>
    Widget *find()
    {
        return m_window->findChild<Widget *>();
    }
    Playback &playback() { return m_window->playback(); }
    ChartWidget &chart() { return *find<ChartWidget>(); }
    void key(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key);
        QCoreApplication::processEvents();
    }
    void open(const char *lesson)
    {
        m_window->session().setCompared(false);
        m_window->session().open(QString::fromLatin1(lesson));
        m_window->session().setCompared(false);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPresenting)
#include "tst_presenting.moc"
