// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/opened_file.h"
#include "app/readers/trace_copy.h"
#include "core/model/await_stack.h"
#include "core/model/diagnostics.h"
#include "core/model/job_table.h"
#include "core/model/levels.h"
#include "core/model/loop_view.h"
#include "core/model/measures.h"
#include "core/model/positions.h"
#include "core/model/story.h"
#include "core/record/stream_decoder.h"
#include "core/record/stream_text.h"

#include <cstdio>
#include <cstdlib>

// Whatever a file holds: it is refused in one sentence, or everything the program shows of it can be made. And what is
// written again is read again, equal to the byte.

namespace {

using namespace coroscope;

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

std::string savedText(const Trace &trace, const SavedRunInfo &info)
{
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    std::string text;
    writeChrome(names, info, [&text](std::string_view piece) { text += piece; });
    return text;
}

void showRun(const formats::SavedRun &run)
{
    const Trace &trace = *run.trace;
    for (const OutputFormat format : {OutputFormat::Text, OutputFormat::JsonLines})
        (void)outputOf(trace, run.info.dialect, format);
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    const ShownUntil end = ShownUntil::endOf(spans);
    (void)measure(spans, end);
    (void)diagnose(names, end);
    if (jobTableSlots(spans, end, 1s) < 10'000)
        (void)jobTable(spans, end, 1s);
    Story story(spans);
    story.update();
    Levels levels(spans);
    levels.update();
    AwaitStacks stacks(trace);
    stacks.update();
    LoopView view(trace);
    PositionsView positions(trace);
    for (const EventIndex at : {trace.size() / 2, trace.size(), trace.size() / 3}) {
        (void)view.seek(at).ready();
        (void)positions.seek(at).running();
        (void)stacks.at(ActorId::Main, at);
    }
    const std::string text = savedText(trace, run.info);
    const auto again = formats::openText(QByteArray::fromStdString(text), QStringLiteral("again"));
    require(again && again.value->run(), "a saved run is read again");
    require(savedText(*again.value->run()->trace, again.value->run()->info) == text, "a saved run comes back equal");
}

std::string streamText(const Trace &trace)
{
    std::string text;
    StreamEncoder writer(trace, trace.header(), [&text](std::string_view piece) { text += piece; });
    writer.update();
    writer.finish();
    return text;
}

/// However it is cut into pieces, a stream says the same; and what is written again is read again.
void decode(std::string_view data)
{
    Trace whole;
    StreamDecoder atOnce(whole);
    atOnce.push(data);
    Trace pieces;
    StreamDecoder bitByBit(pieces);
    const std::size_t piece = 1 + data.size() % 13;
    for (std::size_t at = 0; at < data.size(); at += piece)
        bitByBit.push(data.substr(at, piece));
    require(atOnce.fault().has_value() == bitByBit.fault().has_value() && atOnce.lines() == bitByBit.lines(),
            "pieces make no difference");
    const std::string text = streamText(whole);
    require(streamText(pieces) == text, "pieces make no difference");
    if (!atOnce.begun())
        return;
    Trace again;
    StreamDecoder reader(again);
    require(reader.push(text), "a stream is read again");
    require(streamText(again) == text, "a stream comes back equal");
}

void showSlices(formats::ForeignTrace &trace)
{
    const Slices &slices = *trace.slices;
    std::vector<SliceColumn> columns(100);
    for (const SliceLane &lane : slices.lanes()) {
        for (const SliceRow &row : lane.rows) {
            for (const double part : {1.0, 0.1, 1e-6})
                row.sample(static_cast<double>(slices.end()) * (1 - part) / 2,
                           (static_cast<double>(slices.end()) * part + 1) / 100, columns);
            for (std::size_t i = 1; i < row.size(); ++i)
                require(row.begin(i) >= row.end(i - 1), "the spans of a row do not overlap");
        }
    }
    (void)findSlice(slices, "a", std::nullopt, true);
    std::string text;
    (void)formats::copyTrace(*trace.text, [&text](std::string_view piece) { text += piece; });
    const auto again = formats::openText(QByteArray::fromStdString(text), QStringLiteral("again"));
    require(again && again.value->slices(), "what is written can be read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto opened = formats::openText(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)),
                                    QStringLiteral("file"));
    decode({reinterpret_cast<const char *>(data), size});
    require(opened || opened.error.startsWith(QStringLiteral("file:")), "a refusal names the file");
    if (!opened)
        return 0;
    if (opened.value->run())
        showRun(*opened.value->run());
    if (formats::ForeignTrace *trace = opened.value->foreign())
        showSlices(*trace);
    return 0;
}
