// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/slice_hit.h"

#include "app/timeline/describe.h"
#include "app/timeline/words.h"

#include <QLocale>

#include <algorithm>

namespace coroscope::timeline {

namespace {

/// The lane that is drawn there, its name included.
std::optional<std::uint32_t> laneAt(const SliceFrame &frame, QPointF point)
{
    const bool pinned = point.y() < frame.scrolledArea.top();
    const QRectF &area = pinned ? frame.pinnedArea : frame.scrolledArea;
    if (point.x() < frame.panel.left() || point.x() >= area.right() || point.y() < area.top()
        || point.y() >= area.bottom())
        return std::nullopt;
    const auto &order = pinned ? frame.rows.pinned() : frame.rows.order();
    const double y = point.y() - area.top() + (pinned ? 0 : frame.scroll);
    if (order.empty() || y >= (pinned ? frame.rows.pinnedHeight() : frame.rows.height()))
        return std::nullopt;
    return order[frame.rows.indexAt(order, y)];
}

/// Of its spans, marks or points, what is at the point.
void hitWithin(const SliceRequest &request, const SliceFrame &frame, QPointF point, SliceHit &hit)
{
    constexpr double kNear = 3;
    const SliceLane &lane = request.slices->lanes()[hit.lane];
    const double within = point.y() - frame.barsOf(hit.lane);
    const double at = frame.viewport.toPosition(point.x());
    const auto instant = static_cast<std::int64_t>(at);
    if (lane.kind == SliceLane::Kind::Counter) {
        const auto after = std::ranges::upper_bound(lane.points, instant, {}, &CounterPoint::at);
        if (after != lane.points.begin())
            hit.point = static_cast<std::size_t>(after - lane.points.begin()) - 1;
        return;
    }
    const double reach = kNear / frame.viewport.scale();
    const auto near = std::ranges::lower_bound(lane.marks, static_cast<std::int64_t>(at - reach), {}, &SliceMark::at);
    if (within < frame.rows.rowHeight() && near != lane.marks.end() && static_cast<double>(near->at) <= at + reach)
        hit.mark = static_cast<std::size_t>(near - lane.marks.begin());
    const auto row = static_cast<std::size_t>(std::max(0.0, within / frame.rows.rowHeight()));
    if (row >= std::min(frame.rows[hit.lane].rows, lane.rows.size()))
        return;
    const SliceRow &spans = lane.rows[row];
    const std::size_t index = spans.firstAt(static_cast<std::int64_t>(at - reach));
    if (index >= spans.size() || static_cast<double>(spans.begin(index)) > at + reach)
        return;
    // Of those within reach, the one under the pointer.
    std::size_t best = spans.firstAt(instant);
    if (best >= spans.size() || spans.begin(best) > instant)
        best = index;
    hit.span = SliceAddress{static_cast<std::uint32_t>(hit.lane), static_cast<std::uint32_t>(row), best};
}

} // namespace

std::optional<SliceHit> sliceAt(const SliceRequest &request, QPointF point)
{
    const SliceFrame frame(request);
    const auto lane = laneAt(frame, point);
    if (!lane)
        return std::nullopt;
    SliceHit hit{.lane = *lane};
    const SliceRows::Place &place = frame.rows[*lane];
    const double within = point.y() - frame.barsOf(*lane);
    hit.header = place.folded || within < 0;
    hit.name = point.x() < frame.area.left();
    if (hit.name || hit.header)
        return hit;
    hitWithin(request, frame, point, hit);
    return hit;
}

QString instantText(std::int64_t at, std::int64_t duration)
{
    constexpr std::int64_t kMillisecond = 1'000'000;
    const bool inSeconds = at >= 100 * kMillisecond;
    const std::int64_t unit = inSeconds ? 1000 * kMillisecond : kMillisecond;
    if (at < kMillisecond / 10 || duration <= 0 || duration >= unit / 10)
        return durationText(Duration(at)); // with three decimals
    const int digitsOfUnit = inSeconds ? 9 : 6;
    QString digits = QStringLiteral("%1")
                         .arg(at % unit, digitsOfUnit, 10, QLatin1Char('0'))
                         .left(duration >= kMillisecond / 10 ? 6 : 9);
    while (digits.size() > 3 && digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    for (qsizetype group = 3; group < digits.size(); group += 4)
        digits.insert(group, QChar(0x202f));
    return QLocale().toString(static_cast<qlonglong>(at / unit)) + QLocale().decimalPoint() + digits
           + (inSeconds ? QStringLiteral(" s") : QStringLiteral(" ms"));
}

QString describe(const Slices &slices, const SliceHit &hit)
{
    const SliceLane &lane = slices.lanes()[hit.lane];
    const auto instant = [](std::int64_t at) { return durationText(Duration(at)); };
    if (hit.header)
        return SliceWords::tr("%1\npid %2").arg(processText(lane), QString::fromStdString(lane.pid));
    if (hit.name)
        return lane.kind == SliceLane::Kind::Thread
                   ? SliceWords::tr("%1\n%2, tid %3")
                         .arg(laneText(lane), processText(lane), QString::fromStdString(lane.tid))
                   : QStringLiteral("%1\n%2").arg(laneText(lane), processText(lane));
    if (hit.point)
        return SliceWords::tr("%1 = %2\nfrom %3")
            .arg(laneText(lane), QLocale().toString(lane.points[*hit.point].value, 'g', 6),
                 instant(lane.points[*hit.point].at));
    if (hit.span) {
        const Slice slice = lane.rows[hit.span->row].at(hit.span->index);
        const QString name = QString::fromStdString(slices.name(slice.name));
        const auto edge = [&](std::int64_t at) { return instantText(at, slice.duration); };
        return slice.open ? SliceWords::tr("%1\nfrom %2, without an end").arg(name, edge(slice.begin))
                          : SliceWords::tr("%1\n%2 – %3 (%4)")
                                .arg(name, edge(slice.begin), edge(slice.end()), instant(slice.duration));
    }
    if (hit.mark)
        return SliceWords::tr("%1\nat %2")
            .arg(QString::fromStdString(slices.name(lane.marks[*hit.mark].name)), instant(lane.marks[*hit.mark].at));
    return {};
}

} // namespace coroscope::timeline
