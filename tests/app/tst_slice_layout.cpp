// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/timeline/canvas.h"
#include "app/timeline/painter.h"
#include "app/timeline/slice_hit.h"
#include "app/timeline/slice_layout.h"
#include "app/timeline/svg_writer.h"
#include "core/slices/slice_builder.h"
#include "core/slices/slice_relations.h"

#include <algorithm>
#include <array>

using namespace coroscope;
using namespace coroscope::timeline;

namespace {

constexpr std::int64_t kMs = 1'000'000;

/// Two processes: `lanes` threads with an outer span, one within it and a mark; a counter.
Slices sliced(int lanes)
{
    SliceBuilder builder;
    for (int i = 0; i < lanes; ++i) {
        const auto lane = builder.lane(SliceLane::Kind::Thread, i % 2 ? "b" : "a", std::to_string(i));
        builder.span(lane, i * kMs, 40 * kMs, builder.name("outer"), 0);
        builder.span(lane, (i + 10) * kMs, 20 * kMs, builder.name("inner"), 0);
        builder.mark(lane, (i + 60) * kMs, builder.name("tick"), 0);
    }
    const auto counter = builder.lane(SliceLane::Kind::Counter, "a", "heap");
    for (int i = 0; i < 100; ++i)
        builder.count(counter, i * kMs, i % 10);
    return builder.finish();
}

SliceRequest requestOf(const Slices &slices)
{
    SliceRequest request;
    request.slices = &slices;
    request.title = QStringLiteral("trace.json");
    request.size = {1000, 600};
    return request;
}

/// Their edges are lines of one pixel.
std::size_t stripsOf(const Scene &scene)
{
    std::size_t count = 0;
    for (const Layer &layer : scene.layers)
        count += static_cast<std::size_t>(
            std::ranges::count_if(layer.strips, [](const Strip &strip) { return strip.rect.height() > 1; }));
    return count;
}

/// Where a lane's first row has its middle.
QPointF middleOf(const SliceFrame &frame, std::uint32_t lane, double x)
{
    return {x, frame.barsOf(lane) + frame.rows.rowHeight() / 2};
}

bool hasText(const Scene &scene, const QString &text)
{
    for (const Layer &layer : scene.layers)
        for (const Text &one : layer.texts)
            if (one.string == text)
                return true;
    return false;
}

} // namespace

class SliceLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsALineOfColours();
    void whatIsDrawnIsHitAtItsMiddle();
    void manyLanesScrollOrFit();
    void nothingLeavesThePanel();
    void theVisibleRangeIsDrawn();
    void screenAndSvgShowTheSame();
    void anEmptyTraceHasAPicture();
    void aLongSpanBehindManyShortOnesHasItsName();
    void theSelectionIsSeenHoweverShort();
    void counterShowsItsPeaks();
    void spansAreSeenBelowManyMarks();
    void aMarkOfEverythingGoesThroughAllLanes();
    void aSpanWithoutAnEndLooksLikeIt();
    void longNamesAreToldApart();
    void aLoneProcessHasItsName();
    void instantsAreAsExactAsTheSpan();
    void aFoldedLaneShowsItsOutermostSpans();
    void aFoldedProcessIsOneLine();
    void pinnedLanesStayOnTop();
    void onlyTheLanesThatAreWanted();
    void namesAreHitBesideTheTime();
    void allLanesFillTheHeight();
    void faintSpansHaveEdges();
    void arrowsOfTheSelectedSpanAreAlwaysDrawn();
};

void SliceLayoutTest::everyRowIsALineOfColours()
{
    const Slices slices = sliced(3);
    const Scene scene = layoutSlices(requestOf(slices));
    QCOMPARE(stripsOf(scene), std::size_t(6));
    QVERIFY(hasText(scene, QStringLiteral("outer")) && hasText(scene, QStringLiteral("inner"))
            && hasText(scene, QStringLiteral("heap")));
    QVERIFY(hasText(scene, QStringLiteral("a")) && hasText(scene, QStringLiteral("b"))); // processes
    for (const Layer &layer : scene.layers)
        for (const Strip &strip : layer.strips)
            QCOMPARE(static_cast<double>(strip.columns.size()), strip.rect.width());
}

