// SPDX-License-Identifier: GPL-3.0-or-later
// The window as assistive technology has it: what is in the tree, what can be done there, and what is told of changes.

#include <QTest>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include "access_tree.h"
#include "app/access/focus_ring.h"
#include "app/chart/chart_widget.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/controls/message_bar.h"
#include "app/controls/time_slider.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/introduction.h"
#include "app/panels/loop_panel.h"
#include "app/panels/tables.h"
#include "app/panels/transport_bar.h"
#include "app/window/export_dialog.h"
#include "app/window/main_window.h"
#include "app/words/language.h"
#include "recordings.h"

using namespace coroscope;
using test::faultsOf;
using test::partOf;
using test::Told;

namespace {

const QString kWindowQueue = QStringLiteral("A window of jobs, kept by a queue"); ///< as the list has it

QString nameOf(QAccessibleInterface *part)
{
    return part ? part->text(QAccessible::Name) : QStringLiteral("(none)");
}

void press(QAccessibleInterface *part)
{
    part->actionInterface()->doAction(part->actionInterface()->actionNames().constFirst());
    QCoreApplication::processEvents();
}

/// A window's parts around a playback whose frames the test makes.
struct Parts {
    explicit Parts(std::unique_ptr<Recording> recording)
    {
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(std::move(recording));
        playback.load(std::move(runs));
        auto *rows = new QVBoxLayout(&window);
        for (QWidget *widget : std::initializer_list<QWidget *>{transport, explanation, loop})
            rows->addWidget(widget);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }

    Appearance appearance;
    test::HandTicks *ticks = new test::HandTicks;
    Playback playback{std::unique_ptr<FrameTicks>(ticks)};
    Stage stage{playback};
    QWidget window;
    TransportBar *transport = new TransportBar(playback, appearance);
    ExplanationStrip *explanation = new ExplanationStrip(stage);
    LoopPanel *loop = new LoopPanel(stage, appearance);
};

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::turnOn();
        QVERIFY(QAccessible::isActive());
    }

    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1920, 1080);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open("starvation-gather");
    }

    void cleanup()
    {
        closeWindow();
        setLanguage(QStringLiteral("en"));
    }

    // The tree.

    void everythingHasItsNameAndRole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QStringList>("actions");
        QTest::newRow("two runs") << "en" << "starvation-gather" << QStringList();
        QTest::newRow("two runs, in French") << "fr" << "starvation-gather" << QStringList();
        QTest::newRow("jobs") << "en" << "window-queue" << QStringList();
        QTest::newRow("by hand") << "en" << "awaitable-pair" << QStringList();
        QTest::newRow("presenting and asking")
            << "en" << "starvation-gather"
            << QStringList{"present", "predict", "bring.source", "bring.console", "bring.table"};
        QTest::newRow("palette") << "en" << "starvation-gather" << QStringList{"palette"};
        QTest::newRow("keys") << "en" << "starvation-gather" << QStringList{"keys"};
        QTest::newRow("search") << "en" << "starvation-gather" << QStringList{"search"};
    }

    void everythingHasItsNameAndRole()
    {
        QFETCH(QString, language);
        QFETCH(QString, lesson);
        QFETCH(QStringList, actions);
        setLanguage(language);
        open(qPrintable(lesson));
        playback().toEnd();
        for (const QString &action : actions)
            m_window->actions().find(action)->trigger();
        QCoreApplication::processEvents();
        for (int tab = 0; tab < m_window->tables().count(); ++tab) {
            m_window->tables().setCurrentIndex(tab);
            find<ChartWidget>()->grab();
            QCoreApplication::processEvents();
            QCOMPARE(faultsOf(m_window.get()).join(QLatin1Char('\n')), QString());
        }
    }

    void dialogsHaveTheirNamesAndRoles()
    {
        playback().toEnd();
        m_window->actions().find(QStringLiteral("glossary"))->trigger();
        auto *glossary = m_window->findChild<QDialog *>(QStringLiteral("glossary"));
        QCOMPARE(faultsOf(glossary).join(QLatin1Char('\n')), QString());
        glossary->close();
        ExportDialog dialog({.chart = find<ChartWidget>()->request({900, 500}), .name = QStringLiteral("chart")},
                            nullptr);
        dialog.show();
        QCoreApplication::processEvents();
        QCOMPARE(faultsOf(&dialog).join(QLatin1Char('\n')), QString());
    }

    void theTraceOfAnotherProgramHasItsNamesAndRoles()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("trace.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"ph":"X","ts":0,"dur":1,"pid":1,"tid":1,"name":"one"}])");
        file.close();
        QCOMPARE(m_window->openFirst(file.fileName()), QString());
        QCoreApplication::processEvents();
        QCOMPARE(faultsOf(m_window.get()).join(QLatin1Char('\n')), QString());
    }

    void theChartIsATableOfThreadAndLanes()
    {
        open("boom-retrieved");
        playback().toEnd();
        find<ChartWidget>()->grab();
        QAccessibleInterface *chart = partOf(m_window.get(), QAccessible::Table, QStringLiteral("Timeline"));
        QVERIFY(chart);
        auto *table = chart->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowDescription(0), QStringLiteral("thread"));
        QVERIFY(nameOf(table->cellAt(0, 0)).contains(QStringLiteral("holds the thread")));
        QStringList outcomes;
        for (int row = 0; row < table->rowCount(); ++row) {
            QAccessibleInterface *cell = table->cellAt(row, 0);
            QVERIFY(cell->tableCellInterface());
            const QAccessibleInterface *heading = cell->tableCellInterface()->rowHeaderCells().value(0);
            QVERIFY(heading);
            QCOMPARE(heading->role(), QAccessible::RowHeader);
            QCOMPARE(heading->text(QAccessible::Name), table->rowDescription(row));
            outcomes << heading->text(QAccessible::Description);
            for (int column = 0; column < table->columnCount(); ++column) {
                const QString name = nameOf(table->cellAt(row, column));
                QVERIFY2(!name.contains(QStringLiteral("ready, 0")) && !name.endsWith(QStringLiteral("ready")),
                         qPrintable(name));
            }
        }
        QVERIFY2(outcomes.filter(QStringLiteral("failed: ")).size() == 1, qPrintable(outcomes.join(QLatin1Char('|'))));
    }

    void jobsAreAtWorkOrNot()
    {
        open("window-queue");
        playback().toEnd();
        m_window->tables().showTab(Tables::JobTableTab);
        QCoreApplication::processEvents();
        QAccessibleInterface *table = partOf(m_window.get(), QAccessible::Table, QStringLiteral("Job table"));
        QVERIFY(table);
        QCOMPARE(nameOf(table->tableInterface()->cellAt(0, 0)), QStringLiteral("at work"));
        QCOMPARE(table->tableInterface()->columnDescription(0), QStringLiteral("j0 (1)"));
    }

    void awaitAndBlockingCallExcludeEachOther()
    {
        QAccessibleInterface *await = partOf(m_window.get(), QAccessible::RadioButton, QStringLiteral("await"));
        QAccessibleInterface *block = partOf(m_window.get(), QAccessible::RadioButton, QStringLiteral("blocking call"));
        QVERIFY(await && block);
        QVERIFY(!await->state().checked && block->state().checked);
        press(await);
        QVERIFY(await->state().checked && !block->state().checked);
    }

    void keysAreSaidAsKeys()
    {
        QAccessibleInterface *play = partOf(m_window.get(), QAccessible::CheckBox, QStringLiteral("Play"));
        QVERIFY(play);
        QCOMPARE(play->actionInterface()->keyBindingsForAction(QAccessibleActionInterface::toggleAction()),
                 QStringList{QStringLiteral("Space")});
    }

    // What can be done.

    void aLessonIsChosen()
    {
        QAccessibleInterface *lesson = partOf(m_window.get(), QAccessible::TreeItem, kWindowQueue);
        QVERIFY(lesson);
        press(lesson);
        QCOMPARE(m_window->session().lesson(), QStringLiteral("window-queue"));
        QVERIFY(partOf(m_window.get(), QAccessible::TreeItem, kWindowQueue)->state().selected);
    }

    void aWordIsPressed()
    {
        m_window->introduction().setExpanded(true);
        QCoreApplication::processEvents();
        QAccessibleInterface *word = partOf(m_window.get(), QAccessible::Link);
        QVERIFY(word);
        QVERIFY(!word->text(QAccessible::Description).contains(QLatin1Char('<')));
        press(word);
        auto *glossary = m_window->findChild<QDialog *>(QStringLiteral("glossary"));
        QVERIFY(glossary && glossary->isVisible());
        glossary->close();
    }

    void aTabIsChosen()
    {
        press(partOf(m_window.get(), QAccessible::PageTab, QStringLiteral("Events")));
        QCOMPARE(m_window->tables().tab(), Tables::EventsTab);
    }

    void aRowIsGoneTo()
    {
        playback().toEnd();
        m_window->tables().showTab(Tables::EventsTab);
        QCoreApplication::processEvents();
        QAccessibleInterface *events = partOf(m_window.get(), QAccessible::Table, QStringLiteral("Events"));
        QVERIFY(events);
        press(events->tableInterface()->cellAt(4, 0));
        QCOMPARE(playback().moment(1).cursor, EventIndex(5));
    }

    void aFormatIsChosen()
    {
        ExportDialog dialog({.chart = find<ChartWidget>()->request({900, 500}), .name = QStringLiteral("chart")},
                            nullptr);
        dialog.show();
        QAccessibleInterface *format =
            partOf(&dialog, QAccessible::ComboBox, QStringLiteral("Picture (PNG)")); // its label is a relation
        QVERIFY(format);
        QCOMPARE(nameOf(format->relations(QAccessible::Label).value(0).first), QStringLiteral("Format"));
        QAccessibleInterface *list = format->child(0);
        QVERIFY(list);
        press(list->child(1));
        QCOMPARE(format->text(QAccessible::Value), QStringLiteral("Drawing (SVG)"));
    }

    void timeIsSoughtInSeconds()
    {
        playback().toEnd();
        QAccessibleInterface *slider = partOf(m_window.get(), QAccessible::Slider, QStringLiteral("Time"));
        QVERIFY(slider && slider->valueInterface());
        QCOMPARE(slider->valueInterface()->maximumValue().toDouble(), 2.5);
        QCOMPARE(slider->valueInterface()->currentValue().toDouble(), 2.5);
        slider->valueInterface()->setCurrentValue(0.5);
        QCOMPARE(nanosecondsOf(playback().now()), 500'000'000);
        QCOMPARE(slider->text(QAccessible::Value), QStringLiteral("0.5 s"));
    }

    // What is told.

    void eachStepIsAnnouncedOnce()
    {
        closeWindow();
        Parts parts(test::starvation());
        parts.playback.setPlaying(false);
        parts.playback.toStart();
        QStringList sentences;
        Told told;
        for (int step = 0; step < 4; ++step) {
            parts.playback.stepForward(StepKind::Switch);
            QCoreApplication::processEvents();
            sentences << parts.explanation->text();
        }
        sentences.removeDuplicates();
        QVERIFY(sentences.size() > 2);
        QCOMPARE(told.announced(), sentences);
    }

    void whatHappensAtOnceIsAnnouncedOnce()
    {
        Told told;
        m_window->session().open(QStringLiteral("window-queue"));
        playback().setPlaying(false);
        playback().toEnd();
        QCoreApplication::processEvents();
        QCOMPARE(told.announced(), QStringList{find<ExplanationStrip>()->text()});
    }

    void framesTellNothing()
    {
        closeWindow();
        Parts parts(test::ticking());
        parts.playback.setPlaying(true);
        parts.ticks->frame();
        const auto happened = [&] { return parts.playback.moment(0).cursor; };
        Told told;
        int still = 0;
        for (int frame = 0; frame < 120; ++frame) {
            const EventIndex before = happened();
            told.clear();
            parts.ticks->frame();
            QCoreApplication::processEvents();
            if (happened() != before)
                continue;
            ++still;
            const QString heard =
                told.events().empty()
                    ? QString()
                    : QStringLiteral("%1 %2").arg(told.events().front().kind).arg(told.events().front().name);
            QCOMPARE(heard, QString());
        }
        QVERIFY(still > 60);
    }

    void aFastRunIsNotReadOutAsAWhole()
    {
        closeWindow();
        Parts parts(test::ticking());
        Told told;
        parts.playback.setPlaying(true);
        for (int frame = 0; frame < 200; ++frame) {
            parts.ticks->frame();
            QCoreApplication::processEvents();
        }
        QVERIFY2(told.announced().size() <= 2, qPrintable(told.announced().join(QLatin1Char('\n'))));
        parts.playback.setPlaying(false);
        QCoreApplication::processEvents();
        QCOMPARE(told.announced().constLast(), parts.explanation->text());
    }

    void playingIsTold()
    {
        closeWindow();
        Parts parts(test::starvation());
        parts.playback.setPlaying(false);
        QAccessibleInterface *play = partOf(parts.transport, QAccessible::CheckBox, QStringLiteral("Play"));
        QVERIFY(play && !play->state().checked);
        Told told;
        press(play);
        QVERIFY(parts.playback.playing());
        QVERIFY(play->state().checked);
        QVERIFY(told.count(QAccessible::StateChanged, QStringLiteral("Play")) > 0);
        press(play);
        QVERIFY(!parts.playback.playing());
        QVERIFY(!play->state().checked);
    }

    void messagesCallForAttention()
    {
        Told told;
        m_window->tell(QStringLiteral("Nothing is there."));
        QCOMPARE(told.announced(), QStringList{QStringLiteral("Nothing is there.")});
        QVERIFY(partOf(m_window.get(), QAccessible::AlertMessage, QStringLiteral("Nothing is there.")));
    }

    void aSentenceIsAnnouncedWhilePresentingToo()
    {
        playback().toStart();
        m_window->setPresenting(true);
        QCoreApplication::processEvents();
        Told told;
        key(Qt::Key_PageDown);
        QCOMPARE(told.announced(), QStringList{find<ExplanationStrip>()->text()});
    }

    // The keyboard.

    void tabGoesThroughTheWindowAsItIsLaidOut()
    {
        m_window->tables().showTab(Tables::EventsTab);
        QCoreApplication::processEvents();
        const QStringList wanted{
            QStringLiteral("toStart"),         QStringLiteral("export"),         QStringLiteral("lessonSearch"),
            QStringLiteral("await"),           QStringLiteral("parameter.runs"), QStringLiteral("parameter.second"),
            QStringLiteral("resetParameters"), QStringLiteral("follow"),         QStringLiteral("introductionHeading")};
        m_window->session().setParameter(QStringLiteral("runs"), QStringLiteral("3")); // or there is nothing to reset
        QStringList met;
        int handles = 0;
        named("toStart")->setFocus(Qt::TabFocusReason);
        const QWidget *first = QApplication::focusWidget();
        do {
            if (wanted.contains(QApplication::focusWidget()->objectName()))
                met << QApplication::focusWidget()->objectName();
            handles += QApplication::focusWidget()->inherits("QSplitterHandle");
            key(Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && met.size() < 100);
        QCOMPARE(met, wanted);
        QCOMPARE(handles, 4);
    }

    void handlesAreMovedByKeys()
    {
        QAccessibleInterface *handle =
            partOf(m_window.get(), QAccessible::Splitter, QStringLiteral("Width of the lessons"));
        QVERIFY(handle);
        const double before = handle->valueInterface()->currentValue().toDouble();
        static_cast<QWidget *>(handle->object())->setFocus();
        key(Qt::Key_Right);
        QVERIFY(handle->valueInterface()->currentValue().toDouble() > before);
        QCOMPARE(playback().moment(0).cursor, EventIndex(0)); // the key is the handle's
    }

    void whileFocusWalksItIsSeen()
    {
        playback().toEnd();
        auto *ring = m_appearance->findChild<access::FocusRing *>();
        QVERIFY(ring);
        QVERIFY(!ring->around());
        named("toStart")->setFocus(Qt::TabFocusReason);
        const QWidget *first = QApplication::focusWidget();
        int seen = 0;
        do {
            QCoreApplication::processEvents();
            QWidget *focus = QApplication::focusWidget();
            QVERIFY2(ring->around() == focus, focus->metaObject()->className());
            seen += contrastOfRing(*focus);
            if (QTest::currentTestFailed())
                return;
            key(Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && seen < 200);
        QVERIFY(seen > 30);
        QTest::mouseClick(named("toEnd"), Qt::LeftButton);
        QVERIFY(!ring->around());
    }

    void whilePresentingNothingInvisibleTakesTheFocus()
    {
        m_window->setPresenting(true);
        QCoreApplication::processEvents();
        for (int i = 0; i < 30; ++i) {
            key(Qt::Key_Tab);
            const QWidget *focus = QApplication::focusWidget();
            QVERIFY2(focus && !focus->visibleRegion().isEmpty(), focus ? focus->metaObject()->className() : "nothing");
        }
        key(Qt::Key_Up);
        m_window->setPresenting(false);
        QCOMPARE(static_cast<QSpinBox *>(named("parameter.runs"))->value(), 2);
    }

private:
    void closeWindow()
    {
        m_window.reset();
        m_appearance.reset();
    }
    Playback &playback() { return m_window->playback(); }
    void open(const char *lesson)
    {
        m_window->session().open(QString::fromLatin1(lesson));
        playback().setPlaying(false);
        playback().toStart();
        QCoreApplication::processEvents();
    }
    template <class Widget>
    Widget *find()
    {
        return m_window->findChild<Widget *>();
    }
    QWidget *named(const char *name) { return m_window->findChild<QWidget *>(QLatin1StringView(name)); }
    void key(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key);
        QCoreApplication::processEvents();
    }

    /// Whether one of the ring's two tones stands out from what is below it, all along its upper edge.
    int contrastOfRing(QWidget &focus)
    {
        auto *ring = m_window->findChild<QFocusFrame *>();
        if (!ring || !ring->isVisible())
            return 0;
        const QRect place = ring->geometry();
        const QImage with = m_window->grab(place).toImage();
        ring->hide();
        const QImage without = m_window->grab(place).toImage();
        ring->show();
        const QRegion edge = QRegion(with.rect()) - QRegion(with.rect().adjusted(3, 3, -3, -3));
        int changed = 0;
        for (const QRect &rect : edge) {
            for (int y = rect.top(); y <= rect.bottom(); ++y) {
                for (int x = rect.left(); x <= rect.right(); ++x)
                    changed += timeline::contrast(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3;
            }
        }
        const int enough = with.width() + with.height();
        if (changed < enough)
            QTest::qFail(qPrintable(QStringLiteral("%1: %2 of %3 pixels")
                                        .arg(QLatin1StringView(focus.metaObject()->className()))
                                        .arg(changed)
                                        .arg(enough)),
                         __FILE__, __LINE__);
        return 1;
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
