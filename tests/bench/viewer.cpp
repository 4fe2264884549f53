// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/opened_file.h"
#include "app/timeline/painter.h"
#include "app/timeline/slice_layout.h"
#include "app/timeline/svg_writer.h"
#include "core/slices/slice_builder.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

// How long it takes to open a trace and to move through it, beside what it is meant to take; and to write 10,000
// labelled spans as SVG, beside QSvgGenerator.
//
//   bench_viewer [FILE.json...]      (files: tests/bench/make_trace.py 1000000 FILE.json)

namespace {

using namespace coroscope;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// MiB; the largest so far.
double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

struct Goal {
    std::size_t spans;
    double load;   ///< ms from the start to the picture, of which reading is the larger part
    double memory; ///< MiB
};

Goal goalOf(std::size_t spans)
{
    for (const Goal goal : {Goal{100'000, 100, 130}, Goal{1'000'000, 400, 130}})
        if (spans <= goal.spans)
            return goal;
    return {10'000'000, 3500, 650};
}

void measureFrames(const Slices &slices, bool fitLanes)
{
    timeline::SliceRequest request;
    request.slices = &slices;
    request.size = {1920, 1080};
    request.fontScale = 1;
    request.fitLanes = fitLanes;
    QImage screen(1920, 1080, QImage::Format_RGB32);
    std::vector<double> frames;
    const timeline::AxisRange whole = timeline::wholeRange(slices);
    for (double zoom = 1; whole.length() / zoom > 2000; zoom *= 1.5) {
        for (const double place : {0.0, 0.25, 0.5, 0.9}) {
            const double length = whole.length() / zoom;
            request.visible =
                timeline::AxisRange{place * (whole.length() - length), place * (whole.length() - length) + length};
            QElapsedTimer timer;
            timer.start();
            const timeline::Scene scene = timeline::layoutSlices(request);
            QPainter painter(&screen);
            timeline::paint(painter, scene);
            painter.end();
            frames.push_back(milliseconds(timer));
        }
    }
    std::ranges::sort(frames);
    std::printf("frame            median %6.2f ms   p99 %6.2f ms   of %zu, %s   (goal: median 3, p99 %d)\n",
                frames[frames.size() / 2], frames[frames.size() * 99 / 100], frames.size(),
                fitLanes ? "all lanes visible" : "lanes as high as can be read",
                slices.lanes().size() > 300 && fitLanes ? 25 : 8);
}

QByteArray bySvgGenerator(const timeline::Scene &scene)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(scene.size.toSize());
    generator.setViewBox(QRectF(QPointF(), scene.size));
    QPainter painter(&generator);
    timeline::paint(painter, scene);
    painter.end();
    return buffer.data();
}

/// The median of some turns.
template <class Write>
double measureSvg(const char *what, int turns, const char *goal, Write write)
{
    std::vector<double> took;
    qsizetype size = 0;
    for (int i = 0; i < turns; ++i) {
        QElapsedTimer timer;
        timer.start();
        size = write().size();
        took.push_back(milliseconds(timer));
    }
    std::ranges::sort(took);
    const double median = took[took.size() / 2];
    std::printf("%-16s %8.1f ms   %.2f MB%s\n", what, median, static_cast<double>(size) / 1e6, goal);
    return median;
}

/// A hundred lanes of a hundred spans, on a sheet so wide that each has its label.
void measureSvg()
{
    SliceBuilder builder;
    for (int lane = 0; lane < 100; ++lane) {
        const std::uint32_t at = builder.lane(SliceLane::Kind::Thread, "1", std::to_string(lane));
        for (int i = 0; i < 100; ++i)
            builder.span(at, i * 1000, 900, builder.name("work" + std::to_string(i % 7)), 0);
    }
    const Slices slices = builder.finish();
    timeline::SliceRequest request;
    request.slices = &slices;
    request.size = {16'000, 4'000};
    const timeline::Scene scene = timeline::layoutSlices(request);
    std::size_t labels = 0;
    for (const timeline::Layer &layer : scene.layers)
        labels += layer.texts.size();
    std::printf("%zu spans as SVG, %zu texts\n", slices.spanCount(), labels);
    const double ours = measureSvg("as text", 21, "   (goal: 15 ms, 1.4 MB)", [&] { return timeline::toSvg(scene); });
    const double generated = measureSvg("QSvgGenerator", 5, "", [&] { return bySvgGenerator(scene); });
    std::printf("                 %8.0f times faster\n", generated / ours);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    for (const QString &file : arguments.mid(1)) {
        const double before = peakMemory();
        QElapsedTimer timer;
        timer.start();
        const auto opened = formats::openFile(file);
        const double load = milliseconds(timer);
        if (!opened || !opened.value->slices()) {
            std::fprintf(stderr, "%s\n",
                         qPrintable(opened ? file + QStringLiteral(": not a trace of another program") : opened.error));
            return 3;
        }
        const Slices &slices = *opened.value->slices();
        const Goal goal = goalOf(slices.spanCount());
        std::printf("%s: %zu spans, %zu lanes\n", qPrintable(file), slices.spanCount(), slices.lanes().size());
        std::printf("open             %8.0f ms   (goal: %.0f to the picture)\n", load, goal.load);
        std::printf("peak memory      %8.0f MiB  (goal: %.0f; %.0f before)   %.1f bytes a span\n", peakMemory(),
                    goal.memory, before,
                    static_cast<double>(slices.memory())
                        / static_cast<double>(std::max<std::size_t>(1, slices.spanCount())));
        measureFrames(slices, false);
        measureFrames(slices, true);
    }
    measureSvg(); // last: it needs more memory than the traces
    return 0;
}
