// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <QTest>

#include "app/timeline/axis_map.h"
#include "app/timeline/describe.h"
#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "app/timeline/sheet.h"
#include "app/timeline/svg_writer.h"
#include "core/lessons/lesson.h"
#include "core/model/job_table.h"

#include <algorithm>
#include <random>
#include <set>

using namespace coroscope;
using namespace coroscope::timeline;

namespace {

constexpr std::size_t kBars = 1; // Canvas::Bars
constexpr std::size_t kLabels = 2;

ChartRequest requestFor(const Spans &spans, const Describer &describer)
{
    ChartRequest request;
    request.runs = {{.spans = &spans, .describer = &describer, .title = QStringLiteral("a lesson")}};
    request.size = {1600, 900};
    return request;
}

/// A trace as it was before event `end`; its texts are other ones.
struct Copy {
    Copy(const Trace &from, EventIndex end)
    {
        for (int id = 1; id < 200; ++id)
            (void)trace.intern("t" + std::to_string(id));
        for (EventIndex i = 0; i < end; ++i) {
            TraceEvent event = from[i];
            if (event.kind == EventKind::ActorLabel) // a lane is called by its last name all along
                event.kind = EventKind::Printed;
            trace.record(event);
        }
        spans.update();
    }
    Trace trace;
    Spans spans{trace};
};

bool isBar(const Hit &hit)
{
    return hit.kind == Hit::Kind::Span || hit.kind == Hit::Kind::Thread;
}

} // namespace

/// What must hold for every lesson, at any moment of it.
class TestTimelineLessons : public QObject {
    Q_OBJECT

    struct Recorded {
        explicit Recorded(const Lesson &lesson) : run(lesson.start(lesson.defaults()))
        {
            run->finish();
            spans.emplace(run->trace());
            spans->update();
            describer.emplace(*spans);
            describer->update();
        }
        std::unique_ptr<Run> run;
        std::optional<Spans> spans;
        std::optional<Describer> describer;
    };

    static double rightOf(const std::vector<Hit> &hits, ActorId actor)
    {
        double right = 0;
        for (const Hit &hit : hits)
            if (hit.kind == Hit::Kind::Span && hit.actor == actor)
                right = std::max(right, hit.rect.right());
        return right;
    }
    static int endlessMarks(const Scene &scene)
    {
        int marks = 0;
        for (const Layer &layer : scene.layers)
            for (const Text &text : layer.texts)
                marks += text.string == QStringLiteral("∞");
        return marks;
    }

    static void eachLesson()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < lessons().size(); ++i)
            QTest::newRow(lessons()[i].id.c_str()) << i;
    }