void SliceLayoutTest::whatIsDrawnIsHitAtItsMiddle()
{
    const Slices slices = sliced(4);
    const SliceRequest request = requestOf(slices);
    const SliceFrame frame(request);
    for (std::uint32_t lane = 0; lane < slices.lanes().size(); ++lane) {
        const SliceLane &in = slices.lanes()[lane];
        for (std::uint32_t row = 0; row < in.rows.size(); ++row) {
            const Slice slice = in.rows[row].at(0);
            const SliceRows::Place &place = frame.rows[lane];
            const double top = frame.area.top() + place.top + (place.header ? frame.rows.headerHeight() : 0);
            const QPointF middle(frame.viewport.toPixel(static_cast<double>(slice.begin + slice.duration / 2)),
                                 top + (row + 0.5) * frame.rows.rowHeight());
            const auto hit = sliceAt(request, middle);
            QVERIFY(hit && hit->span);
            QVERIFY((*hit->span == SliceAddress{lane, row, 0}));
            QVERIFY(describe(slices, *hit).startsWith(QString::fromStdString(slices.name(slice.name))));
        }
        if (in.kind == SliceLane::Kind::Counter) {
            const auto hit = sliceAt(request, {frame.viewport.toPixel(25.5e6),
                                               frame.area.top() + frame.rows[lane].top + frame.rows[lane].height - 4});
            QVERIFY(hit && hit->point);
            QCOMPARE(in.points[*hit->point].value, 5.0);
        }
    }
    QVERIFY(!sliceAt(request, {2, 2}));
}

void SliceLayoutTest::manyLanesScrollOrFit()
{
    const Slices slices = sliced(300);
    SliceRequest request = requestOf(slices);
    const Scene top = layoutSlices(request);
    QVERIFY(top.maxScroll > 0);
    QVERIFY(stripsOf(top) < 200); // only what is visible
    request.scroll = 1e9;
    QVERIFY(hasText(layoutSlices(request), QStringLiteral("299")));
    request.fitLanes = true;
    const Scene all = layoutSlices(request);
    QCOMPARE(all.maxScroll, 0.0);
    QCOMPARE(stripsOf(all), std::size_t(300)); // their outermost spans
}

void SliceLayoutTest::nothingLeavesThePanel()
{
    const Slices slices = sliced(40);
    SliceRequest request = requestOf(slices);
    for (const double scroll : {0.0, 7.0, 333.0}) {
        request.scroll = scroll;
        const Scene scene = layoutSlices(request);
        const QRectF panel = scene.plots.front().panel;
        for (const Layer &layer : scene.layers) {
            for (const Strip &strip : layer.strips)
                QVERIFY(scene.plots.front().area.contains(strip.rect));
            for (const Text &text : layer.texts)
                QVERIFY2(panel.contains(text.bounds()), qPrintable(text.string));
            for (const Box &box : layer.boxes)
                QVERIFY(panel.contains(box.rect));
        }
    }
}

void SliceLayoutTest::theVisibleRangeIsDrawn()
{
    const Slices slices = sliced(1);
    SliceRequest request = requestOf(slices);
    request.visible = AxisRange{10e6, 30e6}; // within the inner span
    const Scene scene = layoutSlices(request);
    std::vector<const Strip *> strips;
    for (const Layer &layer : scene.layers)
        for (const Strip &strip : layer.strips)
            if (strip.rect.height() > 1)
                strips.push_back(&strip);
    QCOMPARE(strips.size(), std::size_t(2));
    const QRgb outer = strips[0]->columns[strips[0]->columns.size() / 2];
    QVERIFY(std::ranges::count(strips[0]->columns, outer)
            >= static_cast<std::ptrdiff_t>(strips[0]->columns.size()) - 1);
    request.visible = AxisRange{80e6, 90e6}; // behind everything
    QCOMPARE(stripsOf(layoutSlices(request)), std::size_t(0));
}

void SliceLayoutTest::screenAndSvgShowTheSame()
{
    const Slices slices = sliced(3);
    const Scene scene = layoutSlices(requestOf(slices));
    const QImage image = toImage(scene);
    for (const Layer &layer : scene.layers)
        for (const Strip &strip : layer.strips) {
            const int above = strip.rect.height() > 1 ? 2 : 1; // its lowest line is its edge, a strip of its own
            for (const std::size_t column : {std::size_t(0), strip.columns.size() / 3, strip.columns.size() - 1})
                QCOMPARE(image.pixel(static_cast<int>(strip.rect.left()) + static_cast<int>(column),
                                     static_cast<int>(strip.rect.bottom()) - above),
                         strip.columns[column]);
        }
    const QByteArray svg = toSvg(scene);
    QVERIFY(svg.contains(">outer</text>") && svg.contains(">heap</text>"));
    QCOMPARE(toSvg(layoutSlices(requestOf(slices))), svg);
}

