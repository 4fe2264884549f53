// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_mouse.h"

#include "app/chart/chart_widget.h"
#include "app/chart/sleep_drag.h"
#include "app/timeline/frame.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace coroscope {

using timeline::AxisMode;
using timeline::AxisRange;
using timeline::Hit;
using timeline::Plot;

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kWheelLanes = 2;               ///< a notch, with Shift or over the names of lanes
constexpr unsigned long long kWheelPause = 500; ///< milliseconds: turning on after less is the same zoom
constexpr double kNear = 6; ///< pixels around an edge that can be dragged, and that a hand may tremble

} // namespace

double ChartMouse::position(QPointF point) const
{
    const Plot *plot = m_chart.plotAt(point);
    const timeline::Viewport &view = plot ? plot->viewport : m_chart.scene().plots.front().viewport;
    return view.toPosition(std::clamp(point.x(), view.left, view.right()));
}

void ChartMouse::wheel(const QWheelEvent &event)
{
    const double notches = event.angleDelta().y() / 120.0;
    const double sideways = event.angleDelta().x() / 120.0;
    const Plot *plot = m_chart.plotAt(event.position());
    const bool overNames = plot && m_chart.scene().maxScroll > 0 && event.position().x() < plot->area.left();
    if (plot && (overNames || event.modifiers() & Qt::ShiftModifier)) {
        m_chart.setScroll(m_chart.scroll() - static_cast<int>((notches + sideways) * kWheelLanes * plot->laneHeight));
    } else if (sideways != 0) {
        m_chart.pan(-0.1 * sideways);
    } else if (plot) {
        if (event.timestamp() > m_lastWheel + kWheelPause)
            ++m_gestures;
        m_lastWheel = event.timestamp();
        m_chart.zoomAt(position(event.position()), std::pow(kZoomStep, notches), m_gestures);
    }
}

bool ChartMouse::onSleepEnd(QPointF point, const Hit &hit) const
{
    return m_chart.sleepDrag() && hit.kind == Hit::Kind::Span && hit.count == 1 && m_chart.axis() == AxisMode::Clock
           && std::abs(point.x() - hit.rect.right()) <= kNear && hit.rect.width() > 3 * kNear
           && m_chart.sleepDrag()->canDrag(hit.run, hit.actor, hit.span);
}

ChartMouse::Kind ChartMouse::kindOf(const QMouseEvent &event, const Hit &hit) const
{
    if (event.modifiers() & Qt::ShiftModifier)
        return Kind::Measure;
    if (hit.kind == Hit::Kind::LaneName)
        return Kind::MoveLane;
    return onSleepEnd(event.position(), hit) ? Kind::SleepEnd : Kind::Pan;
}

void ChartMouse::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || m_chart.stage().empty() || m_chart.scene().plots.empty())
        return;
    const Hit hit = timeline::hitTest(m_chart.scene(), event.position()).value_or(Hit{});
    m_drag = Drag{kindOf(event, hit), event.position(), m_chart.visible(), m_chart.scroll(), ++m_gestures, hit, false};
}

void ChartMouse::move(const QMouseEvent &event)
{
    if (!m_drag) {
        hover(event.position());
        return;
    }
    const QPointF distance = event.position() - m_drag->from;
    if (!m_drag->moved && distance.manhattanLength() < kNear)
        return;
    m_drag->moved = true;
    switch (m_drag->kind) {
    case Kind::Pan: pan(distance); break;
    case Kind::Measure: measure(event.position()); break;
    case Kind::MoveLane: moveLane(event.position()); break;
    case Kind::SleepEnd: m_chart.view().measure(m_chart.sleepDrag()->dragTo(position(event.position()))); break;
    }
}

void ChartMouse::hover(QPointF point)
{
    const auto hit = timeline::hitTest(m_chart.scene(), point);
    Q_EMIT m_chart.laneHovered(hit ? hit->run : 0, hit ? hit->actor : ActorId::None);
    if (hit && onSleepEnd(point, *hit))
        m_chart.setCursor(Qt::SizeHorCursor);
    else
        m_chart.unsetCursor();
}

void ChartMouse::pan(QPointF distance)
{
    m_chart.setCursor(Qt::ClosedHandCursor);
    const timeline::Viewport &viewport = m_chart.scene().plots.front().viewport;
    const double units = -std::round(distance.x()) / viewport.width * m_drag->range.length();
    if (std::abs(distance.x()) >= 1)
        m_chart.view().show(timeline::panned(m_drag->range, units, m_chart.limits()), m_drag->gesture);
    m_chart.setScroll(m_drag->scroll - static_cast<int>(distance.y()));
}

