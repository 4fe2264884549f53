// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/timeline/scene.h"
#include "app/timeline/slice_frame.h"

#include <memory>
#include <optional>

class QScrollBar;

namespace coroscope {

class Appearance;

/// The chart of another program's trace. The wheel zooms at the pointer (with Shift it scrolls the lanes), dragging
/// pans, a click selects a span; + and - zoom, the arrow keys pan and scroll, with Shift they go from span to span, F
/// shows everything, Enter what is selected, D its details; C folds its lane, with Shift its process, P pins the lane;
/// Ctrl+F searches. Names of lanes and processes fold them by a click.
class SliceChart : public QWidget {
    Q_OBJECT

public:
    explicit SliceChart(const Appearance &appearance, QWidget *parent = nullptr);

    void setSlices(std::shared_ptr<const Slices> slices, const QString &title);
    [[nodiscard]] const Slices *slices() const { return m_slices.get(); }

    /// What is shown, as a picture of the size would show it. Only when there are slices.
    [[nodiscard]] timeline::SliceRequest request(QSizeF size) const;
    /// As painted last.
    [[nodiscard]] const timeline::Scene &scene() const { return m_scene; }

    [[nodiscard]] timeline::AxisRange visible() const;
    void setVisible(timeline::AxisRange range);
    using QWidget::setVisible;
    void zoom(double factor);
    /// By a share of what is visible.
    void pan(double share);
    void fit();
    /// By steps of the scroll bar, where there are more lanes than the chart is high.
    void scrollLanes(int steps);
    /// All lanes at once, however low, or as high as can be read.
    void setFitLanes(bool fit);
    [[nodiscard]] bool fitsLanes() const { return m_fitLanes; }

    // What is made of the lanes; kept as long as the trace is open.
    [[nodiscard]] const timeline::SliceLanes &lanes() const { return m_lanes; }
    void setLanes(timeline::SliceLanes lanes);
    /// Folds a lane to its outermost spans, or unfolds it.
    void toggleLane(std::uint32_t lane);
    /// Folds the process of a lane to one line, or unfolds it.
    void toggleProcess(std::uint32_t lane);
    /// Puts a lane on top of all, where it stays, or back.
    void togglePinned(std::uint32_t lane);

    [[nodiscard]] const std::optional<SliceAddress> &selected() const { return m_selected; }
    void select(const std::optional<SliceAddress> &address);
    void zoomToSelected();
    /// Selects it and goes where it can be seen.
    void reveal(const SliceAddress &address);
    /// The facts of what is there.
    [[nodiscard]] QString factsAt(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override { return {900, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {400, 200}; }

Q_SIGNALS:
    void selectionChanged();
    void visibleChanged();
    void searchRequested();
    void detailsRequested();
    /// Another span of this name is wanted.
    void findRequested(const QString &name, bool forward);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void invalidate();
    void layOut();
    void walk(int key);
    void click(QPointF at);
    bool actOnLane(const QKeyEvent &event);
    void zoomAt(double position, double factor);
    const Appearance &m_appearance;
    QScrollBar *m_scroll;
    std::shared_ptr<const Slices> m_slices;
    QString m_title;
    timeline::Scene m_scene;
    std::optional<timeline::AxisRange> m_range;
    std::optional<SliceAddress> m_selected;
    std::vector<std::uint32_t> m_arrows; ///< of the selected span
    timeline::SliceLanes m_lanes;
    bool m_fitLanes = false;
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