private Q_SLOTS:
    void thereAreLessons() { QVERIFY(lessons().size() >= 59); }

    void threadsAreJobsToo()
    {
        const Recorded lesson(*findLesson("fetch-threads"));
        const auto workers = std::ranges::count(lesson.spans->lanes(), ActorKind::Worker, &Lane::kind);
        const JobTable table = jobTable(*lesson.spans, ShownUntil::endOf(*lesson.spans), 1s);
        QVERIFY(workers > 1);
        QCOMPARE(std::ranges::count_if(
                     table.jobs,
                     [&](const JobTable::Job &job) { return lesson.spans->lane(job.actor).kind == ActorKind::Worker; }),
                 workers);
    }

    void theLegendListsWhatIsInThePicture_data() { eachLesson(); }
    void theLegendListsWhatIsInThePicture()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        std::set<QString> wanted;
        const auto add = [&wanted](bool there, const char *name) {
            if (there)
                wanted.insert(QString::fromLatin1(name));
        };
        const std::vector<ActorId> rows = rowsOf(requestFor(*lesson.spans, *lesson.describer).runs.front());
        for (const ActorId row : rows) {
            const Lane &lane = lesson.spans->lane(row);
            for (const Span &span : lane.spans) {
                const bool lasts = std::min(span.end, lesson.spans->end()) > span.begin;
                add(span.state == State::Blocking && lasts, "blocks");
                add(span.state == State::Ready && lasts, "ready, denied the thread");
                add((span.state == State::Awaiting || span.state == State::Created) && lasts, "awaiting");
            }
            add(lane.outcome == Outcome::Done, "done");
            add(lane.outcome == Outcome::Failed, "exception");
            add(lane.outcome == Outcome::Cancelled, "cancelled");
        }
        ChartRequest request = requestFor(*lesson.spans, *lesson.describer);
        const Scene scene = layoutChart(request);
        std::set<QString> named;
        for (const Text &text : scene.layers.front().texts) {
            if (text.at.y() > scene.plots.back().panel.bottom())
                named.insert(text.string);
        }
        for (const QString &name : wanted)
            QVERIFY2(named.contains(name), qPrintable(name));
        for (const char *name : {"blocks", "ready, denied the thread", "awaiting", "done", "exception", "cancelled"})
            QVERIFY2(wanted.contains(QString::fromLatin1(name)) || !named.contains(QString::fromLatin1(name)), name);
        for (const char16_t *mark : {u"✓", u"✗", u"⊘"}) {
            const QString sign = QString::fromUtf16(mark);
            const auto &labels = scene.layers[kLabels].texts;
            const bool drawn = std::ranges::any_of(labels, [&](const Text &text) { return text.string == sign; });
            QCOMPARE(named.contains(sign), drawn);
        }
    }

    void gridLinesEndAtWords_data() { eachLesson(); }
    void gridLinesEndAtWords()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        const Scene scene = layoutChart(requestFor(*lesson.spans, *lesson.describer));
        for (const Text &text : scene.layers[kLabels].texts) {
            if (text.string.size() == 1) // an end mark
                continue;
            const QRectF words = text.bounds();
            for (const Line &line : scene.layers.front().lines) {
                const bool grid = line.from.x() == line.to.x() && line.color == Theme::light().grid;
                if (!grid || line.from.x() < words.left() || line.from.x() > words.right() || words.top() > line.to.y())
                    continue;
                const auto covers = [&](const Box &box) {
                    return box.rect.left() <= line.from.x() && line.from.x() <= box.rect.right()
                           && box.rect.contains(QPointF(line.from.x(), words.center().y()));
                };
                const bool covered = std::ranges::any_of(scene.layers[kBars].boxes, covers)
                                     || std::ranges::any_of(scene.layers[kLabels].boxes, covers);
                QVERIFY2(covered, qPrintable(text.string));
            }
        }
    }

    void titlesOfAColumnAreNotCut_data() { eachLesson(); }
    void titlesOfAColumnAreNotCut()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        SheetRequest sheet{.chart = requestFor(*lesson.spans, *lesson.describer), .fitHeight = true};
        sheet.chart.runs.front().title =
            QStringLiteral("A lesson whose title is so long that one line of a column has no room");
        sheet.chart.runs.front().verdict = QStringLiteral("2.5 s   (+67 %)");
        sheet.chart.size = {700, 525};
        const Scene scene = layoutSheet(sheet);
        QString title;
        for (const Text &text : scene.layers.front().texts) {
            if (text.at.y() < scene.plots.front().area.top() && text.bold && text.anchor == Text::Anchor::Start)
                title += (title.isEmpty() ? QString() : QStringLiteral(" ")) + text.string;
        }
        QCOMPARE(title, sheet.chart.runs.front().title);
    }

    void aRunWithoutTimeHasStepsOnItsAxis_data() { eachLesson(); }
    void aRunWithoutTimeHasStepsOnItsAxis()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        const bool timeless =
            lesson.run->trace().size() == 0 || lesson.run->trace()[lesson.run->trace().size() - 1].time == 0;
        const ChartRequest request = requestFor(*lesson.spans, *lesson.describer);
        QCOMPARE(usualAxis(request.runs), timeless ? AxisMode::Steps : AxisMode::Clock);
    }

    void aSlideIsFull_data() { eachLesson(); }
    void aSlideIsFull()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        SheetRequest sheet{.chart = requestFor(*lesson.spans, *lesson.describer), .fill = true};
        sheet.chart.size = {1920, 1080};
        sheet.chart.fontScale = fontScaleFor(sheet.chart.size);
        const Scene scene = layoutSheet(sheet);
        const bool alone = rowsOf(sheet.chart.runs.front()).empty(); // nothing but the thread
        QVERIFY2(scene.plots.back().panel.bottom() >= (alone ? 0.5 : 0.75) * 1080,
                 qPrintable(QString::number(scene.plots.back().panel.bottom())));
        QVERIFY(scene.plots.back().panel.bottom() <= 1080);
        QCOMPARE(scene.maxScroll, 0.0);
    }

    void aDeadlockGoesOnToTheEndOfThePicture()
    {
        const Recorded lesson(*findLesson("deadlock-two-locks"));
        for (const AxisMode axis : {AxisMode::Clock, AxisMode::Steps}) {
            ChartRequest request = requestFor(*lesson.spans, *lesson.describer);
            request.axis = axis;
            const Scene scene = layoutChart(request);
            QCOMPARE(endlessMarks(scene), 3);
            const QRectF area = scene.plots.front().area;
            for (const char *name : {"main", "one", "two"}) {
                const auto lane = std::ranges::find(lesson.spans->lanes(), name, &Lane::label);
                QVERIFY2(rightOf(scene.hits, lane->actor) > area.right() - 60, name);
            }
            // Before the end nobody knows.
            request.runs[0].cursor = lesson.spans->eventsRead() - 1;
            request.runs[0].now = lesson.spans->end();
            QCOMPARE(endlessMarks(layoutChart(request)), 0);
        }
        const Recorded fine(*findLesson("lock-fair"));
        QCOMPARE(endlessMarks(layoutChart(requestFor(*fine.spans, *fine.describer))), 0);
    }

    void whatIsPaintedIsHitAndAgreesWithTheSpans_data() { eachLesson(); }
    void whatIsPaintedIsHitAndAgreesWithTheSpans()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        const Scene scene = layoutChart(requestFor(*lesson.spans, *lesson.describer));
        for (const Box &box : scene.layers[kBars].boxes) {
            const auto hit = hitTest(scene, box.rect.center());
            QVERIFY(hit && isBar(*hit));
            QCOMPARE(hit->rect, box.rect);
        }
        const Viewport &view = scene.plots.front().viewport;
        std::size_t steps = 0;
        for (const Hit &hit : scene.hits) {
            if (!isBar(hit))
                continue;
            const auto &list =
                hit.kind == Hit::Kind::Thread ? lesson.spans->thread() : lesson.spans->lane(hit.actor).spans;
            QVERIFY(hit.span + hit.count <= list.size());
            const Span &span = list[hit.span];
            QVERIFY(hit.rect.left() >= view.toPixel(span.begin) - 1); // never before it happens
            if (!span.open() && span.length() > Duration::zero())
                QVERIFY(std::abs(hit.rect.right() - view.toPixel(list[hit.span + hit.count - 1].end)) <= 10);
            steps += hit.kind == Hit::Kind::Thread ? 1 : 0;
        }
        QVERIFY(steps > 0);
    }

    void anyMomentShowsOnlyWhatHasHappened_data() { eachLesson(); }
    void anyMomentShowsOnlyWhatHasHappened()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        ChartRequest request = requestFor(*lesson.spans, *lesson.describer);
        request.arrows = Arrows::All;
        std::mt19937 random(7); // NOLINT: the same moments every time
        for (int i = 0; i < 40; ++i) {
            RunView &run = request.runs.front();
            run.cursor = random() % (lesson.spans->eventsRead() + 1);
            run.now = run.cursor == 0 ? Instant{} : lesson.spans->trace()[run.cursor - 1].at();
            request.axis = i % 2 == 0 ? AxisMode::Clock : AxisMode::Steps;
            const Scene scene = layoutChart(request);
            for (const Hit &hit : scene.hits) {
                if (!isBar(hit))
                    continue;
                const auto &list =
                    hit.kind == Hit::Kind::Thread ? lesson.spans->thread() : lesson.spans->lane(hit.actor).spans;
                QVERIFY(list[hit.span].first < run.cursor);
            }
            QCOMPARE(toSvg(scene), toSvg(layoutChart(request)));
        }
    }

    void goingBackShowsWhatWasShownThen_data() { eachLesson(); }
    void goingBackShowsWhatWasShownThen()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        const Trace &trace = lesson.spans->trace();
        const Copy whole(trace, trace.size());
        std::mt19937 random(11); // NOLINT: the same moments every time
        for (int i = 0; i < 30; ++i) {
            const EventIndex cursor = 1 + random() % (trace.size() - 1);
            const Copy part(trace, cursor);
            const Duration ahead = (trace[cursor].at() - trace[cursor - 1].at()) * (i % 3) / 3;
            const auto moment = [&](const Copy &copy) {
                ChartRequest request;
                request.runs = {{.spans = &copy.spans}};
                request.runs.front().cursor = cursor;
                request.runs.front().now = trace[cursor - 1].at() + ahead;
                request.visible = AxisRange{0, 6e9};
                request.size = {30000, 900}; // where no fan has to be narrow
                request.axis = i % 2 == 0 ? AxisMode::Clock : AxisMode::Steps;
                if (request.axis == AxisMode::Steps)
                    request.visible = AxisRange{0, 60};
                return layoutChart(request);
            };
            const QList<QByteArray> then = toSvg(moment(part)).split('\n');
            const QList<QByteArray> back = toSvg(moment(whole)).split('\n');
            for (qsizetype line = 0; line < std::min(then.size(), back.size()); ++line)
                QCOMPARE(back[line], then[line]);
            QCOMPARE(back.size(), then.size());
        }
    }

    void inStepsModeThereIsAColumnForEveryStep_data() { eachLesson(); }
    void inStepsModeThereIsAColumnForEveryStep()
    {
        QFETCH(std::size_t, index);
        const Recorded lesson(lessons()[index]);
        ChartRequest request = requestFor(*lesson.spans, *lesson.describer);
        request.axis = AxisMode::Steps;
        const Scene scene = layoutChart(request);
        const auto columns = std::count_if(scene.hits.begin(), scene.hits.end(),
                                           [](const Hit &hit) { return hit.kind == Hit::Kind::Thread; });
        QCOMPARE(static_cast<double>(columns), stepPosition(*lesson.spans, ~EventIndex(0)));
    }
};

QTEST_MAIN(TestTimelineLessons)
#include "tst_timeline_lessons.moc"
