// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/slice_frame.h"

#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "app/timeline/typeface.h"
#include "app/timeline/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

constexpr double kLowestNested = 2; ///< pixels of a row

double naturalRow(const SliceRequest &request)
{
    return std::max(9.0, std::round(24 * request.fontScale));
}

double leastRow(const SliceRequest &request)
{
    return std::max(8.0, std::round(14 * request.fontScale));
}

bool sameProcess(const SliceLane &one, const SliceLane &other)
{
    return one.process == other.process && one.pid == other.pid;
}

/// A single process has a header when it has a name: a number says nothing.
bool hasHeaders(const std::vector<SliceLane> &lanes)
{
    const auto isNumber = [](const std::string &text) {
        return text.find_first_not_of("0123456789") == std::string::npos;
    };
    return std::ranges::any_of(
        lanes, [&](const SliceLane &lane) { return !sameProcess(lane, lanes.front()) || !isNumber(lane.process); });
}

SliceRows rowsAt(const SliceRequest &request, double height, double header, bool nested)
{
    return {*request.slices, request.lanes, height, header, nested};
}

bool fits(const SliceRows &rows, double room)
{
    return rows.height() + rows.pinnedHeight() <= room;
}

/// The highest rows that all fit into the room, which is filled; lanes are nested as long as rows are not too low.
SliceRows fittedRows(const SliceRequest &request, double most, double room, double header)
{
    constexpr int kSteps = 12;
    const bool nested = fits(rowsAt(request, kLowestNested, header, true), room);
    const double above = nested ? header : 0;
    double low = nested ? kLowestNested : 1;
    double high = most;
    for (int i = 0; i < kSteps; ++i) {
        const double middle = (low + high) / 2;
        (fits(rowsAt(request, middle, above, nested), room) ? low : high) = middle;
    }
    return rowsAt(request, low, above, nested);
}

/// As high as the room allows, between what can just be read and what is comfortable. Where all lanes have to be
/// visible the rows get lower, then a lane is a single row, in the end of one pixel.
SliceRows rowsFor(const SliceRequest &request, double room, double header)
{
    SliceRows rows = rowsAt(request, naturalRow(request), header, true);
    while (!fits(rows, room) && rows.rowHeight() > leastRow(request))
        rows = rowsAt(request, rows.rowHeight() - 1, header, true);
    return request.fitLanes && !fits(rows, room) ? fittedRows(request, rows.rowHeight(), room, header) : rows;
}

double nameColumn(const SliceRequest &request, const Sizes &sizes)
{
    constexpr std::size_t kMeasured = 200;
    double widest = 0;
    const auto &lanes = request.slices->lanes();
    for (std::size_t i = 0; i < std::min(lanes.size(), kMeasured); ++i)
        widest = std::max(widest, textWidth(laneText(lanes[i]), sizes.axis));
    for (const std::uint32_t lane : request.lanes.pinned)
        if (lane < lanes.size())
            widest = std::max(widest, textWidth(nameText(request, lane), sizes.axis));
    return std::round(
        std::clamp(widest + (request.foldMarks ? 40 : 32) * sizes.unit, 80 * sizes.unit, 0.2 * request.size.width()));
}

} // namespace

std::size_t rowsOf(const SliceLane &lane)
{
    return lane.kind == SliceLane::Kind::Counter ? 2 : std::max<std::size_t>(1, lane.rows.size());
}

bool SliceLanes::isPinned(std::uint32_t lane) const
{
    return std::ranges::find(pinned, lane) != pinned.end();
}

std::uint32_t processOf(const Slices &slices, std::uint32_t lane)
{
    const auto &lanes = slices.lanes();
    while (lane > 0 && sameProcess(lanes[lane - 1], lanes[lane]))
        --lane;
    return lane;
}

SliceRows::SliceRows(const Slices &slices, const SliceLanes &lanes, double rowHeight, double headerHeight, bool nested)
    : m_places(slices.lanes().size()), m_rowHeight(rowHeight), m_headerHeight(headerHeight), m_nested(nested)
{
    const auto &all = slices.lanes();
    const bool headers = m_headerHeight > 0 && !all.empty() && hasHeaders(all);
    placePinned(slices, lanes);
    std::uint32_t process = 0; // its first lane
    bool begun = false;        // one of its lanes is shown
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (i > 0 && !sameProcess(all[i], all[i - 1])) {
            process = i;
            begun = false;
        }
        Place &place = m_places[i];
        const bool folded = headers && lanes.foldedProcesses.contains(process);
        if (place.pinned || (lanes.only && !lanes.only->contains(i)) || (folded && begun))
            continue;
        place.shown = true;
        place.folded = folded;
        place.header = headers && !begun;
        place.rows = folded ? 0 : !nested || lanes.folded.contains(i) ? 1 : rowsOf(all[i]);
        place.top = m_height;
        place.height = (folded ? 0 : heightOf(place.rows)) + (place.header ? m_headerHeight : 0);
        m_height += place.height;
        m_order.push_back(i);
        begun = true;
    }
}

