// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QSignalSpy>

#include "app/session/session.h"
#include "app/words/language.h"

using namespace coroscope;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_playback = std::make_unique<Playback>();
        m_session = std::make_unique<Session>(*m_playback);
    }

    void cleanup()
    {
        m_session.reset();
        m_playback.reset();
    }

    void theFirstLessonStandsBesideItsPartner()
    {
        m_session->open(QStringLiteral("starvation-gather"));
        QCOMPARE(ids(), (QStringList{QStringLiteral("pieces-gather"), QStringLiteral("starvation-gather")}));
        QCOMPARE(m_session->position(), 1U);
        QCOMPARE(m_session->against(), Session::Against::Lessons);
        m_session->open(QStringLiteral("timer-demo"));
        QCOMPARE(ids(), QStringList{QStringLiteral("timer-demo")});
        QCOMPARE(m_session->against(), Session::Against::Nothing);
    }

    void aChangedParameterRunsAgainBesideTheRunBefore()
    {
        openAlone("starvation-gather");
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("3"));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_playback->runCount(), 2U);
        QCOMPARE(m_session->against(), Session::Against::Before);
        QCOMPARE(m_session->position(), 1U);
        QVERIFY(m_playback->run(0).title().endsWith(QStringLiteral("before: runs=2")));
        QVERIFY(m_playback->run(1).title().endsWith(QStringLiteral("now: runs=3")));
        m_playback->toEnd();
        QCOMPARE(lastEnd(0), 2'500'000'000);
        QCOMPARE(lastEnd(1), 3'500'000'000);
    }

    void valuesInHeadingsAreWrittenAsTheReaderWritesThem()
    {
        setLanguage(QStringLiteral("fr"));
        openAlone("starvation-gather");
        m_session->setParameter(QStringLiteral("first"), QStringLiteral("0.6"));
        QVERIFY(m_playback->run(0).title().endsWith(QStringLiteral("first=0,5")));
        QVERIFY(m_playback->run(1).title().endsWith(QStringLiteral("first=0,6")));
        setLanguage(QStringLiteral("en"));
    }

    void itKnowsHowLongARunIsBeforeItIsPlayed()
    {
        openAlone("condition-turnstile");
        m_playback->setPlaying(false);
        const Instant end = m_playback->extent();
        m_playback->toEnd();
        QCOMPARE(nanosecondsOf(m_playback->now()), nanosecondsOf(end));
        openAlone("both-ways");
        QVERIFY(m_playback->timeless());
        openAlone("window-queue");
        QVERIFY(!m_playback->timeless() && m_session->hasJobs());
    }

    void theNowLineStaysWhereItIs()
    {
        openAlone("starvation-gather");
        m_playback->setPlaying(false);
        m_playback->seek(instantAt(700'000'000));
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("4"));
        QCOMPARE(nanosecondsOf(m_playback->now()), 700'000'000);
        QVERIFY(!m_playback->playing());
        m_playback->toEnd();
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("1"));
        QVERIFY(m_playback->atEnd());
    }

    void withoutTheRunBeforeWhenItIsNotWanted()
    {
        openAlone("starvation-gather");
        m_session->setKeepsBefore(false);
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("3"));
        QCOMPARE(m_playback->runCount(), 1U);
        QVERIFY(m_session->hasBefore());
        m_session->compareWithBefore();
        QCOMPARE(m_playback->runCount(), 2U);
    }

    void theSameValueChangesNothing()
    {
        openAlone("starvation-gather");
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("2"));
        QCOMPARE(opened.size(), 0);
    }

    void aWrongValueIsRefusedAndNothingChanges()
    {
        openAlone("starvation-gather");
        QVERIFY_EXCEPTION_THROWN(m_session->setParameter(QStringLiteral("runs"), QStringLiteral("99")), SettingError);
        QVERIFY_EXCEPTION_THROWN(m_session->setParameter(QStringLiteral("nothing"), QStringLiteral("1")), SettingError);
        QVERIFY(m_session->atDefaults());
        QCOMPARE(m_playback->runCount(), 1U);
    }

    void resetGoesBackToTheCourse()
    {
        openAlone("starvation-gather");
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("3"));
        QVERIFY(!m_session->atDefaults());
        m_session->resetParameters();
        QVERIFY(m_session->atDefaults());
        QVERIFY(m_playback->run(1).title().endsWith(QStringLiteral("now: runs=2")));
    }

    void theSwitchMakesALessonBlock()
    {
        openAlone("starvation-gather");
        QCOMPARE(m_session->blocking(), Session::Blocking::Blocks);
        m_session->setBlocking(false);
        QCOMPARE(m_session->blocking(), Session::Blocking::Awaits);
        QCOMPARE(m_session->lesson(), QStringLiteral("starvation-gather"));
        m_playback->toEnd();
        QCOMPARE(lastEnd(1), 1'500'000'000);
    }

    void thePartnerIsTheBlockingFormAndTakesTheParametersAlong()
    {
        openAlone("pieces-gather");
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("4"));
        QCOMPARE(m_session->blocking(), Session::Blocking::Awaits);
        m_session->setBlocking(true);
        QCOMPARE(m_session->lesson(), QStringLiteral("starvation-gather"));
        QCOMPARE(ids(), (QStringList{QStringLiteral("pieces-gather"), QStringLiteral("starvation-gather")}));
        m_playback->toEnd();
        QCOMPARE(lastEnd(0), 1'500'000'000);
        QCOMPARE(lastEnd(1), 4'500'000'000);
    }

    void lessonsWithoutAChoiceHaveNone()
    {
        openAlone("timer-demo");
        QCOMPARE(m_session->blocking(), Session::Blocking::None);
        QVERIFY(!m_session->comparable());
    }

    void threeLessonsOnOneAxis()
    {
        openAlone("fetch-concurrent");
        m_session->compareWith({QStringLiteral("fetch-threads"), QStringLiteral("fetch-sequential")});
        QCOMPARE(ids(), (QStringList{QStringLiteral("fetch-sequential"), QStringLiteral("fetch-threads"),
                                     QStringLiteral("fetch-concurrent")}));
        QCOMPARE(m_session->position(), 2U);
        m_session->compareWith({});
        QCOMPARE(m_playback->runCount(), 1U);
    }

    void aLessonStandsBesideItselfWithAnotherValue()
    {
        openAlone("lock-shared");
        QCOMPARE(m_session->partners(), QStringList{QStringLiteral("lock-shared[locked=no]")});
        QVERIFY(m_session->partnerTitle(m_session->partners().first()).endsWith(QStringLiteral(" (locked=no)")));
        m_session->setParameter(QStringLiteral("tasks"), QStringLiteral("4"));
        m_session->setCompared(false);
        m_session->setCompared(true);
        QCOMPARE(m_session->against(), Session::Against::Lessons);
        QCOMPARE(ids(), (QStringList{QStringLiteral("lock-shared"), QStringLiteral("lock-shared")}));
        QCOMPARE(m_session->position(), 0U);
        QVERIFY(m_playback->run(0).title().endsWith(QStringLiteral("(tasks=4)")));
        QVERIFY(m_playback->run(1).title().endsWith(QStringLiteral("(tasks=4, locked=no)")));
        m_playback->toEnd();
        QCOMPARE(lastEnd(0), 500'000'000);
        QCOMPARE(lastEnd(1), 100'000'000);
    }

    /// When the run itself has that value: beside what it was.
    void neverBesideTheSameRun()
    {
        openAlone("lock-shared");
        m_session->setKeepsBefore(false);
        m_session->setParameter(QStringLiteral("locked"), QStringLiteral("no"));
        m_session->setCompared(true);
        QCOMPARE(m_playback->runCount(), 2U);
        QVERIFY(m_session->partnerTitle(QStringLiteral("lock-shared[locked=no]"))
                    .endsWith(QStringLiteral(" (locked=yes)")));
        m_playback->toEnd();
        QCOMPARE(lastEnd(0), 100'000'000);
        QCOMPARE(lastEnd(1), 400'000'000);
    }

    void anotherLessonAndAVariantOnOneAxis()
    {
        openAlone("window-queue");
        m_session->compareWith(m_session->partners());
        QCOMPARE(ids(), (QStringList{QStringLiteral("window-queue"), QStringLiteral("window-queue"),
                                     QStringLiteral("window-semaphore")}));
        m_session->compareWith({QStringLiteral("window-queue"), QStringLiteral("window-queue[window=99]"),
                                QStringLiteral("window-queue[pane=2]"), QStringLiteral("window-queue[window"),
                                QStringLiteral("window-queue[window=1,jobs=2]")});
        QCOMPARE(m_session->comparedWith(), QStringList{QStringLiteral("window-queue[window=1,jobs=2]")});
        QVERIFY(m_playback->run(1).title().endsWith(QStringLiteral("(jobs=2, window=1)")));
    }

    void aPinnedRunStaysBesideWhatIsShownNext()
    {
        openAlone("pieces-gather");
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("3"));
        m_session->pin();
        QCOMPARE(m_playback->runCount(), 2U);
        m_session->open(QStringLiteral("two-sleepers"));
        QCOMPARE(ids(), (QStringList{QStringLiteral("pieces-gather"), QStringLiteral("two-sleepers")}));
        QVERIFY(m_playback->run(0).title().contains(QStringLiteral("runs=3")));
        QVERIFY(m_playback->run(0).title().endsWith(QStringLiteral("pinned")));
        m_session->setParameter(QStringLiteral("first"), QStringLiteral("2"));
        QCOMPARE(m_playback->runCount(), 3U);
        m_session->unpin();
        QCOMPARE(m_playback->runCount(), 2U);
    }

    void alonePutsEverythingElseAway()
    {
        m_session->open(QStringLiteral("starvation-gather"));
        m_session->pin();
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("3"));
        m_session->setCompared(false);
        QCOMPARE(ids(), QStringList{QStringLiteral("starvation-gather")});
        m_session->setCompared(true);
        QCOMPARE(m_session->against(), Session::Against::Lessons);
    }

    void aFileIsPinnedLikeALesson()
    {
        const QString path = QStringLiteral(COROSCOPE_TESTS_DIR "/golden/programs/join_order.json");
        QCOMPARE(m_session->openFile(path), QString());
        QCOMPARE(m_session->file(), path);
        QCOMPARE(m_session->lesson(), QString());
        QVERIFY(!m_session->comparable());
        m_session->pin();
        m_session->open(QStringLiteral("timer-demo"));
        QCOMPARE(m_playback->runCount(), 2U);
        QCOMPARE(m_playback->run(0).title(), QStringLiteral("join_order.json – pinned"));
        QCOMPARE(m_session->file(), QString());
    }

    void aFileThatCannotBeReadLeavesTheStageAsItIs()
    {
        openAlone("timer-demo");
        QVERIFY(!m_session->openFile(QStringLiteral("/nowhere/at/all.json")).isEmpty());
        QCOMPARE(m_session->lesson(), QStringLiteral("timer-demo"));
        QCOMPARE(m_playback->runCount(), 1U);
    }

private:
    void openAlone(const char *lesson)
    {
        m_session->setCompared(false);
        m_session->open(QLatin1StringView(lesson));
        QCOMPARE(m_playback->runCount(), 1U);
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (std::size_t run = 0; run < m_playback->runCount(); ++run)
            ids.append(m_playback->run(run).id());
        return ids;
    }
    [[nodiscard]] std::int64_t lastEnd(std::size_t run) const
    {
        return nanosecondsOf(m_playback->run(run).spans().end());
    }

    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
