// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame of the chart takes: layout and painting at 1920x1080 into an image, as the
// window does it. Prints the median and the 99th percentile in milliseconds of processor time.

#include <QGuiApplication>
#include <QPainter>

#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/painter.h"
#include "app/timeline/svg_writer.h"
#include "core/lessons/lesson.h"
#include "tests/support/hand_trace.h"
#include "tests/support/processor_time.h"

#include <algorithm>
#include <cstdio>

using namespace coroscope;
using namespace coroscope::testing;
using namespace coroscope::timeline;

namespace {

constexpr int kFrames = 300;

void report(const char *what, std::vector<double> &times)
{
    std::sort(times.begin(), times.end());
    std::printf("  %-10s median %6.2f ms   p99 %6.2f ms\n", what, times[times.size() / 2],
                times[times.size() * 99 / 100]);
}

struct Result {
    double median = 0;
    double p99 = 0;
};

/// Plays through the run, then zooms in at its middle: kFrames frames in all.
Result bench(const char *name, ChartRequest request)
{
    QImage image(request.size.toSize(), QImage::Format_RGB32);
    std::vector<double> layouts;
    std::vector<double> paints;
    std::vector<double> frames;
    const AxisRange whole = wholeRange(request);
    const auto end = nanosecondsOf(request.runs.front().spans->end());
    for (int i = 0; i < kFrames; ++i) {
        const double share = static_cast<double>(i % 150) / 150;
        for (RunView &run : request.runs) {
            const bool plays = i < 150;
            run.now = plays ? instantAt(static_cast<std::int64_t>(share * static_cast<double>(end))) : kNever;
            run.cursor = plays ? cursorAt(run.spans->trace(), run.now) : ~EventIndex(0);
        }
        request.visible = i < 150 ? whole : zoomed(whole, whole.length() / 2, 1 + 40 * share, axisLimits(request));
        const auto start = processorMilliseconds();
        const Scene scene = layoutChart(request);
        const auto laidOut = processorMilliseconds();
        QPainter painter(&image);
        paint(painter, scene);
        painter.end();
        const auto painted = processorMilliseconds();
        layouts.push_back(laidOut - start);
        paints.push_back(painted - laidOut);
        frames.push_back(painted - start);
    }
    if (name) {
        std::printf("%s\n", name);
        report("layout", layouts);
        report("painting", paints);
        report("frame", frames);
    }
    std::sort(frames.begin(), frames.end());
    return {frames[frames.size() / 2], frames[frames.size() * 99 / 100]};
}

/// Every lesson, with all its arrows: the worst of them.
void benchLessons(ChartRequest request)
{
    Result worst;
    request.arrows = Arrows::All;
    for (const Lesson &lesson : lessons()) {
        const auto run = lesson.start(lesson.defaults(), {.maxPasses = 1000});
        run->finish();
        Spans spans(run->trace());
        spans.update();
        Describer describer(spans);
        describer.update();
        request.runs = {{.spans = &spans, .describer = &describer}};
        const Result result = bench(nullptr, request);
        worst = {std::max(worst.median, result.median), std::max(worst.p99, result.p99)};
    }
    std::printf("every lesson, with all arrows\n  worst      median %6.2f ms   p99 %6.2f ms\n", worst.median,
                worst.p99);
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    ChartRequest request;
    request.size = {1920, 1080};

    HandTrace pieces;
    recordPieces(pieces);
    HandTrace starvation;
    recordStarvation(starvation);
    request.runs = {{.spans = &pieces.spans(), .title = QStringLiteral("pieces")},
                    {.spans = &starvation.spans(), .title = QStringLiteral("starvation")}};
    bench("two lessons compared", request);

    benchLessons(request);

    for (const std::uint32_t count : {8U, 40U, 200U, 1000U}) {
        HandTrace crowd;
        recordCrowd(crowd, count);
        Describer describer(crowd.spans());
        describer.update();
        request.runs = {{.spans = &crowd.spans(), .describer = &describer, .title = QStringLiteral("crowd")}};
        const QByteArray name = "a scenario of " + QByteArray::number(count) + " tasks";
        bench(name.constData(), request);
    }

    HandTrace yields; // everything at one instant
    const auto a = yields.task("a");
    const auto b = yields.task("b");
    for (int i = 0; i < 500'000; ++i)
        yields.step(a).yield(a).step(b).yield(b);
    yields.finish();
    request.runs = {{.spans = &yields.spans(), .title = QStringLiteral("a million steps at one instant")}};
    bench("a million steps at one instant", request);
    return 0;
}
