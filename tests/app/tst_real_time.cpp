// SPDX-License-Identifier: GPL-3.0-or-later
// The real clock in the window: its switch, Stop, and the freeze that one feels.

#include <QTest>

#include <QAction>
#include <QPushButton>

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/freeze_card.h"
#include "app/window/main_window.h"
#include "app/window/real_time.h"

using namespace coroscope;

namespace {

constexpr int kPatience = 60'000;

/// The longest blocking call of a run.
Duration longestBlock(const Trace &trace)
{
    Duration longest{};
    Instant began{};
    for (EventIndex i = 0; i < trace.size(); ++i) {
        if (trace[i].kind == EventKind::BlockBegan)
            began = trace[i].at();
        if (trace[i].kind == EventKind::BlockEnded)
            longest = std::max(longest, trace[i].at() - began);
    }
    return longest;
}

} // namespace

class TestRealTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        set("first", "0.1");
        set("second", "0.3");
        set("runs", "1");
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
    }

    void theSwitchRunsTheLessonAndStopEndsIt()
    {
        set("first", "60");
        open("starvation-gather");
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QVERIFY(session().running());
        auto *clock = m_window->findChild<QPushButton *>(QStringLiteral("lessonClock"));
        auto *stop = m_window->findChild<QPushButton *>(QStringLiteral("stopLesson"));
        QVERIFY(clock->isChecked() && clock->isVisible());
        QVERIFY(stop->isVisible() && stop->isEnabled());
        QVERIFY(action("program.stop")->isEnabled());
        QVERIFY(action("clock.real")->isChecked());
        stop->click();
        QTRY_VERIFY_WITH_TIMEOUT(!session().running(), kPatience);
        QTRY_VERIFY(!stop->isEnabled());
        QVERIFY(!action("program.stop")->isEnabled());
        clock->click();
        QVERIFY(!session().realClock());
        QVERIFY(!stop->isVisible());
        QVERIFY(!action("clock.real")->isChecked());
    }

    void theSwitchIsThereForWhatHasARealClock()
    {
        open("echo-streams");
        QVERIFY(!action("clock.real")->isEnabled());
        QVERIFY(!action("clock.freeze")->isEnabled());
        open("starvation-gather");
        QVERIFY(action("clock.real")->isEnabled());
        QVERIFY(action("clock.freeze")->isEnabled());
    }

    void aBlockingCallStopsTheMetronomeForItsTime()
    {
        open("starvation-gather");
        feel();
        QVERIFY(card().isVisible());
        const Duration blocked = longestBlock(m_window->playback().run(0).trace());
        QVERIFY(blocked >= 300ms);
        QVERIFY(card().longestGap() >= blocked);
        QVERIFY2(card().sentence().startsWith(QStringLiteral("The window stood still for 0.")),
                 qPrintable(card().sentence()));
        m_window->findChild<QPushButton *>(QStringLiteral("closeFreeze"))->click();
        QVERIFY(!card().isVisible());
    }

    void anAwaitDoesNot()
    {
        set("blocking", "no");
        open("starvation-gather");
        feel();
        QCOMPARE(longestBlock(m_window->playback().run(0).trace()), Duration());
        QCOMPARE(m_window->playback().runCount(), 1U);
    }

    void whatDoesNotEndSoonIsRefused()
    {
        set("first", "60");
        open("starvation-gather");
        action("clock.freeze")->trigger();
        QVERIFY(card().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!card().isVisible(), kPatience);
        QVERIFY(!session().running());
    }

    void anotherLessonMeanwhileIsLeftAlone()
    {
        open("starvation-gather");
        action("clock.freeze")->trigger();
        open("two-sleepers");
        QTRY_VERIFY_WITH_TIMEOUT(!card().measures(), kPatience);
        QVERIFY(!session().running());
        QVERIFY(!card().isVisible());
    }

private:
    [[nodiscard]] Session &session() { return m_window->session(); }
    [[nodiscard]] const FreezeCard &card() { return m_window->realTime().card(); }
    [[nodiscard]] QAction *action(const char *id) { return m_window->actions().find(QString::fromLatin1(id)); }
    void set(const char *name, const char *value)
    {
        session().set(QStringLiteral("starvation-gather"), QString::fromLatin1(name), QString::fromLatin1(value));
    }
    void open(const char *lesson)
    {
        session().open(QString::fromLatin1(lesson));
        session().setCompared(false);
    }
    void feel()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Z);
        QVERIFY(card().measures());
        QTRY_VERIFY_WITH_TIMEOUT(!card().measures(), kPatience);
        QVERIFY(!session().running());
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestRealTime)
#include "tst_real_time.moc"