/// The edge of a span that is near, or the very place.
double ChartMouse::snapped(QPointF point) const
{
    const Plot *plot = m_chart.plotAt(point);
    const double free = position(point);
    if (m_chart.axis() == AxisMode::Steps)
        return std::round(free);
    if (!plot)
        return free;
    const auto run = static_cast<std::size_t>(plot - m_chart.scene().plots.data());
    double best = kNear;
    double place = free;
    const auto consider = [&](Instant at) {
        const auto edge = static_cast<double>(nanosecondsOf(at));
        if (const double distance = std::abs(plot->viewport.toPixel(edge) - point.x()); distance <= best) {
            best = distance;
            place = edge;
        }
    };
    for (const Hit &hit : m_chart.scene().hits) {
        if (hit.run != run || (hit.kind != Hit::Kind::Span && hit.kind != Hit::Kind::Thread))
            continue;
        const Spans &spans = m_chart.stage().run(run).spans();
        const Span &span = (hit.kind == Hit::Kind::Thread ? spans.thread() : spans.lane(hit.actor).spans)[hit.span];
        consider(span.begin);
        if (!span.open())
            consider(span.end);
    }
    return place;
}

void ChartMouse::measure(QPointF point)
{
    const double from = std::max(0.0, snapped(m_drag->from));
    const double to = std::max(0.0, snapped(point));
    m_chart.view().measure(AxisRange{std::min(from, to), std::max(from, to)});
}

/// The lane is already where it would be dropped.
void ChartMouse::moveLane(QPointF point)
{
    const Hit &hit = m_drag->hit;
    if (hit.run >= m_chart.scene().plots.size())
        return;
    m_chart.setCursor(Qt::ClosedHandCursor);
    const Plot &plot = m_chart.scene().plots[hit.run];
    std::vector<ActorId> rows = timeline::rowsOf(m_chart.request(m_chart.size()).runs[hit.run]);
    const double row = std::floor((point.y() - plot.lanes.top() + plot.scroll) / plot.laneHeight);
    const auto to = static_cast<std::ptrdiff_t>(std::clamp(row, 0.0, static_cast<double>(rows.size()) - 1));
    const auto from = std::ranges::find(rows, hit.actor);
    if (from == rows.end() || from - rows.begin() == to)
        return;
    rows.erase(from);
    rows.insert(rows.begin() + to, hit.actor);
    timeline::LaneChoice choice = m_chart.view().lanes(hit.run);
    choice.order = std::move(rows);
    m_chart.view().setLanes(hit.run, std::move(choice));
}

void ChartMouse::release(const QMouseEvent &event)
{
    if (!m_drag)
        return;
    const Drag drag = *m_drag;
    m_drag.reset();
    m_chart.unsetCursor();
    if (!drag.moved) {
        click(event.position());
    } else if (drag.kind == Kind::SleepEnd) {
        m_chart.view().measure(std::nullopt);
        m_chart.sleepDrag()->drop();
    }
}

void ChartMouse::letGo()
{
    if (!m_drag)
        return;
    m_drag.reset();
    m_chart.unsetCursor();
}

void ChartMouse::click(QPointF point)
{
    const std::optional<Hit> hit = timeline::hitTest(m_chart.scene(), point);
    if (!hit)
        return;
    if (hit->kind == Hit::Kind::Plot)
        m_chart.view().measure(std::nullopt);
    ChartView::Selection selection{hit->run, hit->actor, std::nullopt};
    if (hit->kind == Hit::Kind::Span)
        selection.span = hit->span;
    const bool again = selection == m_chart.view().selection();
    m_chart.view().select(again ? ChartView::Selection{} : selection);
}

void ChartMouse::doubleClick(const QMouseEvent &event)
{
    const auto hit = timeline::hitTest(m_chart.scene(), event.position());
    if (!hit || hit->run >= m_chart.stage().runCount())
        return;
    const Spans &spans = m_chart.stage().run(hit->run).spans();
    if (hit->kind == Hit::Kind::Span)
        Q_EMIT m_chart.eventChosen(hit->run, spans.lane(hit->actor).spans[hit->span].first);
    else if (hit->kind == Hit::Kind::Thread)
        Q_EMIT m_chart.eventChosen(hit->run, spans.thread()[hit->span].first);
}

} // namespace coroscope
