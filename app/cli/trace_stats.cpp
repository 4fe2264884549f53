// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trace_stats.h"

#include "app/timeline/describe.h"
#include "app/timeline/slice_frame.h"
#include "core/record/json_text.h"
#include "core/slices/slice_totals.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct TraceStatsText {
    Q_DECLARE_TR_FUNCTIONS(TraceStats)
};

/// With its unit: a span may have lasted nanoseconds or hours.
QString length(std::int64_t nanoseconds)
{
    return timeline::durationText(Duration(nanoseconds));
}

QString row(const QString &name, const QString &count, const QString &total, const QString &self,
            const QString &longest)
{
    return QStringLiteral("  %1 %2 %3 %4  %5\n").arg(count, 10).arg(total, 14).arg(self, 14).arg(longest, 14).arg(name);
}

} // namespace

QString traceStatsText(const Slices &slices)
{
    QString text;
    for (const SliceLane &lane : slices.lanes()) {
        const std::vector<SliceTotal> totals = totalsOf(lane);
        if (totals.empty())
            continue;
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += timeline::processText(lane) + QStringLiteral(" / ") + timeline::laneText(lane) + QLatin1Char('\n');
        text += row(TraceStatsText::tr("name"), TraceStatsText::tr("count"), TraceStatsText::tr("total"),
                    TraceStatsText::tr("self"), TraceStatsText::tr("longest"));
        for (const SliceTotal &total : totals)
            text += row(QString::fromStdString(slices.name(total.name)), QString::number(total.count),
                        length(total.total), length(total.self), length(total.longest));
    }
    return text;
}

std::string traceStatsJson(const Slices &slices)
{
    std::string out = "{\"duration_ms\": ";
    const auto text = [&out](std::string_view key, const std::string &value) {
        out += key;
        appendJsonString(out, value);
    };
    const auto time = [&out](std::string_view key, std::int64_t nanoseconds) {
        out += key;
        appendJsonReal(out, static_cast<double>(nanoseconds) / 1e6);
    };
    appendJsonReal(out, static_cast<double>(slices.end()) / 1e6);
    out += ", \"spans\": " + std::to_string(slices.spanCount()) + ",\n \"lanes\": [";
    bool first = true;
    for (const SliceLane &lane : slices.lanes()) {
        const std::vector<SliceTotal> totals = totalsOf(lane);
        if (totals.empty())
            continue;
        out += first ? "\n  " : ",\n  ";
        first = false;
        text("{\"process\": ", lane.process);
        text(", \"pid\": ", lane.pid);
        text(", \"lane\": ", lane.name);
        if (lane.kind == SliceLane::Kind::Thread)
            text(", \"tid\": ", lane.tid);
        out += ", \"names\": [";
        for (const SliceTotal &total : totals) {
            text(&total == totals.data() ? "\n    {\"name\": " : ",\n    {\"name\": ", slices.name(total.name));
            out += ", \"count\": " + std::to_string(total.count);
            time(", \"total_ms\": ", total.total);
            time(", \"self_ms\": ", total.self);
            time(", \"longest_ms\": ", total.longest);
            out += '}';
        }
        out += "]}";
    }
    return out + "]}\n";
}

} // namespace coroscope::cli
