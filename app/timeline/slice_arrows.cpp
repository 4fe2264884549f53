// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/slice_arrows.h"

#include "app/timeline/frame.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

constexpr std::size_t kMostArrows = 400;    ///< visible ones; more would hide what they connect
constexpr std::size_t kDeepestArrow = 1000; ///< rows that are looked at for the end of one

class SliceArrows {
public:
    SliceArrows(const SliceRequest &request, const SliceFrame &frame, Canvas &canvas)
        : m_request(request), m_slices(*request.slices), m_frame(frame), m_canvas(canvas),
          m_unit(Sizes(request.fontScale).unit)
    {
    }

    void run()
    {
        const AxisRange &range = m_frame.viewport.range;
        std::vector<const SliceArrow *> visible;
        const auto &arrows = m_slices.arrows();
        for (auto arrow = std::ranges::lower_bound(arrows, instantOf(range.begin), {}, &SliceArrow::from);
             arrow != arrows.end() && visible.size() <= kMostArrows; ++arrow) {
            if (static_cast<double>(arrow->from) > range.end)
                break;
            if (static_cast<double>(arrow->to) <= range.end)
                visible.push_back(&*arrow);
        }
        if (visible.size() <= kMostArrows)
            for (const SliceArrow *arrow : visible)
                layoutArrow(*arrow);
        for (const std::uint32_t index : m_request.arrows)
            layoutOwnArrow(arrows[index]);
    }

private:
    /// Where a lane is drawn, or what stands for it; nothing: nowhere.
    [[nodiscard]] std::optional<std::uint32_t> drawnAs(std::uint32_t lane) const
    {
        if (m_frame.rows[lane].shown)
            return lane;
        const std::uint32_t process = processOf(m_slices, lane);
        for (std::uint32_t other = process; other < lane; ++other)
            if (m_frame.rows[other].folded)
                return other;
        return std::nullopt;
    }

    /// The middle of the innermost span that is there and drawn.
    [[nodiscard]] std::optional<QPointF> anchor(std::uint32_t lane, std::int64_t at) const
    {
        const auto drawn = drawnAs(lane);
        if (!drawn)
            return std::nullopt;
        const double x = m_frame.viewport.toPixel(static_cast<double>(at));
        const SliceRows::Place &place = m_frame.rows[*drawn];
        if (place.folded)
            return QPointF(x, m_frame.topOf(*drawn) + m_frame.rows.headerHeight() / 2);
        const auto &rows = m_slices.lanes()[lane].rows;
        std::size_t deepest = 0;
        for (std::size_t row = 0; row < std::min({place.rows, rows.size(), kDeepestArrow}); ++row) {
            const std::size_t i = rows[row].firstAt(at);
            if (i < rows[row].size() && rows[row].begin(i) <= at)
                deepest = row;
        }
        return QPointF(x, m_frame.barsOf(lane) + (static_cast<double>(deepest) + 0.5) * m_frame.rows.rowHeight());
    }

    [[nodiscard]] bool isSeen(std::uint32_t lane, QPointF point) const
    {
        return m_frame.clip(m_frame.rows[lane].pinned).contains(point);
    }

    void layoutArrow(const SliceArrow &arrow)
    {
        const auto from = anchor(arrow.fromLane, arrow.from);
        const auto to = anchor(arrow.toLane, arrow.to);
        if (from && to && isSeen(arrow.fromLane, *from) && isSeen(arrow.toLane, *to) && *from != *to)
            draw(*from, *to, m_request.theme.arrow, 1.5, true);
    }

    /// Of the selected span: as much of it as lies in the picture.
    void layoutOwnArrow(const SliceArrow &arrow)
    {
        const auto from = anchor(arrow.fromLane, arrow.from);
        const auto to = anchor(arrow.toLane, arrow.to);
        if (!from || !to || *from == *to)
            return;
        const auto seen = clipped(*from, *to, m_frame.area);
        if (seen)
            draw(seen->p1(), seen->p2(), m_request.theme.nowLine, 2.5, seen->p2() == *to);
    }

    /// The part of a line within a rectangle.
    [[nodiscard]] static std::optional<QLineF> clipped(QPointF from, QPointF to, const QRectF &rect)
    {
        const QPointF way = to - from;
        double begin = 0;
        double end = 1;
        const auto keep = [&](double across, double room) { // where across * t <= room
            if (across == 0.0)
                return room >= 0;
            const double at = room / across;
            if (across > 0)
                end = std::min(end, at);
            else
                begin = std::max(begin, at);
            return begin <= end;
        };
        if (!keep(-way.x(), from.x() - rect.left()) || !keep(way.x(), rect.right() - from.x())
            || !keep(-way.y(), from.y() - rect.top()) || !keep(way.y(), rect.bottom() - from.y()))
            return std::nullopt;
        return QLineF(begin > 0 ? from + begin * way : from, end < 1 ? from + end * way : to);
    }

    void draw(QPointF from, QPointF to, const QColor &color, double width, bool withHead)
    {
        m_canvas.layer(Canvas::Arrows).lines.push_back({from, to, color, std::max(1.0, width * m_unit)});
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        if (!withHead || length <= 0)
            return;
        const QPointF along = (to - from) / length;
        const QPointF across(-along.y(), along.x());
        const double head = std::max(5.0, (5 + 2 * width) * m_unit);
        m_canvas.layer(Canvas::Arrows)
            .shapes.push_back(
                {QPolygonF({to, to - head * along + 0.4 * head * across, to - head * along - 0.4 * head * across}),
                 color});
    }

    const SliceRequest &m_request;
    const Slices &m_slices;
    const SliceFrame &m_frame;
    Canvas &m_canvas;
    double m_unit;
};

} // namespace

void layoutSliceArrows(const SliceRequest &request, const SliceFrame &frame, Canvas &canvas)
{
    SliceArrows(request, frame, canvas).run();
}

std::int64_t instantOf(double position)
{
    return static_cast<std::int64_t>(std::clamp(std::ceil(position), -9e18, 9e18));
}

} // namespace coroscope::timeline
