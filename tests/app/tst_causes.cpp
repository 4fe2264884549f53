// SPDX-License-Identifier: GPL-3.0-or-later
// Cause and effect, levels, resource lanes, lanes chosen by hand, and what a frame looks at.

#include <QTest>

#include "app/playback/sleep_parameter.h"
#include "app/timeline/cause_text.h"
#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "core/model/causes.h"
#include "core/model/levels.h"
#include "tests/support/hand_trace.h"

#include <algorithm>

using namespace coroscope;
using namespace coroscope::testing;
using namespace coroscope::timeline;

namespace {

/// A lesson run to its end.
struct Whole {
    explicit Whole(const char *id)
        : lesson(*findLesson(id)), run(lesson.start(lesson.defaults())), spans(run->trace()), describer(spans),
          levels(spans)
    {
        run->finish();
        spans.update();
        describer.update();
        levels.update();
    }
    [[nodiscard]] ActorId actor(const std::string &label) const
    {
        return std::ranges::find(spans.lanes(), label, &Lane::label)->actor;
    }
    [[nodiscard]] std::size_t awaiting(ActorId who, Reason reason, std::size_t nth = 0) const
    {
        const auto &all = spans.lane(who).spans;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].state == State::Awaiting && all[i].reason == reason && nth-- == 0)
                return i;
        }
        return all.size();
    }
    [[nodiscard]] QString cause(ActorId who, std::size_t span) const
    {
        const auto index = causeOf(spans, who, span);
        return index ? causeText(describer, spans.wakeups()[*index]) : QString();
    }

    const Lesson &lesson;
    std::unique_ptr<Run> run;
    Spans spans;
    Describer describer;
    Levels levels;
};

ChartRequest requestOf(const Whole &whole, LaneChoice lanes = {})
{
    ChartRequest request;
    request.runs.push_back(
        {.spans = &whole.spans, .describer = &whole.describer, .lanes = std::move(lanes), .levels = &whole.levels});
    return request;
}

} // namespace