void SliceLayoutTest::anEmptyTraceHasAPicture()
{
    const Slices slices = SliceBuilder().finish();
    const Scene scene = layoutSlices(requestOf(slices));
    QVERIFY(!toImage(scene).isNull());
    QVERIFY(!sliceAt(requestOf(slices), {500, 300}));
}

void SliceLayoutTest::aLongSpanBehindManyShortOnesHasItsName()
{
    SliceBuilder builder;
    const auto lane = builder.lane(SliceLane::Kind::Thread, "a", "1");
    constexpr int kShort = 20'000;
    for (int i = 0; i < kShort; ++i)
        builder.span(lane, i * 100, 50, builder.name("short"), 0);
    builder.span(lane, kShort * 100, kShort * 100, builder.name("the long one"), 0);
    const Slices slices = builder.finish();
    const Scene scene = layoutSlices(requestOf(slices));
    QVERIFY(hasText(scene, QStringLiteral("the long one")));
    QVERIFY(!hasText(scene, QStringLiteral("short")));

    // It finds what looking at every span finds.
    const SliceRow &row = slices.lanes().front().rows.front();
    for (const std::int64_t least : {1, 50, 51, 64, kShort * 100}) {
        std::vector<std::size_t> expected;
        std::vector<std::size_t> found;
        const std::int64_t from = 777;
        const std::int64_t to = kShort * 100 + 1;
        for (std::size_t i = 0; i < row.size(); ++i)
            if (row.at(i).duration >= least && row.begin(i) < to && row.end(i) > from)
                expected.push_back(i);
        row.forEachLong(from, to, least, [&](std::size_t i) { found.push_back(i); });
        QCOMPARE(found, expected);
    }
}

void SliceLayoutTest::theSelectionIsSeenHoweverShort()
{
    SliceBuilder builder;
    const auto lane = builder.lane(SliceLane::Kind::Thread, "a", "1");
    builder.span(lane, 0, 10, builder.name("first"), 0);
    builder.span(lane, 500 * kMs, 10, builder.name("short"), 0);
    builder.span(lane, 1000 * kMs, 10, builder.name("last"), 0);
    const Slices slices = builder.finish();
    SliceRequest request = requestOf(slices);
    const Scene without = layoutSlices(request);
    request.selected = SliceAddress{0, 0, 1};
    const Scene with = layoutSlices(request);
    const auto &boxes = with.layers[Canvas::Front].boxes;
    QCOMPARE(boxes.size(), without.layers[Canvas::Front].boxes.size() + 1);
    const SliceFrame frame(request);
    QVERIFY(boxes.back().rect.width() >= 5);
    QVERIFY(qAbs(boxes.back().rect.center().x() - frame.viewport.toPixel(500e6)) < 1);
}

/// From afar a column holds many points; the farthest from zero is drawn, wherever it stands among them.
void SliceLayoutTest::counterShowsItsPeaks()
{
    SliceLane lane;
    for (int i = 0; i < 1000; ++i)
        lane.points.push_back({i, i == 613 ? -90.0 : i % 7});
    lane.finishPoints();
    QCOMPARE(lane.least, -90.0);
    QCOMPARE(lane.most, 6.0);
    for (std::size_t first = 0; first < lane.points.size(); first += 13) {
        for (std::size_t last = first; last <= lane.points.size(); last += 29) {
            double farthest = 0;
            for (std::size_t i = first; i < last; ++i)
                if (std::abs(lane.points[i].value) > std::abs(farthest))
                    farthest = lane.points[i].value;
            QCOMPARE(lane.farthest(first, last), farthest);
        }
    }
}

void SliceLayoutTest::spansAreSeenBelowManyMarks()
{
    SliceBuilder builder;
    const auto lane = builder.lane(SliceLane::Kind::Thread, "1", "1");
    builder.span(lane, 0, 100 * kMs, builder.name("outer"), 0);
    for (int i = 0; i < 2000; ++i)
        builder.mark(lane, i * kMs / 20, builder.name("tick"), 0);
    const Slices slices = builder.finish();
    const Scene scene = layoutSlices(requestOf(slices));
    double row = 0;
    for (const Layer &layer : scene.layers)
        for (const Strip &strip : layer.strips)
            row = std::max(row, strip.rect.height());
    std::size_t ticks = 0;
    for (const Layer &layer : scene.layers)
        for (const Box &box : layer.boxes)
            if (box.fill == requestOf(slices).theme.text) {
                ++ticks;
                QVERIFY2(box.rect.height() <= row / 3, qPrintable(QString::number(box.rect.height())));
            }
    QVERIFY(ticks > 100);
}

