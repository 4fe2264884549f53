// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame of the chart takes: layout and painting at 1920x1080 into an image, as the
// window does it. Prints the median and the 99th percentile in milliseconds.

#include <QGuiApplication>
#include <QPainter>

#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/painter.h"
#include "app/timeline/svgwriter.h"
#include "tests/support/handtrace.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace coroscope;
using namespace coroscope::testing;
using namespace coroscope::timeline;

namespace {

constexpr int kFrames = 300;

double milliseconds(std::chrono::steady_clock::duration d)
{
    return std::chrono::duration<double, std::milli>(d).count();
}

void report(const char *what, std::vector<double> &times)
{
    std::sort(times.begin(), times.end());
    std::printf("  %-10s median %6.2f ms   p99 %6.2f ms\n", what, times[times.size() / 2],
                times[times.size() * 99 / 100]);
}

/// Plays through the run, then zooms in at its middle: `frames` frames in all.
void bench(const char *name, ChartRequest request)
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
            run.now = plays ? instantAt(static_cast<std::int64_t>(share * static_cast<double>(end)))
                            : kNever;
            run.cursor = plays ? cursorAt(run.spans->trace(), run.now) : ~EventIndex(0);
        }
        request.visible =
            i < 150 ? whole
                    : zoomed(whole, whole.length() / 2, 1 + 40 * share, axisLimits(request));
        const auto start = std::chrono::steady_clock::now();
        const Scene scene = layoutChart(request);
        const auto laidOut = std::chrono::steady_clock::now();
        QPainter painter(&image);
        paint(painter, scene);
        painter.end();
        const auto painted = std::chrono::steady_clock::now();
        layouts.push_back(milliseconds(laidOut - start));
        paints.push_back(milliseconds(painted - laidOut));
        frames.push_back(milliseconds(painted - start));
    }
    std::printf("%s\n", name);
    report("layout", layouts);
    report("painting", paints);
    report("frame", frames);
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

    for (const std::uint32_t count : {8U, 40U, 200U, 1000U}) {
        HandTrace crowd;
        recordCrowd(crowd, count);
        Describer describer(crowd.spans());
        describer.update();
        request.runs = {
            {.spans = &crowd.spans(), .describer = &describer, .title = QStringLiteral("crowd")}};
        const QByteArray name = "a scenario of " + QByteArray::number(count) + " tasks";
        bench(name.constData(), request);
    }

    HandTrace yields; // everything at one instant
    const auto a = yields.task("a");
    const auto b = yields.task("b");
    for (int i = 0; i < 500'000; ++i)
        yields.step(a).yield(a).step(b).yield(b);
    yields.finish();
    request.runs = {
        {.spans = &yields.spans(), .title = QStringLiteral("a million steps at one instant")}};
    bench("a million steps at one instant", request);
    return 0;
}
