// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/axis_map.h"
#include "app/timeline/canvas.h"
#include "app/timeline/frame.h"

#include <utility>
#include <vector>

namespace coroscope::timeline {

/// What stands around the spans of one run: panel, title, verdict, grid, axis, lane names,
/// now-line.
class Chrome {
public:
    Chrome(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run, const AxisMap &map);

    void layoutPanel();
    void layoutAxis();
    void layoutThreadName();
    /// A lane's separator, name, selection and hits.
    void layoutLane(ActorId actor, const QRectF &lane);
    /// The lane of a resource: separator, name and hit.
    void layoutResource(ResourceId resource, const QRectF &lane);
    /// Dims the lanes but that of who has the thread.
    void layoutSpotlight(const std::vector<std::pair<ActorId, QRectF>> &lanes);
    void layoutMeasure();
    /// On the clock axis not left of `least`, in pixels.
    void layoutNowLine(double least);
    /// What has happened lies left of the now-line, though the pins of an instant fan out to its right: where they end.
    [[nodiscard]] double behindLastPin() const;

private:
    /// Whose the items are that were added last.
    void stamp(ItemKey::Part part, std::uint32_t lane = 0, std::size_t span = 0);
    void gridLine(double x, const QString &label, double &labelEnd);
    void clockAxis();
    [[nodiscard]] ActorId holder() const;
    void stepsAxis();
    void name(const QString &text, const QRectF &lane, bool bold, const QColor &color);
    void separator(const QRectF &lane, const QRectF &seen);

    Canvas &m_canvas;
    const ChartRequest &m_request;
    const RunView &m_run;
    const Frame &m_frame;
    const PanelFrame &m_panel;
    const AxisMap &m_map;
    std::size_t m_index;
};

} // namespace coroscope::timeline
