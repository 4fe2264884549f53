// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include "app/timeline/chart_request.h"

#include <optional>
#include <vector>

namespace coroscope {

/// What the viewer has chosen to see of the runs: axis and visible range, with their history; lanes; what is selected
/// and measured. Knows neither pixels nor runs; the chart and what stands around it share it.
class ChartView : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A lane and, maybe, one of its spans.
    struct Selection {
        std::size_t run = 0;
        ActorId actor = ActorId::None;
        std::optional<std::size_t> span = {};

        [[nodiscard]] bool empty() const { return actor == ActorId::None; }
        [[nodiscard]] bool operator==(const Selection &) const = default;
    };

    [[nodiscard]] timeline::AxisMode axis() const { return m_now.axis; }
    void setAxis(timeline::AxisMode axis);
    /// Nothing: all there is.
    [[nodiscard]] const std::optional<timeline::AxisRange> &range() const { return m_now.range; }
    /// Shows another range. What one gesture shows bit by bit is one step of the history; 0 is a gesture of its own.
    void show(std::optional<timeline::AxisRange> range, int gesture = 0);
    /// The same without a history: the chart moves by itself.
    void drift(timeline::AxisRange range);
    [[nodiscard]] bool canGoBack() const { return !m_past.empty(); }
    [[nodiscard]] bool canGoForward() const { return !m_future.empty(); }
    void back();
    void forward();

    [[nodiscard]] timeline::Arrows arrows() const { return m_arrows; }
    void setArrows(timeline::Arrows arrows);
    [[nodiscard]] bool following() const { return m_following; }
    void setFollowing(bool following);
    [[nodiscard]] bool spotlight() const { return m_spotlight; }
    void setSpotlight(bool spotlight);

    [[nodiscard]] const Selection &selection() const { return m_selection; }
    void select(const Selection &selection);
    /// What the pointer is over in another panel: shown as if it were selected, for as long as it is.
    [[nodiscard]] const Selection &pointed() const { return m_pointed; }
    void pointTo(const Selection &pointed);

    /// In units of the axis.
    [[nodiscard]] const std::optional<timeline::AxisRange> &measured() const { return m_measured; }
    void measure(std::optional<timeline::AxisRange> range);
    /// One end of what is being measured, while its other end is the now-line.
    [[nodiscard]] const std::optional<double> &anchor() const { return m_anchor; }
    void setAnchor(std::optional<double> anchor);
    /// The now-line is here.
    void measureTo(double now);

    [[nodiscard]] const timeline::LaneChoice &lanes(std::size_t run) const;
    void setLanes(std::size_t run, timeline::LaneChoice lanes);
    void hideLane(std::size_t run, ActorId actor);
    void showAllLanes();
    [[nodiscard]] bool lanesChosen() const { return !m_lanes.empty(); }

    /// Nothing measured, nothing selected.
    void clear();
    /// Other runs are on the stage: what was chosen for these very ones stays.
    void reset(const QStringList &runs);

Q_SIGNALS:
    void changed(); ///< anything
    void selectionChanged();
    void measureChanged();
    void modeChanged(); ///< axis, arrows, following or spotlight

private:
    struct Shown {
        timeline::AxisMode axis = timeline::AxisMode::Clock;
        std::optional<timeline::AxisRange> range;
        [[nodiscard]] bool operator==(const Shown &) const = default;
    };
    void go(const Shown &to, int gesture);
    void turnBack(std::vector<Shown> &from, std::vector<Shown> &to);

    Shown m_now;
    std::vector<Shown> m_past;
    std::vector<Shown> m_future;
    int m_gesture = 0; ///< of the last step of the history
    timeline::Arrows m_arrows = timeline::Arrows::Selected;
    bool m_following = true;
    bool m_spotlight = false;
    Selection m_selection;
    Selection m_pointed;
    std::optional<timeline::AxisRange> m_measured;
    std::optional<double> m_anchor;
    std::vector<timeline::LaneChoice> m_lanes; ///< by run, as far as something was chosen
    QStringList m_runs;
};

} // namespace coroscope
