// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/playback/playback.h"
#include "app/playback/run_source.h"
#include "core/text/output.h"
#include "recordings.h"

using namespace coroscope;

namespace {

constexpr int kMostFrames = 5000;
constexpr int kMostSteps = 5000;

QString stateOf(const Playback &playback)
{
    return QStringLiteral("%1 %2").arg(nanosecondsOf(playback.now())).arg(playback.moment(0).cursor);
}

void load(Playback &playback, const Lesson &lesson)
{
    std::vector<std::unique_ptr<Recording>> runs;
    runs.push_back(recordLesson(lesson, lesson.defaults(), QString()));
    playback.load(std::move(runs));
}

} // namespace

/// Every lesson as it is shown, against the same lesson run in one go.
class TestLessonPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playedFrameByFrameALessonIsTheSame_data() { everyLesson(); }
    void playedFrameByFrameALessonIsTheSame()
    {
        QFETCH(QString, id);
        const Lesson &lesson = *findLesson(id.toStdString());
        auto *ticks = new test::HandTicks;
        Playback playback{std::unique_ptr<FrameTicks>(ticks)};
        load(playback, lesson);
        playback.setSpeed(Playback::kFastest);
        playback.setPlaying(true);
        for (int frame = 0; frame < kMostFrames && playback.playing(); ++frame)
            ticks->frame();
        QVERIFY(!playback.playing());
        QVERIFY(playback.atEnd());

        const auto whole = lesson.start(lesson.defaults());
        whole->finish();
        QCOMPARE(outputOf(playback.run(0).trace(), Dialect::Lesson, OutputFormat::JsonLines),
                 outputOf(whole->trace(), Dialect::Lesson, OutputFormat::JsonLines));
        QCOMPARE(playback.run(0).trace().size(), whole->trace().size());
        QCOMPARE(playback.now(), playback.run(0).spans().end());
    }

    void stepsBackFindWhatStepsForwardShowed_data() { everyLesson(); }
    void stepsBackFindWhatStepsForwardShowed()
    {
        QFETCH(QString, id);
        Playback playback(std::make_unique<test::HandTicks>());
        for (const StepKind kind : {StepKind::Switch, StepKind::Event, StepKind::Pass}) {
            load(playback, *findLesson(id.toStdString()));
            QStringList states{stateOf(playback)};
            while (states.size() < kMostSteps && playback.stepForward(kind))
                states.append(stateOf(playback));
            if (states.last() != stateOf(playback))
                states.append(stateOf(playback));
            while (states.size() > 1) {
                QCOMPARE(stateOf(playback), states.takeLast());
                QVERIFY(playback.stepBack(kind));
            }
            QCOMPARE(stateOf(playback), states.first());
        }
    }

    void anyInstantIsTheSameFromEitherSide_data() { everyLesson(); }
    void anyInstantIsTheSameFromEitherSide()
    {
        QFETCH(QString, id);
        Playback playback(std::make_unique<test::HandTicks>());
        load(playback, *findLesson(id.toStdString()));
        QStringList onTheWay;
        for (int tenth = 0; tenth <= 60; ++tenth) {
            playback.seek(instantAt(tenth * std::int64_t(100000000)));
            onTheWay.append(stateOf(playback));
        }
        for (int tenth = 60; tenth >= 0; --tenth) {
            playback.seek(instantAt(tenth * std::int64_t(100000000)));
            QCOMPARE(stateOf(playback), onTheWay[tenth]);
        }
    }

private:
    static void everyLesson()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
};

QTEST_GUILESS_MAIN(TestLessonPlayback)
#include "tst_lesson_playback.moc"