void SliceLayoutTest::aMarkOfEverythingGoesThroughAllLanes()
{
    SliceBuilder builder;
    const auto first = builder.lane(SliceLane::Kind::Thread, "1", "1");
    const auto second = builder.lane(SliceLane::Kind::Thread, "2", "1");
    builder.span(first, 0, 10 * kMs, builder.name("a"), 0);
    builder.span(second, 0, 10 * kMs, builder.name("b"), 0);
    const auto longest = [](const Slices &slices) {
        double height = 0;
        const SliceRequest request = requestOf(slices);
        for (const Layer &layer : layoutSlices(request).layers)
            for (const Line &line : layer.lines)
                if (line.color == request.theme.text)
                    height = std::max(height, line.to.y() - line.from.y());
        return height;
    };
    builder.mark(first, 5 * kMs, builder.name("gc"), 0, SliceMark::Scope::Everything);
    const Slices slices = builder.finish();
    QCOMPARE(longest(slices), SliceFrame(requestOf(slices)).area.height());
}

void SliceLayoutTest::aSpanWithoutAnEndLooksLikeIt()
{
    const auto columns = [](bool ends) {
        SliceBuilder builder;
        const auto lane = builder.lane(SliceLane::Kind::Thread, "1", "1");
        builder.open(lane, 0, builder.name("a"), 0);
        builder.mark(lane, 100 * kMs, builder.name("end"), 0);
        if (ends)
            builder.close(lane, 100 * kMs);
        const Slices slices = builder.finish();
        for (const Layer &layer : layoutSlices(requestOf(slices)).layers)
            for (const Strip &strip : layer.strips)
                return strip.columns;
        return std::vector<QRgb>();
    };
    QVERIFY(!columns(true).empty());
    QVERIFY(columns(true) != columns(false));
}

void SliceLayoutTest::longNamesAreToldApart()
{
    SliceBuilder builder;
    const std::array<const char *, 2> files{"alpha", "beta"};
    for (const char *file : files) {
        const std::string name = "file:/srv/app/node_modules/@types/node/a/b/c/d/e/f/g/" + std::string(file) + ".d.ts";
        builder.span(builder.lane(SliceLane::Kind::Thread, "1", name), 0, kMs, builder.name("x"), 0);
    }
    const Slices slices = builder.finish();
    QStringList names;
    for (const Layer &layer : layoutSlices(requestOf(slices)).layers)
        for (const Text &text : layer.texts)
            if (text.string.endsWith(QStringLiteral(".d.ts")))
                names << text.string;
    QCOMPARE(names.size(), 2);
    QVERIFY(names[0] != names[1]);
}

void SliceLayoutTest::aLoneProcessHasItsName()
{
    const auto drawn = [](std::string_view name) {
        SliceBuilder builder;
        builder.span(builder.lane(SliceLane::Kind::Thread, "4711", "1"), 0, kMs, builder.name("x"), 0);
        if (!name.empty())
            builder.nameProcess("4711", std::string(name));
        const Slices slices = builder.finish();
        return layoutSlices(requestOf(slices));
    };
    QVERIFY(hasText(drawn("webpack"), QStringLiteral("webpack")));
    QVERIFY(!hasText(drawn(""), QStringLiteral("4711")));
}

void SliceLayoutTest::instantsAreAsExactAsTheSpan()
{
    SliceBuilder builder;
    const auto lane = builder.lane(SliceLane::Kind::Thread, "1", "1");
    builder.span(lane, 0, 5000 * kMs, builder.name("long"), 0);
    builder.span(lane, 4'093'123'400, 19'250, builder.name("short"), 0);
    const Slices slices = builder.finish();
    QString facts = describe(slices, {.lane = 0, .span = SliceAddress{0, 1, 0}});
    QCOMPARE(facts.replace(QChar(0x202f), QLatin1Char(' ')),
             QStringLiteral("short\n4.093 123 4 s – 4.093 142 65 s (19.25 µs)"));
    QCOMPARE(describe(slices, {.lane = 0, .span = SliceAddress{0, 0, 0}}), QStringLiteral("long\n0 s – 5 s (5 s)"));
}

