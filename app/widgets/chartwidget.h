// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/timeline/chartrequest.h"
#include "app/timeline/layout.h"
#include "app/widgets/stage.h"

#include <optional>

class QScrollBar;

namespace coroscope {

class Appearance;

/// The chart: all runs of the stage on one axis, drawn from the very scene that pictures are exported from. The wheel zooms
/// at the pointer, dragging pans, a click selects a task.
class ChartWidget : public QWidget {
    Q_OBJECT

public:
    ChartWidget(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    /// What is shown, as a picture of the size would show it.
    [[nodiscard]] timeline::ChartRequest request(QSizeF size) const;
    /// As painted last.
    [[nodiscard]] const timeline::Scene &scene() const { return m_scene; }

    [[nodiscard]] timeline::AxisMode axis() const { return m_axis; }
    void setAxis(timeline::AxisMode axis);
    /// Everything, again; until the next zoom the range follows the horizon.
    void fit();
    /// Around the now-line when it is visible, else around the middle. More than 1 is closer.
    void zoom(double factor);
    /// Larger type for the far end of the room.
    void setMagnified(bool magnified);

    [[nodiscard]] QSize sizeHint() const override { return {900, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {400, 220}; }

Q_SIGNALS:
    /// Distance of the charts' frames from the edge, in pixels: what stands below can be aligned with them.
    void marginChanged(int margin);
    void laneSelected(std::size_t run, coroscope::ActorId actor);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void reset();
    void showMoment();
    void invalidate();
    void layOut();
    void showScrollBar();
    void addRun(timeline::ChartRequest &request, std::size_t run) const;
    void zoomAt(double position, double factor);
    void select(QPointF point);
    [[nodiscard]] timeline::AxisLimits limits() const;
    [[nodiscard]] timeline::AxisRange visible() const;
    [[nodiscard]] const timeline::Plot *plotAt(QPointF point) const;
    [[nodiscard]] double nowPosition() const;
    [[nodiscard]] QString toolTipAt(QPointF point) const;

    const Stage &m_stage;
    const Appearance &m_appearance;
    QScrollBar *m_scroll;
    timeline::Scene m_scene;
    timeline::AxisMode m_axis = timeline::AxisMode::Clock;
    std::optional<timeline::AxisRange> m_range; ///< chosen by the user
    std::size_t m_selectedRun = 0;
    ActorId m_selected = ActorId::None;
    int m_margin = 0;
    double m_squeeze = 1; ///< of the type, so that more lanes find room
    bool m_magnified = false;
    bool m_stale = true;

    struct Drag {
        QPointF from;
        timeline::AxisRange range;
        int scroll = 0;
        bool moved = false;
    };
    std::optional<Drag> m_drag;
};

} // namespace coroscope
