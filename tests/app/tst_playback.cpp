// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QElapsedTimer>
#include <QSignalSpy>

#include "app/playback/playback.h"
#include "recordings.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

/// A playback whose frames the test makes.
struct Stage {
    template <class... Recordings>
    explicit Stage(Recordings... recordings)
    {
        std::vector<std::unique_ptr<Recording>> runs;
        (runs.push_back(std::move(recordings)), ...);
        playback->load(std::move(runs));
    }

    /// Frames of 16 ms until `stop` says so; false when it never did.
    template <class Condition>
    bool playUntil(Condition stop, int frames = 5000)
    {
        for (int i = 0; i < frames; ++i) {
            if (stop())
                return true;
            ticks->frame();
        }
        return stop();
    }

    QString state() const
    {
        QString text = QString::number(nanosecondsOf(playback->now()) / 1000000);
        for (std::size_t i = 0; i < playback->runCount(); ++i)
            text += QStringLiteral(" %1").arg(playback->moment(i).cursor);
        return text;
    }

    HandTicks *ticks = new HandTicks;
    std::unique_ptr<Playback> playback = std::make_unique<Playback>(std::unique_ptr<FrameTicks>(ticks));
};

struct FrameSum {
    int frames = 0;
    std::chrono::nanoseconds total{};
};

QCoro::Task<> addUp(FrameTicks &ticks, FrameSum &sum)
{
    while (true) {
        const FrameTicks::Elapsed elapsed = co_await ticks.next();
        if (!elapsed)
            co_return;
        ++sum.frames;
        sum.total += *elapsed;
    }
}

int milliseconds(Instant at)
{
    return static_cast<int>(nanosecondsOf(at) / 1000000);
}

} // namespace

class TestPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheBeginningAndPaused()
    {
        Stage stage(pieces());
        QCOMPARE(stage.state(), QStringLiteral("0 0"));
        QVERIFY(!stage.playback->playing());
        QVERIFY(!stage.ticks->running);
        QCOMPARE(stage.playback->run(0).trace().size(), EventIndex(0));
    }

    void ofAnEndlessRunSoMuchIsKept()
    {
        for (const double speed : {10.0, Playback::kFullSpeed}) {
            for (auto make : {&ticking, &spinning}) {
                auto run = make();
                run->setMostEvents(1000);
                Stage stage(std::move(run));
                const QSignalSpy full(stage.playback.get(), &Playback::full);
                stage.playback->setSpeed(speed);
                stage.playback->setPlaying(true);
                QVERIFY(stage.playUntil([&] { return !stage.playback->playing(); }));
                QCOMPARE(full.count(), 1);
                const EventIndex kept = stage.playback->run(0).trace().size();
                QVERIFY(kept >= 1000 && kept < 1100);
                QCOMPARE(stage.playback->moment(0).cursor, kept); // all of it has been shown
                stage.playback->toEnd();
                QVERIFY(!stage.playback->stepForward(StepKind::Event));
                QCOMPARE(stage.playback->run(0).trace().size(), kept);
                QVERIFY(stage.playback->stepBack(StepKind::Switch));
                stage.playback->setPlaying(true);
                QVERIFY(stage.playUntil([&] { return !stage.playback->playing(); }));
                QCOMPARE(full.count(), 2);
            }
        }
    }

    void playsToTheEndAndStopsThere()
    {
        Stage stage(pieces(), starvation());
        QSignalSpy playing(stage.playback.get(), &Playback::playingChanged);
        stage.playback->setPlaying(true);
        QVERIFY(stage.playUntil([&] { return !stage.playback->playing(); }));
        QCOMPARE(milliseconds(stage.playback->now()), 2500);
        QVERIFY(stage.playback->atEnd());
        QVERIFY(!stage.ticks->running);
        QCOMPARE(playing.size(), 2);
        stage.playback->setPlaying(true);
        QCOMPARE(milliseconds(stage.playback->now()), 0);
    }

    void dwellsOnEveryTurnThatTakesNoTime()
    {
        Stage stage(pieces());
        stage.playback->setPlaying(true);
        QStringList holders;
        int frames = 0;
        stage.playUntil([&] {
            const Moment moment = stage.playback->moment(0);
            if (moment.cursor == 0)
                return false;
            const TraceEvent &event = moment.spans->trace()[moment.cursor - 1];
            if (event.kind == EventKind::Printed) {
                const QString text = QString::fromStdString(moment.spans->trace().text(event.text()));
                if (holders.isEmpty() || holders.last() != text)
                    holders.append(text);
                ++frames;
            }
            return !stage.playback->playing();
        });
        const QStringList expected{QStringLiteral("run1 begin"),  QStringLiteral("run2 begin"),
                                   QStringLiteral("run1 middle"), QStringLiteral("run2 middle"),
                                   QStringLiteral("run1 end"),    QStringLiteral("run2 end")};
        QCOMPARE(holders, expected);
        QVERIFY2(frames >= 6 * 7 && frames <= 6 * 9, qPrintable(QString::number(frames)));
    }

    void playingTakesVirtualTimePlusTheDwells()
    {
        Stage stage(pieces());
        stage.playback->setPlaying(true);
        int frames = 0;
        stage.playUntil([&] {
            ++frames;
            return !stage.playback->playing();
        });
        const int spent = frames * 16;
        QVERIFY2(spent > 1500 + 6 * 120 - 40 && spent < 1500 + 6 * 120 + 60, qPrintable(QString::number(spent)));
    }

    void tenTimesTheSpeedTakesATenthOfTheTime()
    {
        Stage stage(pieces());
        stage.playback->setSpeed(10);
        stage.playback->setPlaying(true);
        int frames = 0;
        stage.playUntil([&] {
            ++frames;
            return !stage.playback->playing();
        });
        QVERIFY2(frames >= 13 && frames <= 16, qPrintable(QString::number(frames)));
    }

    void speedStaysWithinItsBounds()
    {
        Stage stage(pieces());
        stage.playback->setSpeed(1000);
        QCOMPARE(stage.playback->speed(), Playback::kFastest);
        stage.playback->setSpeed(0);
        QCOMPARE(stage.playback->speed(), Playback::kSlowest);
    }

    void pauseKeepsTheMoment()
    {
        Stage stage(pieces());
        stage.playback->setPlaying(true);
        QVERIFY(stage.playUntil([&] { return milliseconds(stage.playback->now()) > 200; }));
        stage.playback->setPlaying(false);
        const QString before = stage.state();
        stage.ticks->frame();
        QCOMPARE(stage.state(), before);
        stage.playback->setPlaying(true);
        stage.ticks->frame();
        QVERIFY(stage.state() != before);
    }

    void comparedRunsTakeTheirTurnsTogether()
    {
        Stage stage(pieces(), starvation());
        stage.playback->stepForward(StepKind::Switch);
        QCOMPARE(stage.state(), QStringLiteral("0 5 5"));
        stage.playback->stepForward(StepKind::Switch);
        QCOMPARE(stage.state(), QStringLiteral("0 8 8"));
        stage.playback->stepForward(StepKind::Switch);
        QCOMPARE(milliseconds(stage.playback->now()), 500);
    }

    void stepBackIsExact_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("compare");
        for (const bool compare : {false, true}) {
            QTest::addRow("event %d", compare) << int(StepKind::Event) << compare;
            QTest::addRow("switch %d", compare) << int(StepKind::Switch) << compare;
            QTest::addRow("pass %d", compare) << int(StepKind::Pass) << compare;
        }
    }
    void stepBackIsExact()
    {
        QFETCH(int, kind);
        QFETCH(bool, compare);
        Stage stage(pieces());
        if (compare) {
            std::vector<std::unique_ptr<Recording>> runs;
            runs.push_back(pieces());
            runs.push_back(starvation());
            stage.playback->load(std::move(runs));
        }
        QStringList states{stage.state()};
        while (stage.playback->stepForward(StepKind(kind)))
            states.append(stage.state());
        QVERIFY(states.size() > 3);
        if (states.last() != stage.state())
            states.append(stage.state());
        while (states.size() > 1) {
            QCOMPARE(stage.state(), states.takeLast());
            QVERIFY(stage.playback->stepBack(StepKind(kind)));
        }
        QCOMPARE(stage.state(), states.first());
        QVERIFY(!stage.playback->stepBack(StepKind(kind)));
    }

    void eventStepsVisitEveryEvent()
    {
        Stage stage(starvation());
        EventIndex expected = 0;
        while (stage.playback->stepForward(StepKind::Event))
            QCOMPARE(stage.playback->moment(0).cursor, ++expected);
        QCOMPARE(expected, stage.playback->run(0).trace().size());
    }

    void seekingShowsWhatPlayingShows()
    {
        Stage stage(starvation());
        stage.playback->seek(instantAt(1200000000));
        QCOMPARE(milliseconds(stage.playback->now()), 1200);
        const Moment moment = stage.playback->moment(0);
        QCOMPARE(moment.spans->trace()[moment.cursor - 1].kind, EventKind::BlockBegan);
        QCOMPARE(moment.spans->trace()[moment.cursor].kind, EventKind::BlockEnded);
        const QString there = stage.state();
        stage.playback->toEnd();
        stage.playback->seek(instantAt(1200000000));
        QCOMPARE(stage.state(), there);
    }

    void nothingRunsAheadOfTheNowLine()
    {
        Stage stage(ticking());
        stage.playback->setPlaying(true);
        QVERIFY(stage.playUntil([&] { return milliseconds(stage.playback->now()) >= 5000; }));
        QVERIFY(stage.playback->playing());
        QVERIFY(milliseconds(stage.playback->run(0).spans().end()) <= milliseconds(stage.playback->now()) + 100);
    }

    void aProgramThatNeverLetsTimePassPlaysTurnByTurn()
    {
        Stage stage(spinning());
        stage.playback->setPlaying(true);
        EventIndex last = 0;
        QVERIFY(stage.playUntil([&] { return stage.playback->moment(0).cursor > 300; }));
        last = stage.playback->moment(0).cursor;
        QCOMPARE(milliseconds(stage.playback->now()), 0);
        QVERIFY(stage.playback->run(0).trace().size() < last + 200);
        stage.playback->toEnd();
        QVERIFY(!stage.playback->playing());
        QVERIFY(stage.playback->moment(0).cursor > last);
    }

    void anEndlessRunEndsItsWorkAtABound()
    {
        Stage stage(ticking());
        stage.playback->toEnd();
        QVERIFY(stage.playback->now() > instantAt(0));
        QVERIFY(!stage.playback->atEnd());
        QVERIFY(stage.playback->stepForward(StepKind::Switch));
    }

    void destroyedWhilePlaying()
    {
        Stage stage(pieces());
        stage.playback->setPlaying(true);
        stage.ticks->frame();
        stage.playback.reset();
    }

    void destroyedByWhoIsToldOfAFrame()
    {
        Stage stage(pieces());
        stage.playback->setPlaying(true);
        connect(stage.playback.get(), &Playback::changed, this, [&] { stage.playback.release()->deleteLater(); });
        stage.ticks->frame();
        QVERIFY(!stage.playback);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void theRealTicksAddUpToTheTimeThatPasses()
    {
        QElapsedTimer clock;
        TimerTicks ticks;
        FrameSum sum;
        addUp(ticks, sum);
        clock.start();
        ticks.start();
        QTRY_VERIFY(sum.frames >= 12);
        QVERIFY(sum.total.count() > 0);
        QVERIFY(sum.total.count() <= clock.nsecsElapsed());
    }

    void theRealTicksDriveIt()
    {
        Playback playback;
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(ticking());
        playback.load(std::move(runs));
        QSignalSpy changed(&playback, &Playback::changed);
        playback.setPlaying(true);
        QTRY_VERIFY(changed.size() > 2);
    }

    void aMeasuredPartIsPlayedAgainAndAgain()
    {
        Stage stage(pieces());
        stage.playback->seek(instantAt(400'000'000));
        stage.playback->setLoop(Playback::Range{instantAt(400'000'000), instantAt(900'000'000)});
        stage.playback->setPlaying(true);
        int rounds = 0;
        Instant before = stage.playback->now();
        for (int i = 0; i < 400; ++i) {
            stage.ticks->frame();
            rounds += stage.playback->now() < before;
            before = stage.playback->now();
            QVERIFY(milliseconds(before) >= 400 && milliseconds(before) <= 900);
        }
        QVERIFY2(rounds >= 3, qPrintable(QString::number(rounds)));
        QVERIFY(stage.playback->playing());
        stage.playback->setLoop(std::nullopt);
        QVERIFY(stage.playUntil([&] { return stage.playback->atEnd(); }));
        stage.playback->setLoop(Playback::Range{instantAt(5), instantAt(5)});
        QVERIFY(!stage.playback->loop());
    }

    void itRunsToTheNextSwitchAndPauses()
    {
        Stage stage(pieces());
        stage.playback->seek(instantAt(100'000'000));
        stage.playback->runToNextSwitch();
        QVERIFY(stage.playback->playing());
        QVERIFY(stage.playUntil([&] { return !stage.playback->playing(); }));
        QCOMPARE(milliseconds(stage.playback->now()), 500);
        const QString state = stage.state();
        stage.playback->stepBack(StepKind::Switch);
        stage.playback->stepForward(StepKind::Switch);
        QCOMPARE(stage.state(), state);
    }

    void atFullSpeedTheEndComesAtOnceAndIsTheSame()
    {
        Stage stage(starvation());
        stage.playback->setSpeed(Playback::kFullSpeed);
        QCOMPARE(stage.playback->speed(), Playback::kFullSpeed);
        stage.playback->setPlaying(true);
        int frames = 0;
        while (stage.playback->playing() && frames < 5) {
            stage.ticks->frame();
            ++frames;
        }
        QVERIFY(stage.playback->atEnd());
        const QString end = stage.state();
        stage.playback->toStart();
        stage.playback->toEnd();
        QCOMPARE(stage.state(), end);
    }

    void atFullSpeedAnEndlessRunGoesOnInBounds()
    {
        Stage stage(ticking());
        stage.playback->setSpeed(Playback::kFullSpeed);
        stage.playback->setPlaying(true);
        Instant before{};
        for (int i = 0; i < 20; ++i) {
            stage.ticks->frame();
            QVERIFY(stage.playback->now() > before);
            QVERIFY(stage.playback->now() - before < 60s);
            before = stage.playback->now();
        }
    }

    void anEventIsGoneToAsSteppingWould()
    {
        Stage stage(pieces(), starvation());
        stage.playback->toEnd();
        stage.playback->toStart();
        QStringList states;
        std::vector<EventIndex> cursors;
        while (stage.playback->stepForward(StepKind::Event)) {
            states.append(stage.state());
            cursors.push_back(stage.playback->moment(0).cursor);
        }
        for (std::size_t i = cursors.size(); i-- > 0;) {
            if (i > 0 && cursors[i] == cursors[i - 1])
                continue; // the other run's step
            stage.playback->seekEvent(0, cursors[i] - 1);
            QCOMPARE(stage.playback->moment(0).cursor, cursors[i]);
            QCOMPARE(stage.state(), states[static_cast<qsizetype>(i)]);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