class TestCauses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPutIsWokenByTheGetThatMadeRoom()
    {
        const Whole whole("queue-put-blocks");
        const ActorId producer = whole.actor("producer");
        QCOMPARE(whole.cause(producer, whole.awaiting(producer, Reason::QueuePut)),
                 QStringLiteral("woken by consumer’s get from queue at 1 s"));
        QCOMPARE(whole.cause(producer, 0), QStringLiteral("created by both at 0 s"));
        const ActorId consumer = whole.actor("consumer");
        const std::size_t sleep = whole.awaiting(consumer, Reason::Sleep);
        QCOMPARE(whole.cause(consumer, sleep), QStringLiteral("woken by its timer at 1 s"));
        QVERIFY(effectsOf(whole.spans, consumer, sleep).empty());
        std::size_t hold = sleep;
        while (whole.spans.lane(consumer).spans[hold].state != State::Running)
            ++hold;
        QCOMPARE(effectsText(whole.describer, effectsOf(whole.spans, consumer, hold)),
                 QStringLiteral("wakes producer"));
    }

    void aCancelledWaitWasCutShortByTheCancel()
    {
        const Whole whole("cancel-cleanup");
        int cancels = 0;
        for (const Lane &lane : whole.spans.lanes()) {
            for (std::size_t i = 0; i < lane.spans.size(); ++i) {
                if (lane.spans[i].state == State::Awaiting)
                    cancels += whole.cause(lane.actor, i).startsWith(QStringLiteral("cancelled by"));
            }
        }
        QVERIFY(cancels > 0);
    }

    /// Every wait of every lesson that ended has a cause, at or before the turn that follows, in a lane that existed.
    void everyTurnHasACause()
    {
        for (const Lesson &lesson : lessons()) {
            const auto run = lesson.start(lesson.defaults(), {.maxPasses = 500});
            run->finish();
            Spans spans(run->trace());
            spans.update();
            for (const Lane &lane : spans.lanes()) {
                for (std::size_t i = 0; lane.kind == ActorKind::Task && i < lane.spans.size(); ++i) {
                    const Span &span = lane.spans[i];
                    const bool yielded = i > 0 && lane.spans[i - 1].reason == Reason::Yield; // nobody had to wake it
                    if (span.state != State::Running || yielded
                        || (i > 0 && lane.spans[i - 1].state == State::Blocking))
                        continue;
                    const auto cause = causeOf(spans, lane.actor, i);
                    QVERIFY2(cause.has_value(), qPrintable(QString::fromStdString(lesson.id + ' ' + lane.label)));
                    QVERIFY(spans.wakeups()[*cause].event <= span.first);
                    QCOMPARE(spans.wakeups()[*cause].to, lane.actor);
                }
            }
        }
    }

    void levelsAreThoseOfTheTrace()
    {
        const Whole whole("queue-put-blocks");
        QCOMPARE(whole.levels.tracks().size(), 1U);
        const LevelTrack &track = whole.levels.tracks().front();
        QCOMPARE(track.most, 1);
        QCOMPARE(track.at(0), nullptr);
        QCOMPARE(track.changes.size(), 10U); // five puts, five gets
        QCOMPARE(track.at(track.changes[3].event + 1)->value, track.changes[3].value);
        QCOMPARE(whole.levels.track(ResourceId{99}), nullptr);
    }

    void theHolderOfALockHasABar()
    {
        const Whole whole("lock-fair");
        QVERIFY(!whole.levels.tracks().empty());
        const LevelTrack &lock = whole.levels.tracks().front();
        QVERIFY(lock.isLock());
        const Scene without = layoutChart(requestOf(whole));
        const Scene with = layoutChart(requestOf(whole, {.resources = {lock.resource}}));
        const auto names = [](const Scene &scene) {
            QStringList texts;
            for (const Layer &layer : scene.layers) {
                for (const Text &text : layer.texts)
                    texts.append(text.string);
            }
            return texts;
        };
        const QString name = whole.describer.resource(lock.resource);
        QVERIFY(!names(without).contains(name));
        QVERIFY(names(with).contains(name));
        const auto hit = std::ranges::find(with.hits, Hit::Kind::Resource, &Hit::kind);
        QVERIFY(hit != with.hits.end());
        const ActorId first = std::ranges::find(lock.changes, std::int64_t(1), &LevelTrack::Change::value)->by;
        const QColor colour = Theme::light().task(first);
        const auto &boxes = with.layers[1].boxes;
        QVERIFY(std::ranges::any_of(
            boxes, [&](const Box &box) { return hit->rect.contains(box.rect.center()) && box.fill == colour; }));
    }

    void lanesAreShownAsChosen()
    {
        const Whole whole("window-queue");
        const RunView plain = requestOf(whole).runs.front();
        const std::vector<ActorId> all = rowsOf(plain);
        const RunView chosen = requestOf(whole, {.order = {all[3], all[0]}, .hidden = {all[1]}}).runs.front();
        std::vector<ActorId> expected{all[3], all[0], all[2]};
        expected.insert(expected.end(), all.begin() + 4, all.end());
        QCOMPARE(rowsOf(chosen), expected);
    }

    void noTextIsSmallerThanTheLeast()
    {
        const Whole whole("window-queue");
        ChartRequest request = requestOf(whole);
        request.size = {1920, 400};
        request.fontScale = 1.4;
        request.leastType = 20;
        const Scene scene = layoutChart(request);
        QVERIFY(scene.maxScroll > 0);
        for (const Layer &layer : scene.layers) {
            for (const Text &text : layer.texts)
                QVERIFY2(text.pixelSize >= 20, qPrintable(text.string));
        }
    }

    void whatADimmedLaneSaysCanStillBeRead()
    {
        const Whole whole("starvation-gather");
        ChartRequest request = requestOf(whole);
        request.spotlight = true;
        request.runs.front().now = instantAt(1'000'000'000);
        request.runs.front().cursor = cursorAt(whole.run->trace(), request.runs.front().now);
        for (const Theme::Id id : {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print}) {
            request.theme = Theme::of(id);
            const Scene scene = layoutChart(request);
            const auto veil =
                std::ranges::find_if(scene.layers.back().boxes, [](const Box &box) { return box.fill.alpha() < 255; });
            QVERIFY(veil != scene.layers.back().boxes.end());
            const auto dimmed = [&](const QColor &ink) {
                const float a = veil->fill.alphaF();
                const auto mix = [a](float under, float over) { return under * (1 - a) + over * a; };
                return QColor::fromRgbF(mix(ink.redF(), veil->fill.redF()), mix(ink.greenF(), veil->fill.greenF()),
                                        mix(ink.blueF(), veil->fill.blueF()));
            };
            for (const QColor &ink : {request.theme.text, request.theme.outline})
                QVERIFY(contrast(dimmed(ink), request.theme.panel) >= 3);
        }
    }

    /// A frame looks at what can be seen, however long the run is.
    void aFrameLooksAtNoMoreThanThePixelsNeed()
    {
        const auto visited = [](int turns) {
            HandTrace trace;
            const auto a = trace.task("a");
            const auto b = trace.task("b");
            for (int i = 0; i < turns; ++i)
                trace.step(a).sleep(a, 1ms).step(b).sleep(b, 1ms).at(1ms * (i + 1)).wake(a).wake(b);
            trace.finish();
            ChartRequest request;
            request.runs.push_back({.spans = &trace.spans()});
            request.arrows = Arrows::Selected;
            request.selected = a;
            const Scene scene = layoutChart(request);
            return scene.visited;
        };
        const std::size_t small = visited(20'000);
        const std::size_t large = visited(200'000);
        QVERIFY2(large < 60'000, qPrintable(QString::number(large)));
        QVERIFY2(large < small * 2, qPrintable(QStringLiteral("%1 %2").arg(small).arg(large)));
    }

    void theParameterBehindASleepIsFoundByTrial()
    {
        const Whole whole("pieces-gather");
        const ActorId run1 = whole.actor("run1");
        const Settings settings = whole.lesson.defaults();
        const auto first =
            sleepParameter(whole.lesson, settings, whole.spans, run1, whole.awaiting(run1, Reason::Sleep, 0));
        const auto second =
            sleepParameter(whole.lesson, settings, whole.spans, run1, whole.awaiting(run1, Reason::Sleep, 1));
        QVERIFY(first && second);
        QCOMPARE(first->name, "first");
        QCOMPARE(second->name, "second");
        QCOMPARE(withSleep(whole.lesson, settings, *first, 750ms), "0.75");
        // Equal values are told apart all the same.
        Settings equal = settings;
        whole.lesson.set(equal, "first", "1");
        const auto run = whole.lesson.start(equal);
        run->finish();
        Spans spans(run->trace());
        spans.update();
        const auto again = sleepParameter(whole.lesson, equal, spans, run1, whole.awaiting(run1, Reason::Sleep, 1));
        QVERIFY(again);
        QCOMPARE(again->name, "second");
        QVERIFY(!sleepParameter(whole.lesson, settings, whole.spans, run1, 0)); // no sleep
    }

    void anItemOfAListStandsBehindASleepToo()
    {
        const Whole whole("window-queue");
        const ActorId job = whole.actor("job1");
        const Settings settings = whole.lesson.defaults();
        const auto found = sleepParameter(whole.lesson, settings, whole.spans, job, whole.awaiting(job, Reason::Sleep));
        QVERIFY(found);
        QCOMPARE(found->name, "durations");
        QCOMPARE(found->item, 1U);
        QCOMPARE(withSleep(whole.lesson, settings, *found, 2500ms), "1,2.5,3");
    }

    void whatNoParameterSaysCannotBeChanged()
    {
        const Whole whole("two-sleepers");
        for (const Lane &lane : whole.spans.lanes()) {
            for (std::size_t i = 0; i < lane.spans.size(); ++i) {
                const auto found = sleepParameter(whole.lesson, whole.lesson.defaults(), whole.spans, lane.actor, i);
                QCOMPARE(found.has_value() && !whole.lesson.parameter(found->name), false);
            }
        }
    }
};

QTEST_MAIN(TestCauses)
#include "tst_causes.moc"
