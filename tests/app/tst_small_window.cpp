// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop and half a screen are places where the program is good: the chart comes first, in both languages, at every
// size of type.

#include <QTest>

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QToolButton>

#include "app/chart/chart_widget.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/lesson_list.h"
#include "app/panels/parameter_strip.h"
#include "app/panels/tables.h"
#include "app/panels/transport_bar.h"
#include "app/window/arrangement.h"
#include "app/window/companion.h"
#include "app/window/main_window.h"
#include "app/words/language.h"
#include "core/lessons/lesson.h"

using namespace coroscope;

namespace {

constexpr double kChartShare = 0.45;
constexpr int kNarrow = 640;
constexpr int kSteps = 6; ///< of larger type

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class TestSmallWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        m_appearance->setPointSize(Appearance::pointSizeForScreen());
        m_window = std::make_unique<MainWindow>(*m_appearance);
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        setLanguage(QStringLiteral("en"));
    }

    void theChartComesFirst_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("spoken");
        for (const QSize size : {QSize(640, 700), QSize(640, 900), QSize(1366, 768)}) {
            for (const char *spoken : {"en", "fr"})
                QTest::addRow("%dx%d-%s", size.width(), size.height(), spoken) << size << QString::fromLatin1(spoken);
        }
    }

    void theChartComesFirst()
    {
        QFETCH(QSize, size);
        QFETCH(QString, spoken);
        setLanguage(spoken);
        show(size);
        for (int step = 0; step <= kSteps; ++step) {
            for (const char *lesson : {"window-queue", "starvation-gather", "awaitable-once", "fetch-concurrent"}) {
                open(lesson);
                for (int tab = Tables::JobTableTab; tab <= Tables::ParametersTab; ++tab) {
                    m_window->tables().showTab(static_cast<Tables::Tab>(tab));
                    settle();
                    m_where = QStringLiteral("type +%1, %2, tab %3").arg(step).arg(QLatin1StringView(lesson)).arg(tab);
                    fits(size);
                    if (QTest::currentTestFailed())
                        return;
                }
            }
            trigger("type.larger");
        }
    }

    void everyLessonFits_data()
    {
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<int>("larger");
        for (const char *spoken : {"en", "fr"}) {
            for (const int larger : {0, kSteps})
                QTest::addRow("%s+%d", spoken, larger) << QString::fromLatin1(spoken) << larger;
        }
    }

    void everyLessonFits()
    {
        QFETCH(QString, spoken);
        QFETCH(int, larger);
        setLanguage(spoken);
        constexpr QSize kHalf(kNarrow, 700);
        show(kHalf);
        for (int i = 0; i < larger; ++i)
            trigger("type.larger");
        for (const Lesson &lesson : lessons()) {
            open(lesson.id.c_str());
            settle();
            m_where = QString::fromStdString(lesson.id);
            fits(kHalf);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void theTypeGrowsInTheChartTooAndComesBack()
    {
        show({1366, 768});
        open("window-queue");
        settle();
        const QSize window = m_window->size();
        const int before = laneType();
        const QSize icon = find<TransportBar>()->findChild<QAbstractButton *>(QStringLiteral("play"))->iconSize();
        const timeline::Scene scene = chart().scene();
        int last = before;
        for (int i = 0; i < kSteps; ++i) {
            trigger("type.larger");
            settle();
            QVERIFY2(laneType() >= last, qPrintable(QString::number(i)));
            last = laneType();
        }
        QVERIFY2(last * 10 >= before * 13, qPrintable(QString::number(last)));
        const QSize larger = find<TransportBar>()->findChild<QAbstractButton *>(QStringLiteral("play"))->iconSize();
        QVERIFY(larger.width() * 10 >= icon.width() * 14);
        trigger("type.standard");
        settle();
        QCOMPARE(m_window->size(), window);
        QCOMPARE(laneType(), before);
        QCOMPARE(chart().scene().plots.front().panel, scene.plots.front().panel);
    }

    void whatFindsNoRoomInTheBarIsInItsMenu()
    {
        show({kNarrow, 700});
        open("pieces-gather");
        settle();
        auto *bar = find<TransportBar>();
        auto *more = bar->findChild<QToolButton *>(QStringLiteral("more"));
        QVERIFY(more->isVisible());
        Q_EMIT more->menu()->aboutToShow();
        for (const auto *button : bar->findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly)) {
            if (button->isVisible())
                continue;
            const QList<QAction *> actions = more->menu()->actions();
            const bool offered = std::ranges::any_of(actions, [button](const QAction *action) {
                const auto *tool = qobject_cast<const QToolButton *>(button);
                return (tool && action->menu() && action->menu() == tool->menu()) || action->text() == button->text()
                       || action->text() == button->toolTip();
            });
            QVERIFY2(offered, qPrintable(button->objectName() + button->toolTip()));
        }
        QAction *compare = nullptr;
        for (QAction *action : more->menu()->actions()) {
            if (action->text() == bar->findChild<QAbstractButton *>(QStringLiteral("compare"))->text())
                compare = action;
        }
        QVERIFY(compare);
        const bool compared = m_window->session().compared();
        compare->trigger();
        QCOMPARE(m_window->session().compared(), !compared);
        show({1920, 1080});
        settle();
        QVERIFY(!more->isVisible());
    }

    void theLessonsAreInADrawer()
    {
        show({1366, 768});
        open("pieces-gather");
        settle();
        auto *list = find<LessonList>();
        auto *button = find<TransportBar>()->findChild<QAbstractButton *>(QStringLiteral("lessons"));
        QVERIFY(!list->isVisible());
        const QRect chartBefore = chart().geometry();
        button->click();
        QVERIFY(list->isVisible());
        settle();
        QCOMPARE(chart().geometry(), chartBefore); // it lies above
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        trigger("lesson.search");
        QVERIFY(list->isVisible());
        Q_EMIT list->chosen(QStringLiteral("window-queue"));
        QVERIFY(list->isVisible()); // somebody walks along the list
        Q_EMIT list->settled();
        QVERIFY(!list->isVisible());
        QCOMPARE(m_window->session().lesson(), QStringLiteral("window-queue"));
        show({1920, 1080});
        QVERIFY(list->isVisible());
        QVERIFY(!button->isVisible());
    }

    void roomBringsTheColumnsBack()
    {
        show({1920, 1080});
        open("pieces-gather");
        settle();
        const QByteArray state = m_window->arrangement().state();
        const QRect was = chart().geometry();
        show({kNarrow, 700});
        settle();
        QVERIFY(m_window->arrangement().compact());
        QVERIFY(m_window->tables().offers(Tables::SourceTab));
        show({1920, 1080});
        settle();
        QVERIFY(!m_window->arrangement().compact());
        QVERIFY(!m_window->tables().offers(Tables::SourceTab));
        QCOMPARE(m_window->arrangement().state(), state);
        QCOMPARE(chart().geometry(), was);
    }

    void aCompanionIsNarrowAndOnTop()
    {
        show({1920, 1080});
        open("pieces-gather");
        settle();
        const QRect before = m_window->geometry();
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        settle();
        QCOMPARE(m_window->width(), kNarrow);
        QVERIFY(m_window->windowFlags() & Qt::WindowStaysOnTopHint);
        QVERIFY(m_window->isVisible());
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(chart().height() >= kChartShare * m_window->height());
        auto *more = find<TransportBar>()->findChild<QToolButton *>(QStringLiteral("more"));
        Q_EMIT more->menu()->aboutToShow();
        for (const QAction *menu : m_window->menuBar()->actions())
            QVERIFY2(more->menu()->actions().contains(menu->menu()->menuAction()), qPrintable(menu->text()));
        QVERIFY(m_window->actions().find(QStringLiteral("companion"))->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        settle();
        QVERIFY(!(m_window->windowFlags() & Qt::WindowStaysOnTopHint));
        QVERIFY(m_window->menuBar()->isVisible());
        QCOMPARE(m_window->size(), before.size());
        QVERIFY(!m_window->actions().find(QStringLiteral("companion"))->isChecked());
    }

    void aCleanWindowShowsChartAndSentence()
    {
        show({1366, 768});
        open("pieces-gather");
        settle();
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        settle();
        QCOMPARE(m_window->size(), QSize(1366, 768));
        QVERIFY(chart().isVisible() && find<ExplanationStrip>()->isVisible());
        QVERIFY(!m_window->menuBar()->isVisible() && !find<TransportBar>()->isVisible()
                && !m_window->tables().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_S); // the source, below
        settle();
        QVERIFY(m_window->tables().isVisible());
        QCOMPARE(m_window->tables().tab(), Tables::SourceTab);
        QTest::keyClick(m_window.get(), Qt::Key_F5); // the presenter takes over
        settle();
        QCOMPARE(m_window->companion().mode(), Companion::Mode::Off);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        settle();
        QVERIFY(m_window->menuBar()->isVisible() && find<TransportBar>()->isVisible()
                && m_window->tables().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QVERIFY(m_window->menuBar()->isVisible() && find<TransportBar>()->isVisible());
    }

private:
    void show(QSize size)
    {
        m_window->resize(size);
        m_window->show();
        settle();
    }

    void open(const char *lesson)
    {
        m_window->session().open(QLatin1StringView(lesson));
        m_window->playback().setPlaying(false);
        m_window->playback().toEnd();
    }

    void trigger(const char *action) { m_window->actions().find(QLatin1StringView(action))->trigger(); }

    template <class Widget>
    Widget *find()
    {
        return m_window->findChild<Widget *>();
    }

    ChartWidget &chart() { return *find<ChartWidget>(); }

    int laneType()
    {
        chart().grab();
        for (const timeline::Layer &layer : chart().scene().layers) {
            for (const timeline::Text &text : layer.texts) {
                if (text.string == QStringLiteral("job0")) // that of the thread follows the height of its lane
                    return text.pixelSize;
            }
        }
        return 0;
    }

    /// Nothing sticks out or lies on something else, and the chart has its share.
    void fits(QSize size)
    {
        const auto where = [this](const QString &what) { return qPrintable(m_where + QStringLiteral(": ") + what); };
        QCOMPARE(m_window->size(), size);
        QVERIFY2(m_window->minimumSizeHint().width() <= kNarrow, where(QStringLiteral("the window is wide")));
        QVERIFY2(chart().height() >= kChartShare * size.height(),
                 where(QStringLiteral("chart of %1").arg(chart().height())));
        const QRect inside(QPoint(), size);
        QRect above;
        for (QWidget *part :
             {static_cast<QWidget *>(find<TransportBar>()), static_cast<QWidget *>(find<ParameterStrip>()),
              static_cast<QWidget *>(&chart()), static_cast<QWidget *>(find<ExplanationStrip>()),
              static_cast<QWidget *>(&m_window->tables())}) {
            if (!part->isVisible() || m_window->tables().isAncestorOf(part))
                continue;
            const QRect rect(part->mapTo(m_window.get(), QPoint()), part->size());
            QVERIFY2(inside.contains(rect), where(QLatin1StringView(part->metaObject()->className())));
            QVERIFY2(above.isNull() || rect.top() > above.bottom(),
                     where(QStringLiteral("%1 lies on what is above")
                               .arg(QLatin1StringView(part->metaObject()->className()))));
            const int needed =
                part->hasHeightForWidth() ? part->heightForWidth(part->width()) : part->minimumSizeHint().height();
            QVERIFY2(part->height() >= needed, where(QStringLiteral("%1 is %2 high, needs %3")
                                                         .arg(QLatin1StringView(part->metaObject()->className()))
                                                         .arg(part->height())
                                                         .arg(needed)));
            QVERIFY2(part->width() >= part->minimumSizeHint().width(),
                     where(QStringLiteral("%1 is %2 wide, needs %3")
                               .arg(QLatin1StringView(part->metaObject()->className()))
                               .arg(part->width())
                               .arg(part->minimumSizeHint().width())));
            above = rect;
        }
        for (const QWidget *button : m_window->findChildren<QAbstractButton *>()) {
            const bool tabs = qobject_cast<QTabBar *>(button->parentWidget());
            if (!button->isVisible() || tabs || find<LessonList>()->isAncestorOf(button)
                || m_window->tables().isAncestorOf(button)) // there it scrolls
                continue;
            const QRect rect(button->mapTo(m_window.get(), QPoint()), button->size());
            QVERIFY2(inside.left() <= rect.left() && rect.right() <= inside.right(),
                     where(button->objectName() + button->toolTip()));
        }
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QString m_where;
};

QTEST_MAIN(TestSmallWindow)
#include "tst_small_window.moc"