void SliceLayoutTest::aFoldedLaneShowsItsOutermostSpans()
{
    const Slices slices = sliced(4);
    SliceRequest request = requestOf(slices);
    const std::size_t before = stripsOf(layoutSlices(request));
    const double height = SliceFrame(request).rows[0].height;
    request.lanes.folded = {0};
    QCOMPARE(stripsOf(layoutSlices(request)), before - 1);
    const SliceFrame frame(request);
    QVERIFY(frame.rows[0].height < height && frame.rows[0].rows == 1 && frame.rows[1].rows == 2);
    const auto hit = sliceAt(request, middleOf(frame, 0, frame.viewport.toPixel(12e6)));
    QVERIFY(hit && (hit->span == SliceAddress{0, 0, 0}));
    QVERIFY(!hasText(layoutSlices([&] {
                         SliceRequest all = request;
                         all.lanes.folded = {0, 1, 3, 4};
                         return all;
                     }()),
                     QStringLiteral("inner")));
}

void SliceLayoutTest::aFoldedProcessIsOneLine()
{
    const Slices slices = sliced(4); // a: two threads and a counter; b: two threads
    SliceRequest request = requestOf(slices);
    QCOMPARE(processOf(slices, 2), 0U);
    QCOMPARE(processOf(slices, 4), 3U);
    request.lanes.foldedProcesses = {0};
    const SliceFrame frame(request);
    QVERIFY(frame.rows[0].shown && frame.rows[0].folded && !frame.rows[1].shown && !frame.rows[2].shown);
    QCOMPARE(frame.rows[0].height, frame.rows.headerHeight());
    const Scene scene = layoutSlices(request);
    QVERIFY(hasText(scene, QStringLiteral("a")) && !hasText(scene, QStringLiteral("heap")));
    QCOMPARE(stripsOf(scene), std::size_t(5)); // its line, and two rows each of the others
    const auto hit = sliceAt(request, {frame.viewport.toPixel(5e6), frame.topOf(0) + 5});
    QVERIFY(hit && hit->header && !hit->span && hit->lane == 0);
    // One of its lanes on top is still seen.
    request.lanes.pinned = {2};
    QVERIFY(hasText(layoutSlices(request), QStringLiteral("heap · a")));
}

void SliceLayoutTest::pinnedLanesStayOnTop()
{
    const Slices slices = sliced(100);
    SliceRequest request = requestOf(slices);
    request.scroll = 1e9;
    request.lanes.pinned = {70, 3};
    const SliceFrame frame(request);
    QVERIFY(frame.scroll > 0);
    QCOMPARE(frame.topOf(70), frame.area.top());
    QVERIFY(frame.topOf(3) > frame.topOf(70) && frame.topOf(3) < frame.scrolledArea.top());
    QCOMPARE(frame.rows.order().size(), slices.lanes().size() - 2);
    const auto hit = sliceAt(
        request,
        middleOf(frame, 3, frame.viewport.toPixel(static_cast<double>(slices.lanes()[3].rows[0].begin(0) + kMs))));
    QVERIFY(hit && hit->lane == 3 && hit->span);
    // What is scrolled is nowhere above the border.
    const Scene scene = layoutSlices(request);
    for (const Layer &layer : scene.layers)
        for (const Strip &strip : layer.strips)
            QVERIFY(strip.rect.bottom() <= frame.scrolledArea.top() || strip.rect.top() >= frame.scrolledArea.top());
    // Very many of them leave room for the others.
    for (std::uint32_t lane = 0; lane < 90; ++lane)
        request.lanes.pinned.push_back(lane);
    QVERIFY(SliceFrame(request).scrolledArea.height() > 0.3 * frame.area.height());
}

void SliceLayoutTest::onlyTheLanesThatAreWanted()
{
    const Slices slices = sliced(4);
    SliceRequest request = requestOf(slices);
    request.lanes.only = std::set<std::uint32_t>{4};
    const Scene scene = layoutSlices(request);
    QCOMPARE(stripsOf(scene), std::size_t(2));
    QVERIFY(hasText(scene, QStringLiteral("b")) && !hasText(scene, QStringLiteral("a")));
    request.lanes.only = std::set<std::uint32_t>{};
    QCOMPARE(stripsOf(layoutSlices(request)), std::size_t(0));
    QVERIFY(!sliceAt(request, {500, 300}));
}

