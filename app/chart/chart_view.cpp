// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_view.h"

#include <algorithm>

namespace coroscope {

using timeline::LaneChoice;

namespace {

constexpr std::size_t kLongestHistory = 100;

} // namespace

// The visible range --------------------------------------------------------------------------------------------

void ChartView::go(const Shown &to, int gesture)
{
    if (to == m_now)
        return;
    if (gesture == 0 || gesture != m_gesture) {
        m_past.push_back(m_now);
        if (m_past.size() > kLongestHistory)
            m_past.erase(m_past.begin());
    }
    m_gesture = gesture;
    m_future.clear();
    m_now = to;
    Q_EMIT changed();
}

void ChartView::setAxis(timeline::AxisMode axis)
{
    if (axis == m_now.axis)
        return;
    measure(std::nullopt);
    go({axis, std::nullopt}, 0);
    Q_EMIT modeChanged();
}

void ChartView::show(std::optional<timeline::AxisRange> range, int gesture)
{
    go({m_now.axis, range}, gesture);
}

void ChartView::drift(timeline::AxisRange range)
{
    if (m_now.range == range)
        return;
    m_now.range = range;
    Q_EMIT changed();
}

void ChartView::back()
{
    turnBack(m_past, m_future);
}

void ChartView::forward()
{
    turnBack(m_future, m_past);
}

void ChartView::turnBack(std::vector<Shown> &from, std::vector<Shown> &to)
{
    if (from.empty())
        return;
    const bool sameAxis = from.back().axis == m_now.axis;
    to.push_back(m_now);
    m_now = from.back();
    from.pop_back();
    m_gesture = 0;
    if (!sameAxis) {
        measure(std::nullopt);
        Q_EMIT modeChanged();
    }
    Q_EMIT changed();
}

// Modes --------------------------------------------------------------------------------------------------------

void ChartView::setArrows(timeline::Arrows arrows)
{
    m_arrows = arrows;
    Q_EMIT modeChanged();
    Q_EMIT changed();
}

void ChartView::setFollowing(bool following)
{
    m_following = following;
    Q_EMIT modeChanged();
}

void ChartView::setSpotlight(bool spotlight)
{
    m_spotlight = spotlight;
    Q_EMIT modeChanged();
    Q_EMIT changed();
}

// Selection and measure ----------------------------------------------------------------------------------------

void ChartView::select(const Selection &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selectionChanged();
    Q_EMIT changed();
}

void ChartView::pointTo(const Selection &pointed)
{
    if (pointed == m_pointed)
        return;
    m_pointed = pointed;
    Q_EMIT changed();
}

void ChartView::setAnchor(std::optional<double> anchor)
{
    m_anchor = anchor;
    if (anchor)
        measureTo(*anchor);
}

void ChartView::measureTo(double now)
{
    if (m_anchor)
        measure(timeline::AxisRange{std::min(*m_anchor, now), std::max(*m_anchor, now)});
}

void ChartView::measure(std::optional<timeline::AxisRange> range)
{
    if (!range)
        m_anchor.reset();
    if (range == m_measured)
        return;
    m_measured = range;
    Q_EMIT measureChanged();
    Q_EMIT changed();
}

// Lanes --------------------------------------------------------------------------------------------------------

const LaneChoice &ChartView::lanes(std::size_t run) const
{
    static const LaneChoice kNone;
    return run < m_lanes.size() ? m_lanes[run] : kNone;
}

void ChartView::setLanes(std::size_t run, LaneChoice lanes)
{
    if (m_lanes.size() <= run)
        m_lanes.resize(run + 1);
    if (m_lanes[run] == lanes)
        return;
    m_lanes[run] = std::move(lanes);
    Q_EMIT changed();
}

void ChartView::hideLane(std::size_t run, ActorId actor)
{
    LaneChoice choice = lanes(run);
    if (std::ranges::find(choice.hidden, actor) == choice.hidden.end())
        choice.hidden.push_back(actor);
    if (m_selection.run == run && m_selection.actor == actor)
        select({});
    setLanes(run, std::move(choice));
}

void ChartView::showAllLanes()
{
    m_lanes.clear();
    Q_EMIT changed();
}

void ChartView::clear()
{
    measure(std::nullopt);
    select({});
}

void ChartView::reset(const QStringList &runs)
{
    if (runs != m_runs) {
        m_lanes.clear();
        m_past.clear();
        m_future.clear();
    }
    m_runs = runs;
    m_gesture = 0;
    m_now.range.reset();
    measure(std::nullopt);
    select({});
    m_pointed = {};
    Q_EMIT changed();
}

} // namespace coroscope
