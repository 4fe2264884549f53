// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/chrome.h"

#include "app/timeline/bars.h"
#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/ruler.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::timeline {

Chrome::Chrome(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run,
               const AxisMap &map)
    : m_canvas(canvas),
      m_request(request),
      m_run(request.runs[run]),
      m_frame(frame),
      m_panel(frame.panels[run]),
      m_map(map),
      m_index(run)
{
}

void Chrome::layoutPanel()
{
    const Theme &theme = m_request.theme;
    const Sizes &sizes = m_frame.sizes;
    const QRectF &panel = m_panel.panel;
    Box box{.rect = panel, .fill = theme.panel, .line = theme.border, .lineWidth = 1, .radius = 6};
    box.frame = Box::Frame::Solid;
    m_canvas.layer(Canvas::Back).boxes.push_back(box);
    m_canvas.scene().hits.push_back({m_panel.area, Hit::Kind::Plot, m_index, ActorId::None, 0, 0});

    const double pad = std::round(16 * sizes.unit);
    const double y = baseline(panel.top() + sizes.header / 2, sizes.title);
    const double verdict = textWidth(m_run.verdict, sizes.title, true);
    const double room = panel.width() - 3 * pad - verdict;
    m_canvas.text(Canvas::Back, {panel.left() + pad, y},
                  elidedText(m_run.title, sizes.title, true, room), sizes.title, theme.text,
                  Text::Anchor::Start, true);
    if (verdict > 0 && verdict < panel.width() - 2 * pad)
        m_canvas.text(Canvas::Back, {panel.right() - pad, y}, m_run.verdict, sizes.title,
                      m_run.verdictWorse ? theme.worseText : theme.text, Text::Anchor::End, true);
}

void Chrome::layoutAxis()
{
    if (m_map.mode() == AxisMode::Steps)
        stepsAxis();
    else
        clockAxis();
}

void Chrome::clockAxis()
{
    double labelEnd = -1e300;
    for (const Tick &tick : clockTicks(m_map.viewport(), 120 * m_frame.sizes.unit))
        gridLine(m_map.viewport().toPixel(tick.position), tick.label, labelEnd);
}

/// A line, with the time, where the clock moves between two steps.
void Chrome::stepsAxis()
{
    const Viewport &view = m_map.viewport();
    const auto &thread = m_run.spans->thread();
    double labelEnd = -1e300;
    auto span = std::partition_point(thread.begin(), thread.end(), [&](const Span &s) {
        return m_map.left(s) < view.left - 0.5;
    });
    while (span != thread.end() && m_map.happened(span->first)
           && m_map.left(*span) <= view.right()) {
        const double x = m_map.left(*span);
        if (m_map.beginsHold(*span)
            && (span == thread.begin() || std::prev(span)->begin != span->begin))
            gridLine(x, durationText(span->begin - Instant{}), labelEnd);
        span = std::partition_point(span + 1, thread.end(),
                                    [&](const Span &s) { return m_map.left(s) < x + 0.5; });
    }
}

void Chrome::gridLine(double x, const QString &label, double &labelEnd)
{
    const Sizes &sizes = m_frame.sizes;
    const QRectF &area = m_panel.area;
    x = std::round(x);
    if (x < area.left() || x > area.right())
        return;
    m_canvas.layer(Canvas::Back)
        .lines.push_back({{x, area.top()}, {x, area.bottom()}, m_request.theme.grid, 1});
    const double half = textWidth(label, sizes.axis) / 2;
    if (x - half < labelEnd + 8 * sizes.unit || x + half > m_panel.panel.right() - 4)
        return;
    labelEnd = x + half;
    const double y = baseline(area.bottom() + sizes.ruler * 0.52, sizes.axis);
    m_canvas.text(Canvas::Back, {x, y}, label, sizes.axis, m_request.theme.mutedText,
                  Text::Anchor::Middle);
}

void Chrome::name(const QString &text, const QRectF &lane, bool bold, const QColor &color)
{
    const int size = LaneShape(m_frame.laneHeight, m_frame.sizes.unit).name;
    const double right = m_panel.area.left() - std::round(14 * m_frame.sizes.unit);
    const double room = right - m_panel.panel.left() - std::round(12 * m_frame.sizes.unit);
    const QPointF at(right, baseline(lane.center().y(), size));
    const QRectF &window = lane == m_panel.thread ? m_panel.thread : m_panel.lanes;
    if (at.y() - 0.76 * size >= window.top() && at.y() + 0.24 * size <= window.bottom())
        m_canvas.text(Canvas::Back, at, elidedText(text, size, bold, room), size, color,
                      Text::Anchor::End, bold);
}

void Chrome::layoutThreadName()
{
    const QRectF &lane = m_panel.thread;
    m_canvas.layer(Canvas::Back)
        .lines.push_back({lane.topLeft(), lane.topRight(), m_request.theme.border, 1});
    name(QCoreApplication::translate("Timeline", "thread"), lane, true, m_request.theme.text);
}

void Chrome::layoutLane(ActorId actor, const QRectF &lane)
{
    const Theme &theme = m_request.theme;
    const QRectF seen = lane.intersected(m_panel.lanes);
    const bool selected = actor == m_request.selected && m_index == m_request.selectedRun;
    if (selected) {
        const QRectF tint = seen.adjusted(1, 0, -1, 0);
        m_canvas.layer(Canvas::Back).boxes.push_back({.rect = tint, .fill = theme.selection});
        const QRectF edge(tint.left(), tint.top(), std::round(5 * m_frame.sizes.unit),
                          tint.height());
        m_canvas.layer(Canvas::Back).boxes.push_back({.rect = edge, .fill = theme.accent});
    }
    if (lane.top() >= seen.top())
        m_canvas.layer(Canvas::Back)
            .lines.push_back({seen.topLeft(), seen.topRight(), theme.border, 1});
    name(laneName(m_run, actor), lane, selected, theme.text);
    const double split = m_panel.area.left();
    m_canvas.scene().hits.push_back({QRectF(seen.topLeft(), QPointF(split, seen.bottom())),
                                     Hit::Kind::LaneName, m_index, actor, 0, 0});
    m_canvas.scene().hits.push_back(
        {QRectF(QPointF(split, seen.top()), QPointF(m_panel.area.right(), seen.bottom())),
         Hit::Kind::Lane, m_index, actor, 0, 0});
}

void Chrome::layoutNowLine()
{
    if (m_run.now == kNever)
        return;
    const bool clock = m_map.mode() == AxisMode::Clock;
    const double x = std::round(clock ? m_map.viewport().toPixel(m_run.now) : m_map.nowPixel());
    const double width = std::max(2.0, std::round(3 * m_frame.sizes.unit));
    const QRectF &area = m_panel.area;
    if (x < area.left() || x > area.right())
        return;
    const QRectF line(x - std::floor(width / 2), area.top() - std::round(4 * m_frame.sizes.unit),
                      width, area.height() + std::round(4 * m_frame.sizes.unit));
    m_canvas.layer(Canvas::Front).boxes.push_back({.rect = line, .fill = m_request.theme.nowLine});
}

} // namespace coroscope::timeline