void SliceLayoutTest::namesAreHitBesideTheTime()
{
    const Slices slices = sliced(4);
    const SliceRequest request = requestOf(slices);
    const SliceFrame frame(request);
    auto hit = sliceAt(request, middleOf(frame, 1, frame.panel.left() + 20));
    QVERIFY(hit && hit->name && !hit->header && hit->lane == 1 && !hit->span);
    QCOMPARE(describe(slices, *hit), QStringLiteral("2\na, tid 2"));
    hit = sliceAt(request, {frame.panel.left() + 20, frame.topOf(3) + 3});
    QVERIFY(hit && hit->header && hit->lane == 3);
    QCOMPARE(describe(slices, *hit), QStringLiteral("b\npid b"));
    QVERIFY(!sliceAt(request, {frame.panel.left() - 2, frame.topOf(3) + 3}));
}

void SliceLayoutTest::allLanesFillTheHeight()
{
    for (const int lanes : {40, 90, 309, 700}) {
        const Slices slices = sliced(lanes);
        SliceRequest request = requestOf(slices);
        request.size = {1600, 1000};
        request.fitLanes = true;
        const SliceFrame frame(request);
        QVERIFY2(frame.rows.height() <= frame.area.height() + 0.5, qPrintable(QString::number(lanes)));
        QVERIFY2(frame.rows.height() > 0.97 * frame.area.height(), qPrintable(QString::number(lanes)));
        for (const Layer &layer : layoutSlices(request).layers)
            for (const Strip &strip : layer.strips)
                QCOMPARE(strip.rect, QRectF(strip.rect.toRect())); // whole pixels
    }
}

void SliceLayoutTest::faintSpansHaveEdges()
{
    SliceBuilder builder;
    const auto lane = builder.lane(SliceLane::Kind::Thread, "1", "1");
    builder.span(lane, 0, kMs, builder.name("n"), 0, 4); // yellow
    const Slices slices = builder.finish();
    const Scene scene = layoutSlices(requestOf(slices));
    std::size_t lines = 0;
    for (const Layer &layer : scene.layers)
        for (const Strip &strip : layer.strips)
            if (strip.rect.height() == 1) {
                ++lines;
                QVERIFY(contrast(QColor(strip.columns[strip.columns.size() / 2]), Qt::white) > 3);
            }
    QCOMPARE(lines, std::size_t(2));
}

void SliceLayoutTest::arrowsOfTheSelectedSpanAreAlwaysDrawn()
{
    SliceBuilder builder;
    const auto one = builder.lane(SliceLane::Kind::Thread, "1", "1");
    const auto two = builder.lane(SliceLane::Kind::Thread, "1", "2");
    builder.span(one, 0, 1000 * kMs, builder.name("a"), 0);
    builder.span(one, 10 * kMs, 10 * kMs, builder.name("in"), 0);
    builder.span(two, 0, 1000 * kMs, builder.name("b"), 0);
    for (std::uint64_t i = 0; i < 1000; ++i) {
        builder.flow(i, one, static_cast<std::int64_t>(i) * kMs, SliceBuilder::Flow::Begin);
        builder.flow(i, two, static_cast<std::int64_t>(i) * kMs + 1, SliceBuilder::Flow::End);
    }
    const Slices slices = builder.finish();
    const auto arrowsIn = [](const Scene &scene) { return scene.layers[Canvas::Arrows].lines.size(); };
    SliceRequest request = requestOf(slices);
    QCOMPARE(arrowsIn(layoutSlices(request)), std::size_t(0)); // too many to be seen
    request.selected = SliceAddress{0, 1, 0};
    request.arrows = arrowsOf(slices, *request.selected);
    QCOMPARE(request.arrows.size(), std::size_t(10)); // from 10 to before 20 ms
    QCOMPARE(arrowsIn(layoutSlices(request)), std::size_t(10));
    QCOMPARE(arrowsOf(slices, SliceAddress{0, 0, 0}).size(), std::size_t(990)); // not those of the span within it
    // One that comes from far away ends at the border.
    request.visible = AxisRange{15.0e6, 15.5e6};
    const Scene scene = layoutSlices(request);
    const SliceFrame frame(request);
    for (const Line &line : scene.layers[Canvas::Arrows].lines)
        QVERIFY(frame.area.adjusted(-1, -1, 1, 1).contains(line.from)
                && frame.area.adjusted(-1, -1, 1, 1).contains(line.to));
    QVERIFY(!scene.layers[Canvas::Arrows].lines.empty());
}

QTEST_MAIN(SliceLayoutTest)
#include "tst_slice_layout.moc"
