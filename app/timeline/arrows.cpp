// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/arrows.h"

#include "app/timeline/bars.h"

#include <algorithm>
#include <unordered_map>

namespace coroscope::timeline {

namespace {

constexpr std::size_t kMostArrows = 400; ///< more would be a thicket
constexpr std::size_t kMostRead = 20000; ///< wake-ups looked at, a frame

class ArrowLayout {
public:
    ArrowLayout(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run, const AxisMap &map)
        : m_canvas(canvas), m_request(request), m_frame(frame), m_panel(frame.panels[run]), m_map(map), m_run(run),
          m_shape(frame.laneHeight, frame.sizes.unit)
    {
        for (std::size_t i = 0; i < m_panel.rows.size(); ++i)
            m_rows.emplace(m_panel.rows[i], i);
    }

    /// Cause and effect of what is selected.
    void emphasize()
    {
        const auto &wakeups = m_map.spans().wakeups();
        m_strong = true;
        for (const std::size_t index : m_request.emphasized) {
            if (index < wakeups.size() && m_map.happened(wakeups[index].event) && drawable(wakeups[index]))
                draw(wakeups[index]);
        }
    }

    void layout()
    {
        const auto &wakeups = m_map.spans().wakeups();
        const double left = m_map.viewport().left - m_map.fanReach();
        auto wakeup = std::partition_point(wakeups.begin(), wakeups.end(),
                                           [&](const Wakeup &w) { return m_map.pixel(w.event, w.at) < left; });
        std::size_t drawn = 0;
        for (std::size_t read = 0; wakeup != wakeups.end() && read < kMostRead && drawn < kMostArrows;
             ++read, ++wakeup) {
            if (!m_map.happened(wakeup->event) || m_map.pixel(wakeup->event, wakeup->at) > m_map.viewport().right())
                break;
            ++m_canvas.scene().visited;
            if (wanted(*wakeup) && draw(*wakeup))
                ++drawn;
        }
    }

private:
    [[nodiscard]] bool drawable(const Wakeup &w) const
    {
        return w.from != w.to && m_rows.contains(w.from) && m_rows.contains(w.to);
    }

    [[nodiscard]] bool wanted(const Wakeup &w) const
    {
        if (!drawable(w))
            return false;
        const bool selected =
            m_run == m_request.selectedRun && (w.from == m_request.selected || w.to == m_request.selected);
        return m_request.arrows == Arrows::All || selected;
    }

    /// Where the hold of `actor` that contains or, for the effect, follows `event` is drawn: the
    /// middle of its pin.
    [[nodiscard]] double holdPixel(ActorId actor, EventIndex event, Instant at, bool next) const
    {
        const auto &spans = m_map.spans().lane(actor).spans;
        auto span = std::partition_point(spans.begin(), spans.end(), [&](const Span &s) { return s.first <= event; });
        if (next) {
            while (span != spans.end() && !holds(span->state))
                ++span;
            if (span == spans.end() || !m_map.happened(span->first))
                return m_map.pixel(event, at);
        } else {
            while (span != spans.begin() && !holds(std::prev(span)->state))
                --span;
            if (span == spans.begin())
                return m_map.pixel(event, at);
            --span;
            if (m_map.mode() == AxisMode::Clock && m_map.length(*span) > Duration::zero())
                return m_map.pixel(event, at);
        }
        if (m_map.mode() == AxisMode::Steps)
            return m_map.left(*span) + m_map.viewport().scale() / 2;
        const PinSlot pin = m_map.slot(*span);
        return m_map.left(*span) + pin.offset + pin.width / 2;
    }

    [[nodiscard]] double middleOf(ActorId actor) const
    {
        return m_panel.lanes.top() - m_panel.scroll
               + (static_cast<double>(m_rows.at(actor)) + 0.5) * m_frame.laneHeight;
    }

    bool draw(const Wakeup &w)
    {
        const double fromY = middleOf(w.from);
        const double toY = middleOf(w.to);
        const double down = toY > fromY ? 1 : -1;
        const QPointF from(std::round(holdPixel(w.from, w.event, w.at, false)), fromY + down * m_shape.bar / 2);
        const QPointF to(std::round(holdPixel(w.to, w.event, w.at, true)), toY - down * m_shape.bar / 2);
        const QRectF seen(QPointF(m_panel.area.left(), m_panel.lanes.top()),
                          QPointF(m_panel.area.right() + 1, m_panel.lanes.bottom()));
        if (!seen.contains(from) || !seen.contains(to))
            return false;
        const Theme &theme = m_request.theme;
        const QColor color = w.kind == Wakeup::Kind::Cancel ? theme.worseText : m_strong ? theme.accent : theme.arrow;
        const double unit = m_frame.sizes.unit * (m_strong ? 1.6 : 1);
        const QPointF way = to - from;
        const double length = std::max(1.0, std::hypot(way.x(), way.y()));
        const QPointF along = way / length;
        const QPointF across(-along.y(), along.x());
        const double head = std::min(9 * unit, length);
        const QPointF neck = to - along * head;
        Layer &layer = m_canvas.layer(Canvas::Arrows);
        layer.lines.push_back({from, neck, color, std::max(2.0, 2 * unit), w.kind == Wakeup::Kind::Spawn});
        layer.shapes.push_back({QPolygonF{to, neck + across * head / 2, neck - across * head / 2}, color});
        const auto index = static_cast<std::size_t>(&w - m_map.spans().wakeups().data());
        m_canvas.stamp({.part = ItemKey::Part::Arrow,
                        .run = static_cast<std::uint16_t>(m_run),
                        .lane = m_strong ? 1U : 0U,
                        .span = index});
        return true;
    }

    Canvas &m_canvas;
    const ChartRequest &m_request;
    const Frame &m_frame;
    const PanelFrame &m_panel;
    const AxisMap &m_map;
    std::size_t m_run;
    LaneShape m_shape;
    std::unordered_map<ActorId, std::size_t> m_rows;
    bool m_strong = false;
};

} // namespace

void layoutArrows(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run, const AxisMap &map)
{
    const bool selected = request.arrows == Arrows::Selected && request.selected != ActorId::None;
    const bool emphasized = run == request.selectedRun && !request.emphasized.empty();
    if (request.arrows != Arrows::All && !selected && !emphasized)
        return;
    ArrowLayout arrows(canvas, request, frame, run, map);
    if (request.arrows == Arrows::All || (selected && !emphasized))
        arrows.layout();
    if (emphasized)
        arrows.emphasize();
}

} // namespace coroscope::timeline
