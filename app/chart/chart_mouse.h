// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/viewport.h"

#include <QPointF>

#include <optional>

class QMouseEvent;
class QWheelEvent;

namespace coroscope {

class ChartWidget;

/// What the mouse does in the chart: the wheel zooms at the pointer, dragging pans, with Shift it measures, a lane's
/// name is dragged to another place, the end of a sleep to another time; a click selects, a double click goes there.
class ChartMouse {
public:
    explicit ChartMouse(ChartWidget &chart) : m_chart(chart) {}

    /// Something is being dragged.
    [[nodiscard]] bool busy() const { return m_drag.has_value(); }

    void wheel(const QWheelEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    /// Other runs are shown: what was taken hold of is not there any more.
    void letGo();

private:
    enum class Kind { Pan, Measure, MoveLane, SleepEnd };
    struct Drag {
        Kind kind = Kind::Pan;
        QPointF from;
        timeline::AxisRange range; ///< visible when it began
        int scroll = 0;
        int gesture = 0;
        timeline::Hit hit;
        bool moved = false;
    };

    [[nodiscard]] Kind kindOf(const QMouseEvent &event, const timeline::Hit &hit) const;
    [[nodiscard]] bool onSleepEnd(QPointF point, const timeline::Hit &hit) const;
    [[nodiscard]] double position(QPointF point) const;
    void hover(QPointF point);
    void pan(QPointF distance);
    void measure(QPointF point);
    [[nodiscard]] double snapped(QPointF point) const;
    void moveLane(QPointF point);
    void click(QPointF point);

    ChartWidget &m_chart;
    std::optional<Drag> m_drag;
    int m_gestures = 0;
    unsigned long long m_lastWheel = 0;
};

} // namespace coroscope
