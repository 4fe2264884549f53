// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/chart/chart_view.h"
#include "app/chart/wait_ring.h"
#include "app/session/stage.h"
#include "app/timeline/chart_request.h"
#include "app/timeline/layout.h"

#include <memory>
#include <optional>

class QScrollBar;

namespace coroscope {

class Appearance;
class ChartMouse;
class NoteEditor;
class SleepDrag;

/// The chart: all runs of the stage on one axis, drawn from the very scene that pictures are exported from, as the
/// ChartView says. The mouse is ChartMouse's; here are the keys that walk from span to span: up and down begin, Escape
/// or a click ends it.
class ChartWidget : public QWidget {
    Q_OBJECT

public:
    ChartWidget(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);
    ~ChartWidget() override;

    [[nodiscard]] const Stage &stage() const { return m_stage; }
    [[nodiscard]] ChartView &view() { return m_view; }
    [[nodiscard]] const ChartView &view() const { return m_view; }

    /// What is shown, as a picture of the size would show it.
    [[nodiscard]] timeline::ChartRequest request(QSizeF size) const;
    /// As painted last.
    [[nodiscard]] const timeline::Scene &scene() const { return m_scene; }
    /// What the frame painted last took.
    [[nodiscard]] std::chrono::nanoseconds frameTime() const { return m_frameTime; }

    [[nodiscard]] timeline::AxisMode axis() const { return m_view.axis(); }
    /// Everything, again; until the next zoom the range follows the horizon.
    void fit();
    /// Around the now-line when it is visible, else around the middle. More than 1 is closer.
    void zoom(double factor);
    void zoomAt(double position, double factor, int gesture);
    /// By a share of what is visible; more than 0 is later.
    void pan(double share);
    /// Larger type for the far end of the room.
    void setMagnified(bool magnified);
    /// Lanes of queues, locks... below the others: all that there are, or none.
    void showResources(bool shown);
    [[nodiscard]] bool resourcesShown() const;
    /// Selects the span and scrolls to where it can be seen.
    void reveal(const ChartView::Selection &selection);
    /// Arrows that explain the selected span: indices of Spans::wakeups(), and who waits for whom. Nothing: its cause
    /// and effects again. Until something else is selected.
    void explain(std::vector<std::size_t> chain, WaitRing ring);
    [[nodiscard]] const WaitRing &ring() const { return m_ring; }
    /// For dragging the ends of sleeps; not owned.
    void setSleepDrag(SleepDrag *drag) { m_sleepDrag = drag; }
    [[nodiscard]] SleepDrag *sleepDrag() const { return m_sleepDrag; }

    /// For the context menu; not owned.
    void setNoteEditor(NoteEditor *editor) { m_noteEditor = editor; }
    [[nodiscard]] NoteEditor *noteEditor() const { return m_noteEditor; }

    [[nodiscard]] timeline::AxisLimits limits() const;
    [[nodiscard]] timeline::AxisRange visible() const;
    [[nodiscard]] const timeline::Plot *plotAt(QPointF point) const;
    [[nodiscard]] double nowPosition() const;
    [[nodiscard]] int scroll() const;
    void setScroll(int pixels);
    /// The facts of what is there, for a tooltip.
    [[nodiscard]] QString factsAt(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override { return {900, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {400, 200}; }

Q_SIGNALS:
    /// Distance of the charts' frames from the edge, in pixels: what stands below can be aligned with them.
    void marginChanged(int margin);
    void laneSelected(std::size_t run, coroscope::ActorId actor);
    /// The pointer is over a lane; ActorId::None: over none.
    void laneHovered(std::size_t run, coroscope::ActorId actor);
    /// Somebody wants to see the run as it is after the event.
    void eventChosen(std::size_t run, coroscope::EventIndex event);
    void laidOut();
    /// Somebody asks why this gap is there.
    void whyAsked(const coroscope::ChartView::Selection &gap);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void reset();
    void showMoment();
    void showSelection();
    void invalidate();
    void layOut();
    [[nodiscard]] timeline::ChartRequest requestAt(QSizeF size, double typeScale) const;
    [[nodiscard]] double typeScale() const;
    void followHolder();
    void showScrollBar();
    void addRun(timeline::ChartRequest &request, std::size_t run) const;
    [[nodiscard]] double widest() const;
    [[nodiscard]] double endlessEnd(const timeline::ChartRequest &request) const;
    [[nodiscard]] bool walks(const QKeyEvent &event) const;
    void walk(int key);
    void scrollTo(const ChartView::Selection &selection);

    const Stage &m_stage;
    const Appearance &m_appearance;
    ChartView m_view;
    std::unique_ptr<ChartMouse> m_mouse;
    SleepDrag *m_sleepDrag = nullptr;
    NoteEditor *m_noteEditor = nullptr;
    QScrollBar *m_scroll;
    timeline::Scene m_scene;
    std::vector<std::size_t> m_emphasized; ///< cause and effects of what is selected
    WaitRing m_ring;
    std::chrono::nanoseconds m_frameTime{};
    int m_margin = 0;
    double m_squeeze = 1; ///< of the type, so that more lanes find room
    int m_basePoints;     ///< the window's type that goes with a chart of the usual size
    bool m_magnified = false;
    bool m_walking = false;
    bool m_stale = true;
    bool m_moved = false; ///< to another moment since it was laid out
};

} // namespace coroscope