void SliceRows::placePinned(const Slices &slices, const SliceLanes &lanes)
{
    for (const std::uint32_t lane : lanes.pinned) {
        if (lane >= m_places.size() || m_places[lane].pinned || (lanes.only && !lanes.only->contains(lane)))
            continue;
        Place &place = m_places[lane];
        place.shown = place.pinned = true;
        place.rows = !m_nested || lanes.folded.contains(lane) ? 1 : rowsOf(slices.lanes()[lane]);
        place.top = m_pinnedHeight;
        place.height = heightOf(place.rows);
        m_pinnedHeight += place.height;
        m_pinned.push_back(lane);
    }
}

double SliceRows::heightOf(std::size_t rows) const
{
    const double gap = m_nested ? std::max(1.0, std::round(0.25 * m_rowHeight)) : 0;
    return static_cast<double>(rows) * m_rowHeight + (m_rowHeight >= 6 ? std::max(2.0, gap) : gap);
}

std::size_t SliceRows::indexAt(const std::vector<std::uint32_t> &order, double y) const
{
    const auto after =
        std::ranges::upper_bound(order, y, {}, [this](std::uint32_t lane) { return m_places[lane].top; });
    return after == order.begin() ? 0 : static_cast<std::size_t>(after - order.begin()) - 1;
}

SliceFrame::SliceFrame(const SliceRequest &request) : rows(*request.slices, {}, 1, 0, false)
{
    const Sizes sizes(request.fontScale);
    panel = QRectF(sizes.margin, sizes.margin, request.size.width() - 2 * sizes.margin,
                   request.size.height() - 2 * sizes.margin);
    const double names = nameColumn(request, sizes);
    const double left = std::round(panel.left() + names);
    area = QRectF(left, panel.top() + sizes.header,
                  std::max(1.0, std::floor(panel.right() - std::round(16 * sizes.unit) - left)),
                  std::max(1.0, std::floor(panel.height() - sizes.header - sizes.ruler)));
    rows = rowsFor(request, area.height(), std::round(26 * sizes.unit));
    const double pinned = std::round(std::min(rows.pinnedHeight(), 0.6 * area.height()));
    pinnedArea = QRectF(area.left(), area.top(), area.width(), pinned);
    scrolledArea = area.adjusted(0, pinned, 0, 0);
    viewport = {request.visible.value_or(wholeRange(*request.slices)), area.left(), area.width()};
    maxScroll = std::max(0.0, std::ceil(rows.height() - scrolledArea.height()));
    scroll = std::clamp(std::round(request.scroll), 0.0, maxScroll);
    naturalHeight = rows.height() + rows.pinnedHeight() + request.size.height() - area.height();
}

double SliceFrame::topOf(std::size_t lane) const
{
    const SliceRows::Place &place = rows[lane];
    return std::round(place.pinned ? pinnedArea.top() + place.top : scrolledArea.top() - scroll + place.top);
}

double SliceFrame::barsOf(std::size_t lane) const
{
    return topOf(lane) + (rows[lane].header ? rows.headerHeight() : 0);
}

QString nameText(const SliceRequest &request, std::uint32_t lane)
{
    const auto &lanes = request.slices->lanes();
    const bool ofMany = request.lanes.isPinned(lane) && !sameProcess(lanes.front(), lanes.back());
    return ofMany ? laneText(lanes[lane]) + QStringLiteral(" · ") + processText(lanes[lane]) : laneText(lanes[lane]);
}

QString laneText(const SliceLane &lane)
{
    return lane.name.empty() ? SliceWords::tr("(no thread)") : QString::fromStdString(lane.name);
}

QString processText(const SliceLane &lane)
{
    return lane.process.empty() ? SliceWords::tr("(no process)") : QString::fromStdString(lane.process);
}

QString spanCountText(std::size_t count)
{
    return SliceWords::tr("%Ln spans", nullptr, pluralOf(count));
}

AxisRange wholeRange(const Slices &slices)
{
    const auto end = static_cast<double>(std::max<std::int64_t>(slices.end(), 1000));
    return {0, end * 1.01};
}

AxisLimits axisLimits(const Slices &slices)
{
    return {.whole = wholeRange(slices), .shortest = 100.0};
}

} // namespace coroscope::timeline
