// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <QTest>

#include "app/timeline/axis_map.h"
#include "app/timeline/describe.h"
#include "app/timeline/hatch.h"
#include "app/timeline/layout.h"
#include "app/timeline/svg_writer.h"
#include "tests/support/hand_trace.h"

#include <map>
#include <set>

using namespace coroscope;
using namespace coroscope::testing;
using namespace coroscope::timeline;

namespace {

constexpr std::size_t kBars = 1; // Canvas::Bars
constexpr std::size_t kLabels = 2;

ChartRequest requestFor(const Spans &spans, QSizeF size = {1000, 400})
{
    ChartRequest request;
    request.runs = {{.spans = &spans, .title = QStringLiteral("a run")}};
    request.size = size;
    request.visible = AxisRange{0, 2.8e9};
    return request;
}

std::vector<Hit> hitsOf(const Scene &scene, Hit::Kind kind, ActorId actor = ActorId::None)
{
    std::vector<Hit> found;
    for (const Hit &hit : scene.hits) {
        if (hit.kind == kind && (actor == ActorId::None || hit.actor == actor))
            found.push_back(hit);
    }
    return found;
}

const Span &spanOf(const Spans &spans, const Hit &hit)
{
    return hit.kind == Hit::Kind::Thread ? spans.thread()[hit.span] : spans.lane(hit.actor).spans[hit.span];
}

QStringList textsOf(const Scene &scene)
{
    QStringList texts;
    for (const Layer &layer : scene.layers) {
        for (const Text &text : layer.texts)
            texts.append(text.string);
    }
    return texts;
}

/// The same trace as far as it was recorded before event `end`.
void copyUpTo(const Trace &from, EventIndex end, HandTrace &to)
{
    for (std::uint32_t id = 1; id < 40; ++id)
        (void)to.trace().intern("text " + std::to_string(id)); // ids only; names are not compared
    for (EventIndex i = to.trace().size(); i < end; ++i)
        to.at(Duration(from[i].time)).record(from[i]);
}

constexpr auto kRun1 = static_cast<ActorId>(1);
constexpr auto kRun2 = static_cast<ActorId>(2);

} // namespace

class TestTimelineLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pinsOfOneInstantFanOutInOrderOfExecution()
    {
        HandTrace t;
        recordPieces(t);
        const Scene scene = layoutChart(requestFor(t.spans()));
        const auto thread = hitsOf(scene, Hit::Kind::Thread);
        QCOMPARE(thread.size(), std::size_t(6));
        const Viewport &view = scene.plots.front().viewport;
        std::map<ActorId, std::vector<double>> inLanes;
        for (const ActorId actor : {kRun1, kRun2}) {
            for (const Hit &hit : hitsOf(scene, Hit::Kind::Span, actor)) {
                if (holds(spanOf(t.spans(), hit).state))
                    inLanes[actor].push_back(hit.rect.left());
            }
        }
        for (std::size_t i = 0; i < 6; i += 2) {
            const double instant = view.toPixel(t.spans().thread()[i].begin);
            QVERIFY(std::abs(thread[i].rect.left() - instant) <= 1);
            QCOMPARE(thread[i].rect.width(), 9.0);
            QVERIFY(thread[i].rect.right() < thread[i + 1].rect.left());
            QCOMPARE(thread[i].actor, kRun1);
            QCOMPARE(thread[i + 1].actor, kRun2);
            QCOMPARE(inLanes[kRun1][i / 2], thread[i].rect.left());
            QCOMPARE(inLanes[kRun2][i / 2], thread[i + 1].rect.left());
        }
    }

    void everyPaintedBarIsHitAtItsCentre()
    {
        HandTrace pieces;
        recordPieces(pieces);
        HandTrace starvation;
        recordStarvation(starvation);
        ChartRequest request = requestFor(pieces.spans(), {1000, 700});
        request.runs.push_back({.spans = &starvation.spans(), .title = QStringLiteral("another")});
        for (const auto axis : {AxisMode::Clock, AxisMode::Steps}) {
            request.axis = axis;
            if (axis == AxisMode::Steps)
                request.visible = AxisRange{0, 7};
            const Scene scene = layoutChart(request);
            QVERIFY(scene.layers[kBars].boxes.size() > 20);
            for (const Box &box : scene.layers[kBars].boxes) {
                const auto hit = hitTest(scene, box.rect.center());
                QVERIFY(hit);
                QVERIFY(hit->kind == Hit::Kind::Span || hit->kind == Hit::Kind::Thread);
                QCOMPARE(hit->rect, box.rect);
            }
        }
    }

    void whatTakesTimeIsDrawnFromItsBeginToItsEnd_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : {500.0, 1000.0, 1733.0, 3840.0})
            QTest::addRow("%.0f pixels", width) << width;
    }

    void whatTakesTimeIsDrawnFromItsBeginToItsEnd()
    {
        QFETCH(double, width);
        HandTrace t;
        recordStarvation(t);
        const Scene scene = layoutChart(requestFor(t.spans(), {width, 400}));
        const Viewport &view = scene.plots.front().viewport;
        int bars = 0;
        for (const Hit &hit : scene.hits) {
            if (hit.kind != Hit::Kind::Span && hit.kind != Hit::Kind::Thread)
                continue;
            const Span &span = spanOf(t.spans(), hit);
            if (span.length() == Duration::zero())
                continue;
            ++bars;
            QVERIFY(std::abs(hit.rect.right() - view.toPixel(span.end)) <= 1);
            const double late = hit.rect.left() - view.toPixel(span.begin);
            QVERIFY(late >= -1 && late <= (span.state == State::Awaiting ? 22 : 1)); // waits begin behind the pins
        }
        QCOMPARE(bars, 7); // two in the thread, one wait each, two blocking calls, one starvation
    }

    void nothingBeyondTheCursorIsDrawn()
    {
        HandTrace t;
        recordStarvation(t);
        const EventIndex end = t.spans().eventsRead();
        for (EventIndex cursor = 0; cursor <= end; ++cursor) {
            ChartRequest request = requestFor(t.spans());
            request.runs.front().cursor = cursor;
            request.runs.front().now = cursor == 0 ? Instant{} : t.trace()[cursor - 1].at();
            request.legend = false; // it names the marks
            const Scene scene = layoutChart(request);
            const double now = scene.plots.front().viewport.toPixel(request.runs.front().now);
            for (const Hit &hit : scene.hits) {
                if (hit.kind == Hit::Kind::Span || hit.kind == Hit::Kind::Thread) {
                    QVERIFY(spanOf(t.spans(), hit).first < cursor);
                    QVERIFY(hit.rect.right() <= now + 24); // the fan of this very instant
                } else if (hit.kind == Hit::Kind::Lane) {
                    QVERIFY(t.spans().lane(hit.actor).createdBy < cursor);
                }
            }
            const auto marks = textsOf(scene).count(QStringLiteral("✓"));
            QCOMPARE(marks, std::count_if(t.spans().lanes().begin(), t.spans().lanes().end(), [&](const Lane &lane) {
                         return lane.outcome == Outcome::Done && lane.finishedBy < cursor;
                     }));
        }
    }

    void goingBackShowsWhatWasShownThen()
    {
        HandTrace whole;
        recordStarvation(whole);
        for (EventIndex cursor = 2; cursor <= whole.trace().size(); ++cursor) {
            HandTrace part;
            copyUpTo(whole.trace(), cursor, part);
            ChartRequest then = requestFor(part.spans());
            ChartRequest back = requestFor(whole.spans());
            for (ChartRequest *request : {&then, &back}) {
                request->runs.front().cursor = cursor;
                request->runs.front().now = whole.trace()[cursor - 1].at() + 100ms;
            }
            const Scene one = layoutChart(then);
            const Scene two = layoutChart(back);
            QCOMPARE(one.layers[kBars].boxes.size(), two.layers[kBars].boxes.size());
            for (std::size_t i = 0; i < one.layers[kBars].boxes.size(); ++i) {
                QCOMPARE(one.layers[kBars].boxes[i].rect, two.layers[kBars].boxes[i].rect);
                QCOMPARE(one.layers[kBars].boxes[i].openRight, two.layers[kBars].boxes[i].openRight);
            }
        }
    }

    void openBarsReachNowAndHaveNoEnd()
    {
        HandTrace t;
        const auto task = t.task("run1");
        t.step(task);
        t.beginBlock(task, "time.sleep(1)", 1s);
        ChartRequest request = requestFor(t.spans());
        request.runs.front().now = instantAt(700'000'000);
        const Scene scene = layoutChart(request);
        const Box &bar = scene.layers[kBars].boxes.back();
        QVERIFY(bar.openRight);
        QVERIFY(std::abs(bar.rect.right() - scene.plots.front().viewport.toPixel(instantAt(700'000'000))) <= 1);
        t.at(1s).record({.kind = EventKind::BlockEnded, .actor = task}).done(task);
        (void)t.spans();
        QVERIFY(layoutChart(request).layers[kBars].boxes.back().openRight);
        request.runs.front().now = instantAt(1'000'000'000);
        const Scene later = layoutChart(request);
        QVERIFY(!later.layers[kBars].boxes.back().openRight);
    }

    void aRunThatIsOverDoesNotGrowWithTheNowLine()
    {
        HandTrace t;
        const auto task = t.task("stuck");
        t.step(task).await(task, Reason::Future, 1).at(1s).finish();
        ChartRequest request = requestFor(t.spans());
        request.runs.front().now = instantAt(2'000'000'000);
        const Scene scene = layoutChart(request);
        const double end = scene.plots.front().viewport.toPixel(instantAt(1'000'000'000));
        for (const Box &box : scene.layers[kBars].boxes)
            QVERIFY(box.rect.right() <= end + 1);
        for (const Line &line : scene.layers[kBars].lines)
            QVERIFY(line.to.x() <= end + 1);
    }

    void stripesStayInsideTheirBars()
    {
        HandTrace t;
        recordStarvation(t);
        const Scene scene = layoutChart(requestFor(t.spans()));
        QCOMPARE(scene.layers[kBars].hatches.size(), std::size_t(5));
        for (const Hatch &hatch : scene.layers[kBars].hatches) {
            const auto stripes = stripesOf(hatch);
            QVERIFY(stripes.size() > 10);
            const QRectF slack = hatch.rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
            double area = 0;
            for (const QPolygonF &stripe : stripes) {
                for (qsizetype i = 0; i < stripe.size(); ++i) {
                    const QPointF a = stripe[i];
                    const QPointF b = stripe[(i + 1) % stripe.size()];
                    QVERIFY(slack.contains(a));
                    area += (a.x() * b.y() - b.x() * a.y()) / 2;
                }
            }
            const double share = std::abs(area) / (hatch.rect.width() * hatch.rect.height());
            QVERIFY(std::abs(share - hatch.stripe / hatch.period) < 0.02);
        }
    }

    void starvationIsToldFromWaiting()
    {
        HandTrace t;
        recordStarvation(t);
        const QStringList texts = textsOf(layoutChart(requestFor(t.spans(), {1400, 400})));
        QCOMPARE(texts.count(QStringLiteral("ready, denied the thread 1.0 s")), 1);
        QCOMPARE(texts.count(QStringLiteral("await sleep(0.5)")), 2);
        QCOMPARE(texts.count(QStringLiteral("time.sleep(1)")), 2);
        QCOMPARE(texts.count(QStringLiteral("asleep in select()")), 1);
        QCOMPARE(texts.count(QStringLiteral("✓")), 2 + 1); // and in the legend
    }

    void outcomesHaveTheirMarks()
    {
        HandTrace t;
        const auto good = t.task("good");
        const auto bad = t.task("bad");
        const auto gone = t.task("gone");
        t.step(good).done(good).step(bad).fail(bad, "ValueError").step(gone).sleep(gone, 1s);
        t.at(500ms).wake(gone).step(gone).cancelled(gone).finish();
        const QStringList texts = textsOf(layoutChart(requestFor(t.spans())));
        for (const QString &mark : {QStringLiteral("✓"), QStringLiteral("✗"), QStringLiteral("⊘")})
            QCOMPARE(texts.count(mark), 1 + 1);
    }

    void labelsNeverOverlapNorLeaveTheChart_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("tasks");
        for (const int tasks : {2, 8, 40, 200}) {
            for (const QSizeF size : {QSizeF(1920, 1080), QSizeF(1366, 768), QSizeF(640, 400)})
                QTest::addRow("%d tasks at %.0fx%.0f", tasks, size.width(), size.height()) << size << tasks;
        }
    }

    void labelsNeverOverlapNorLeaveTheChart()
    {
        QFETCH(QSizeF, size);
        QFETCH(int, tasks);
        HandTrace t;
        recordCrowd(t, static_cast<std::uint32_t>(tasks));
        ChartRequest request = requestFor(t.spans(), size);
        request.visible.reset();
        request.fontScale = fontScaleFor(size);
        request.scroll = 33;
        const Scene scene = layoutChart(request);
        std::map<double, std::vector<QRectF>> rows;
        for (const Layer &layer : scene.layers) {
            for (const Text &text : layer.texts) {
                QVERIFY2(QRectF(QPointF(), size).contains(text.bounds()), qPrintable(text.string));
                rows[text.at.y()].push_back(text.bounds());
            }
        }
        for (const Text &text : scene.layers[kLabels].texts)
            QVERIFY2(scene.plots.front().area.contains(text.bounds()), qPrintable(text.string));
        for (const auto &[y, row] : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                for (std::size_t j = i + 1; j < row.size(); ++j)
                    QVERIFY(!row[i].intersects(row[j]));
            }
        }
    }

    void spansUnderAPixelAreFolded()
    {
        HandTrace t;
        const auto a = t.task("a");
        const auto b = t.task("b");
        t.step(a).sleep(a, 1us).step(b).sleep(b, 1us);
        for (int i = 1; i <= 50'000; ++i)
            t.at(i * 50us).wake(a).step(a).sleep(a, 1us).wake(b).step(b).sleep(b, 1us);
        t.finish();
        ChartRequest request = requestFor(t.spans());
        const Scene scene = layoutChart(request);
        QVERIFY(scene.layers[kBars].boxes.size() < 3000);
        const auto folded = hitsOf(scene, Hit::Kind::Span, a);
        QVERIFY(!folded.empty());
        std::size_t next = 0;
        for (const Hit &hit : folded) { // and none of them got lost
            QVERIFY(hit.span <= next + 3);
            next = std::max(next, hit.span + hit.count);
        }
        QVERIFY(next + 3 >= t.spans().lane(a).spans.size());
        request.visible = AxisRange{1e9, 1e9 + 500e3}; // zoomed in, each is seen again
        const Scene close = layoutChart(request);
        for (const Hit &hit : hitsOf(close, Hit::Kind::Thread))
            QCOMPARE(hit.count, std::size_t(1));
        QVERIFY(hitsOf(close, Hit::Kind::Thread).size() >= 20);
    }

    void lanesScrollBelowTheThreadLane()
    {
        HandTrace t;
        recordCrowd(t, 60);
        ChartRequest request = requestFor(t.spans(), {1000, 500});
        const Scene top = layoutChart(request);
        QVERIFY(top.maxScroll > 500);
        QVERIFY(top.naturalHeight > 60 * 60);
        request.scroll = 1e9;
        const Scene end = layoutChart(request);
        QVERIFY(textsOf(end).contains(QStringLiteral("job60")));
        QVERIFY(!textsOf(end).contains(QStringLiteral("job1")));
        QVERIFY(textsOf(end).contains(QStringLiteral("thread")));
        for (const Hit &hit : hitsOf(end, Hit::Kind::Span))
            QVERIFY(end.plots.front().lanes.adjusted(-1, 0, 1, 0).contains(hit.rect));
    }

    void lanesOfRunsComparedCanBeReadInALowWindow()
    {
        HandTrace t;
        recordCrowd(t, 9);
        for (const std::size_t runs : {2U, 3U}) {
            ChartRequest request = requestFor(t.spans(), {650, 430});
            request.runs.resize(runs, request.runs.front());
            request.fontScale = 0.75;
            request.leastType = 11;
            request.legendLine = true; // as in the window
            const Scene scene = layoutChart(request);
            QVERIFY(scene.maxScroll > 0);
            QCOMPARE(scene.plots.size(), runs);
            for (const Plot &plot : scene.plots) {
                QVERIFY(plot.laneHeight >= 23);
                QVERIFY(plot.lanes.height() >= plot.laneHeight);
                QCOMPARE(std::fmod(plot.lanes.height(), plot.laneHeight), 0.0); // none is cut
                QVERIFY(QRectF(QPointF(), request.size).contains(plot.panel));
            }
            for (const Layer &layer : scene.layers) {
                for (const Text &text : layer.texts)
                    QVERIFY2(text.pixelSize >= 11, qPrintable(text.string));
            }
        }
    }

    void theLegendGivesWayToTheLanes()
    {
        HandTrace t;
        recordCrowd(t, 9);
        ChartRequest request = requestFor(t.spans(), {650, 430});
        request.legend = true;
        QVERIFY(textsOf(layoutChart(request)).contains(QStringLiteral("awaiting")));
        request.size.setHeight(110);
        QVERIFY(!textsOf(layoutChart(request)).contains(QStringLiteral("awaiting")));
    }

    void runsShareOneScale()
    {
        HandTrace pieces;
        recordPieces(pieces);
        HandTrace starvation;
        recordStarvation(starvation);
        ChartRequest request = requestFor(pieces.spans(), {1000, 700});
        request.visible.reset();
        request.runs.push_back({.spans = &starvation.spans(), .title = QStringLiteral("another")});
        for (RunView &run : request.runs)
            run.now = instantAt(1'200'000'000);
        const Scene scene = layoutChart(request);
        QCOMPARE(scene.plots.size(), std::size_t(2));
        QCOMPARE(scene.plots[0].viewport.range, scene.plots[1].viewport.range);
        QCOMPARE(scene.plots[0].viewport.left, scene.plots[1].viewport.left);
        QVERIFY(scene.plots[0].viewport.range.end > 2.5e9);
        QCOMPARE(scene.layers.back().boxes.size(), std::size_t(2)); // the now-lines
        QCOMPARE(scene.layers.back().boxes[0].rect.left(), scene.layers.back().boxes[1].rect.left());
    }

    void stepsModeHasAColumnAStep()
    {
        HandTrace t;
        recordStarvation(t);
        ChartRequest request = requestFor(t.spans());
        request.axis = AxisMode::Steps;
        request.visible = AxisRange{0, 4};
        const Scene scene = layoutChart(request);
        const auto columns = hitsOf(scene, Hit::Kind::Thread);
        QCOMPARE(columns.size(), std::size_t(4));
        const double width = scene.plots.front().viewport.scale();
        for (std::size_t i = 0; i < 4; ++i) {
            const double left = scene.plots.front().viewport.left + static_cast<double>(i) * width;
            QVERIFY(std::abs(columns[i].rect.left() - left) <= 1);
            QVERIFY(std::abs(columns[i].rect.width() - width) <= 2);
        }
        QCOMPARE(stepPosition(t.spans(), 0), 0.0);
        QCOMPARE(stepPosition(t.spans(), ~EventIndex(0)), 4.0);
    }

    void theCursorIsTheFirstEventAfterNow()
    {
        HandTrace t;
        recordPieces(t);
        QCOMPARE(cursorAt(t.trace(), instantAt(-1)), EventIndex(0));
        QCOMPARE(cursorAt(t.trace(), instantAt(3'000'000'000)), t.trace().size());
        const EventIndex middle = cursorAt(t.trace(), instantAt(500'000'000));
        QCOMPARE(t.trace()[middle - 1].time, std::int64_t(500'000'000));
        QCOMPARE(t.trace()[middle].time, std::int64_t(1'500'000'000));
    }

    void theMainProgramHasALaneWhenItTakesTime()
    {
        HandTrace t;
        recordPieces(t);
        QVERIFY(hitsOf(layoutChart(requestFor(t.spans())), Hit::Kind::LaneName, ActorId::Main).empty());
        HandTrace blocking;
        blocking.block(ActorId::Main, "urlopen()", 1s).finish();
        const Scene scene = layoutChart(requestFor(blocking.spans()));
        QCOMPARE(hitsOf(scene, Hit::Kind::LaneName, ActorId::Main).size(), std::size_t(1));
        QVERIFY(textsOf(scene).contains(QStringLiteral("urlopen()")));
    }

    void arrowsLeadFromCauseToEffect()
    {
        HandTrace t;
        const auto producer = t.task("producer");
        const auto consumer = t.task("consumer");
        const auto queue = t.resource("numbers", ResourceKind::Queue, 1);
        t.step(producer).sleep(producer, 1s).step(consumer).await(consumer, Reason::QueueGet, queue);
        t.at(1s).wake(producer).step(producer).wake(consumer, Reason::QueueGet).done(producer);
        t.step(consumer).done(consumer).finish();
        ChartRequest request = requestFor(t.spans());
        QVERIFY(layoutChart(request).layers[3].shapes.empty());
        request.arrows = Arrows::All;
        const Scene all = layoutChart(request);
        QCOMPARE(all.layers[3].shapes.size(), std::size_t(1));
        const Line arrow = all.layers[3].lines.front();
        QVERIFY(arrow.from.y() < arrow.to.y());
        QVERIFY(arrow.from.x() < arrow.to.x()); // to the consumer's pin, right of the producer's
        request.arrows = Arrows::Selected;
        QVERIFY(layoutChart(request).layers[3].shapes.empty());
        request.selected = consumer;
        QCOMPARE(layoutChart(request).layers[3].shapes.size(), std::size_t(1));
    }

    void reasonsNameWhatIsAwaited()
    {
        HandTrace t;
        const auto a = t.task("a");
        const auto b = t.task("b");
        const auto queue = t.resource("numbers", ResourceKind::Queue, 1);
        const auto lock = t.resource("", ResourceKind::Lock);
        const auto gather = t.resource("", ResourceKind::Gather);
        t.child(gather, a).child(gather, b);
        Describer unread(t.spans());
        Describer describer(t.spans());
        describer.update();
        const auto words = [&](Reason reason, std::uint32_t object, const Describer &by) {
            return by.awaiting(
                {.begin = {}, .state = State::Awaiting, .reason = reason, .object = object, .value = 500'000'000});
        };
        QCOMPARE(words(Reason::Sleep, 1, describer), QStringLiteral("await sleep(0.5)"));
        QCOMPARE(words(Reason::QueueGet, raw(queue), describer), QStringLiteral("await numbers.get()"));
        QCOMPARE(words(Reason::QueuePut, raw(queue), unread), QStringLiteral("await queue.put()"));
        QCOMPARE(words(Reason::Lock, raw(lock), describer), QStringLiteral("await lock.acquire()"));
        QCOMPARE(words(Reason::Gather, raw(gather), describer), QStringLiteral("await gather(a, b)"));
        QCOMPARE(words(Reason::Task, raw(b), describer), QStringLiteral("await b"));
    }

    void numbersArePlain()
    {
        QCOMPARE(durationText(1500ms), QStringLiteral("1.5 s"));
        QCOMPARE(durationText(50ms), QStringLiteral("50 ms"));
        QCOMPARE(durationText(200s), QStringLiteral("3 min 20 s"));
        QCOMPARE(verdictText(2500ms, 1500ms), QStringLiteral("2.5 s   (+67 %)"));
        QCOMPARE(verdictText(1200ms, 2800ms), QStringLiteral("1.2 s   (−57 %)"));
        QCOMPARE(measuredText(1s), QStringLiteral("1.0 s"));
    }
};

QTEST_MAIN(TestTimelineLayout)
#include "tst_timeline_layout.moc"
