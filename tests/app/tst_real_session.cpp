// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons of a session on the real clock: shown while they run, beside what the virtual clock says.

#include <QTest>

#include <QSignalSpy>

#include "app/session/session.h"

using namespace coroscope;

class TestRealSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_playback = std::make_unique<Playback>();
        m_session = std::make_unique<Session>(*m_playback);
        m_session->set(QStringLiteral("starvation-gather"), QStringLiteral("first"), QStringLiteral("0.02"));
        m_session->set(QStringLiteral("starvation-gather"), QStringLiteral("second"), QStringLiteral("0.04"));
    }

    void cleanup()
    {
        m_session.reset();
        m_playback.reset();
    }

    void aLessonRunsOnTheRealClockBesideTheModel()
    {
        openAlone("starvation-gather");
        m_session->setRealClock(true);
        QVERIFY(m_session->running());
        QVERIFY(m_playback->following());
        waitForItsEnd();
        QCOMPARE(m_playback->runCount(), 2U);
        QVERIFY(m_playback->run(0).title().endsWith(QStringLiteral("model")));
        QVERIFY(m_playback->run(1).title().endsWith(QStringLiteral("measured")));
        QCOMPARE(m_playback->run(0).trace().header().clock, ClockKind::Virtual);
        QCOMPARE(m_playback->run(1).trace().header().clock, ClockKind::Real);
        QTRY_VERIFY(m_playback->atEnd());
        QVERIFY(m_playback->run(1).spans().end() >= m_playback->run(0).spans().end());
    }

    void whatIsShownWhileItRunsIsWhatTheClockSays()
    {
        m_session->set(QStringLiteral("two-sleepers"), QStringLiteral("first"), QStringLiteral("60"));
        openAlone("two-sleepers");
        m_session->setKeepsBefore(false);
        m_session->setRealClock(true);
        const Instant before = m_playback->now();
        QTRY_VERIFY(m_playback->now() > before + 50ms); // nothing happens, and the now-line moves
        QVERIFY(m_session->running());
        QCOMPARE(m_playback->runCount(), 1U);
    }

    void stopInterruptsIt()
    {
        m_session->set(QStringLiteral("two-sleepers"), QStringLiteral("first"), QStringLiteral("60"));
        openAlone("two-sleepers");
        m_session->setRealClock(true);
        m_session->stop();
        waitForItsEnd();
        const Trace &trace = m_playback->run(m_session->position()).trace();
        QCOMPARE(static_cast<RunEnd>(trace[trace.size() - 1].tag), RunEnd::Interrupt);
    }

    void aChangedParameterRunsAgainOnTheRealClock()
    {
        openAlone("starvation-gather");
        m_session->setRealClock(true);
        waitForItsEnd();
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("1"));
        QVERIFY(m_session->running());
        waitForItsEnd();
        QCOMPARE(m_playback->runCount(), 2U);
        QCOMPARE(m_playback->run(0).trace().header().clock, ClockKind::Real);
        QCOMPARE(m_playback->run(1).trace().header().clock, ClockKind::Real);
        QVERIFY(m_playback->run(1).title().contains(QStringLiteral("now: runs=1")));
    }

    void backOnTheVirtualClockNothingRuns()
    {
        openAlone("starvation-gather");
        m_session->setRealClock(true);
        m_session->setRealClock(false);
        QVERIFY(!m_session->running());
        QCOMPARE(m_playback->run(m_session->position()).trace().header().clock, ClockKind::Virtual);
    }

    void whatSimulatesItsOutsideStaysVirtual()
    {
        openAlone("echo-streams");
        QVERIFY(!m_session->hasRealClock());
        m_session->setRealClock(true);
        QVERIFY(!m_session->running());
        QCOMPARE(m_playback->runCount(), 1U);
        QCOMPARE(m_playback->run(0).trace().header().clock, ClockKind::Virtual);
        QVERIFY(!m_session->runHere().isEmpty());
        m_session->open(QStringLiteral("two-sleepers")); // the switch is on: this one can
        QVERIFY(m_session->running());
    }

    void inThisThreadOnlyWhatEndsSoonRuns()
    {
        openAlone("lines-interleave");
        m_session->set(QStringLiteral("two-sleepers"), QStringLiteral("first"), QStringLiteral("30"));
        openAlone("two-sleepers");
        QVERIFY(m_session->runHere().contains(QStringLiteral("20 seconds")));
        QVERIFY(!m_session->running());
        QVERIFY(!m_session->realClock());
    }

    void inThisThreadABlockingCallKeepsIt()
    {
        openAlone("starvation-gather");
        QVERIFY(m_session->runHere().isEmpty());
        QVERIFY(m_session->running());
        waitForItsEnd();
        QCOMPARE(m_playback->runCount(), 1U);
        QCOMPARE(m_playback->run(0).trace().header().clock, ClockKind::Real);
    }

    void lessonsMayBeSwitchedAndStoppedAtAnyTime()
    {
        const QStringList ids{QStringLiteral("starvation-gather"), QStringLiteral("two-sleepers"),
                              QStringLiteral("queue-ticks"), QStringLiteral("echo-streams"),
                              QStringLiteral("countdown-blocking")};
        m_session->setRealClock(true);
        for (int i = 0; i < 200; ++i) {
            m_session->open(ids[i % ids.size()]);
            if (i % 3 == 0)
                QCoreApplication::processEvents();
            if (i % 7 == 0)
                m_session->stop();
            if (i % 11 == 0)
                m_session->setRealClock(!m_session->realClock());
            if (i % 13 == 0)
                QVERIFY(m_session->runHere().isEmpty() || i % ids.size() == 3);
        }
    }

private:
    void openAlone(const char *lesson)
    {
        m_session->open(QString::fromLatin1(lesson));
        m_session->setCompared(false);
    }
    void waitForItsEnd() { QTRY_VERIFY_WITH_TIMEOUT(!m_session->running(), 60'000); }

    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(TestRealSession)
#include "tst_real_session.moc"
