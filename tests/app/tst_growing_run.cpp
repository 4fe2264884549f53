// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QSignalSpy>

#include "app/playback/playback.h"
#include "core/lessons/lesson.h"
#include "recordings.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

/// A run that is recorded by somebody else: as far as the test lets it.
class GrowingSource final : public RecordingSource {
public:
    explicit GrowingSource(std::unique_ptr<Run> run) : m_run(std::move(run)) {}

    [[nodiscard]] const Trace &trace() const override { return m_run->trace(); }
    void advance(Instant /*until*/, std::uint64_t /*maxHandles*/) override {}
    [[nodiscard]] bool finished() const override { return m_run->finished(); }
    [[nodiscard]] Instant edge() const override { return finished() ? kNever : m_edge; }
    void listen(std::function<void()> grown) override { m_grown = std::move(grown); }

    void growTo(Instant edge)
    {
        m_run->advance(edge);
        m_edge = edge;
        m_grown();
    }

private:
    std::unique_ptr<Run> m_run;
    Instant m_edge{};
    std::function<void()> m_grown;
};

struct Stage {
    Stage()
    {
        auto growing = std::make_unique<GrowingSource>(
            findLesson("pieces-gather")->start(findLesson("pieces-gather")->defaults()));
        source = growing.get();
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(std::make_unique<Recording>(QStringLiteral("growing"), QString(), std::move(growing)));
        playback.load(std::move(runs));
    }

    void frames(int count)
    {
        for (int i = 0; i < count && ticks->running; ++i)
            ticks->frame();
    }

    [[nodiscard]] int now() const { return static_cast<int>(nanosecondsOf(playback.now()) / 1'000'000); }

    HandTicks *ticks = new HandTicks;
    Playback playback{std::unique_ptr<FrameTicks>(ticks)};
    GrowingSource *source = nullptr;
};

constexpr int kMany = 2000;

} // namespace

class TestGrowingRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playingWaitsAtTheLiveEdgeWithoutAFrame()
    {
        Stage stage;
        stage.playback.setPlaying(true);
        stage.frames(kMany);
        QCOMPARE(stage.now(), 0);
        QVERIFY(!stage.ticks->running);
        QVERIFY(stage.playback.playing());

        stage.source->growTo(Instant(300ms));
        QVERIFY(stage.ticks->running);
        stage.frames(kMany);
        QCOMPARE(stage.now(), 300);
        QVERIFY(!stage.ticks->running);
        QVERIFY(stage.playback.atEdge());
    }

    void playingEndsWhereTheRunEnds()
    {
        Stage stage;
        stage.playback.setPlaying(true);
        stage.source->growTo(kNever);
        stage.frames(kMany);
        QVERIFY(stage.playback.atEnd());
        QVERIFY(!stage.playback.playing());
    }

    void nothingGoesBeyondTheEdge()
    {
        Stage stage;
        stage.source->growTo(Instant(300ms));
        stage.playback.seek(Instant(900ms));
        QCOMPARE(stage.now(), 300);
        stage.playback.toEnd();
        QCOMPARE(stage.now(), 300);
        QVERIFY(!stage.playback.atEnd());
    }

    void stepsGoBothWaysWhileItGrows()
    {
        Stage stage;
        stage.source->growTo(Instant(300ms));
        int steps = 0;
        while (stage.playback.moment(0).cursor < stage.source->trace().size()
               && stage.playback.stepForward(StepKind::Event))
            ++steps;
        QVERIFY(steps > 3);
        stage.source->growTo(Instant(600ms));
        QVERIFY(stage.playback.stepForward(StepKind::Event));
        while (stage.playback.stepBack(StepKind::Event)) {
        }
        QCOMPARE(stage.now(), 0);
    }

    void followingShowsWhatIsRecordedUntilSomethingElseIsAskedFor()
    {
        Stage stage;
        QSignalSpy following(&stage.playback, &Playback::followingChanged);
        stage.playback.setFollowing(true);
        stage.source->growTo(Instant(700ms));
        QCOMPARE(stage.playback.moment(0).cursor, stage.source->trace().size());
        QVERIFY(stage.playback.stepBack(StepKind::Switch));
        QVERIFY(!stage.playback.following());
        QCOMPARE(following.size(), 2);
        const EventIndex cursor = stage.playback.moment(0).cursor;
        stage.source->growTo(kNever);
        QCOMPARE(stage.playback.moment(0).cursor, cursor);
    }
};

QTEST_GUILESS_MAIN(TestGrowingRun)
#include "tst_growing_run.moc"
