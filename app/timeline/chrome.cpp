// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/chrome.h"

#include "app/timeline/bars.h"
#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/ruler.h"
#include "app/timeline/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

constexpr float kVeil = 0.45F; ///< over dimmed lanes; what means something keeps a contrast of 3:1

/// "0.5 s – 1.5 s   Δ 1 s"
QString measureText(AxisRange range, AxisMode mode, bool loops)
{
    const auto part = [mode](double position) {
        return mode == AxisMode::Clock ? durationText(Duration(std::llround(position)))
                                       : QLocale().toString(std::lround(position));
    };
    const QString length = mode == AxisMode::Clock
                               ? part(range.length())
                               : Words::tr("%n steps", nullptr, static_cast<int>(std::lround(range.length())));
    const QString text = QStringLiteral("%1 – %2   Δ %3").arg(part(range.begin), part(range.end), length);
    return loops ? QStringLiteral("⟳ ") + text : text;
}

} // namespace

Chrome::Chrome(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run, const AxisMap &map)
    : m_canvas(canvas), m_request(request), m_run(request.runs[run]), m_frame(frame), m_panel(frame.panels[run]),
      m_map(map), m_index(run)
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
    const double verdict = textWidth(m_run.verdict, sizes.title, true);
    const double line = lineHeight(sizes.title);
    const auto lines = static_cast<double>(m_panel.title.size());
    const double y = baseline(panel.top() + sizes.header / 2 - (lines - 1) * line / 2, sizes.title);
    for (qsizetype i = 0; i < m_panel.title.size(); ++i)
        m_canvas.text(Canvas::Back, {panel.left() + pad, y + static_cast<double>(i) * line}, m_panel.title[i],
                      sizes.title, theme.text, Text::Anchor::Start, true);
    if (m_run.verdictKnown && verdict > 0 && verdict < panel.width() - 2 * pad)
        m_canvas.text(Canvas::Back, {panel.right() - pad, y}, m_run.verdict, sizes.title,
                      m_run.verdictWorse ? theme.worseText : theme.text, Text::Anchor::End, true);
    stamp(ItemKey::Part::Panel);
}

void Chrome::stamp(ItemKey::Part part, std::uint32_t lane, std::size_t span)
{
    m_canvas.stamp({.part = part, .run = static_cast<std::uint16_t>(m_index), .lane = lane, .span = span});
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
    std::size_t count = 0;
    for (const Tick &tick : clockTicks(m_map.viewport(), 120 * m_frame.sizes.unit)) {
        gridLine(m_map.viewport().toPixel(tick.position), tick.label, labelEnd);
        stamp(ItemKey::Part::Tick, 0, count++);
    }
}

/// A line, with the time, where the clock moves between two steps.
void Chrome::stepsAxis()
{
    const Viewport &view = m_map.viewport();
    const auto &thread = m_run.spans->thread();
    double labelEnd = -1e300;
    auto span = std::partition_point(thread.begin(), thread.end(),
                                     [&](const Span &s) { return m_map.left(s) < view.left - 0.5; });
    while (span != thread.end() && m_map.happened(span->first) && m_map.left(*span) <= view.right()) {
        const double x = m_map.left(*span);
        if (m_map.beginsHold(*span) && (span == thread.begin() || std::prev(span)->begin != span->begin))
            gridLine(x, durationText(span->begin - Instant{}), labelEnd);
        stamp(ItemKey::Part::Tick, 0, static_cast<std::size_t>(span - thread.begin()));
        span = std::partition_point(span + 1, thread.end(), [&](const Span &s) { return m_map.left(s) < x + 0.5; });
    }
}

void Chrome::gridLine(double x, const QString &label, double &labelEnd)
{
    const Sizes &sizes = m_frame.sizes;
    const QRectF &area = m_panel.area;
    x = std::round(x);
    if (x < area.left() || x > area.right())
        return;
    m_canvas.layer(Canvas::Back).lines.push_back({{x, area.top()}, {x, area.bottom()}, m_request.theme.grid, 1});
    const double half = textWidth(label, sizes.axis) / 2;
    if (x - half < labelEnd + 8 * sizes.unit || x + half > m_panel.panel.right() - 4)
        return;
    labelEnd = x + half;
    const double y = baseline(area.bottom() + sizes.ruler * 0.52, sizes.axis);
    m_canvas.text(Canvas::Back, {x, y}, label, sizes.axis, m_request.theme.mutedText, Text::Anchor::Middle);
}

void Chrome::name(const QString &text, const QRectF &lane, bool bold, const QColor &color)
{
    const int size = LaneShape(m_frame.laneHeight, m_frame.sizes.unit).name;
    const double right = m_panel.area.left() - std::round(14 * m_frame.sizes.unit);
    const double room = right - m_panel.panel.left() - std::round(12 * m_frame.sizes.unit);
    const QPointF at(right, baseline(lane.center().y(), size));
    const QRectF &window = lane == m_panel.thread ? m_panel.thread : m_panel.lanes;
    if (at.y() - 0.76 * size >= window.top() && at.y() + 0.24 * size <= window.bottom())
        m_canvas.text(Canvas::Back, at, elidedText(text, size, bold, room, Qt::ElideMiddle), size, color,
                      Text::Anchor::End, bold);
}

void Chrome::layoutThreadName()
{
    const QRectF &lane = m_panel.thread;
    m_canvas.layer(Canvas::Back).lines.push_back({lane.topLeft(), lane.topRight(), m_request.theme.border, 1});
    name(Words::tr("thread"), lane, true, m_request.theme.text);
    stamp(ItemKey::Part::Lane, ItemKey::kThread);
}

void Chrome::layoutLane(ActorId actor, const QRectF &lane)
{
    const Theme &theme = m_request.theme;
    const QRectF seen = lane.intersected(m_panel.lanes);
    const bool selected = actor == m_request.selected && m_index == m_request.selectedRun;
    if (selected) {
        const QRectF tint = seen.adjusted(1, 0, -1, 0);
        m_canvas.layer(Canvas::Back).boxes.push_back({.rect = tint, .fill = theme.selection});
        const QRectF edge(tint.left(), tint.top(), std::round(5 * m_frame.sizes.unit), tint.height());
        m_canvas.layer(Canvas::Back).boxes.push_back({.rect = edge, .fill = theme.accent});
    }
    separator(lane, seen);
    if (m_run.spans->lane(actor).createdBy < std::max(m_run.cursor, m_run.known) || actor == ActorId::Main)
        name(laneName(m_run, actor), lane, selected, theme.text);
    stamp(ItemKey::Part::Lane, raw(actor));
    const double split = m_panel.area.left();
    m_canvas.scene().hits.push_back(
        {QRectF(seen.topLeft(), QPointF(split, seen.bottom())), Hit::Kind::LaneName, m_index, actor, 0, 0});
    m_canvas.scene().hits.push_back({QRectF(QPointF(split, seen.top()), QPointF(m_panel.area.right(), seen.bottom())),
                                     Hit::Kind::Lane, m_index, actor, 0, 0});
}

void Chrome::separator(const QRectF &lane, const QRectF &seen)
{
    if (lane.top() >= seen.top())
        m_canvas.layer(Canvas::Back).lines.push_back({seen.topLeft(), seen.topRight(), m_request.theme.border, 1});
}

void Chrome::layoutResource(ResourceId resource, const QRectF &lane)
{
    const QRectF seen = lane.intersected(m_panel.lanes);
    separator(lane, seen);
    name(resourceName(m_run, resource), lane, false, m_request.theme.mutedText);
    stamp(ItemKey::Part::Resource, raw(resource));
    Hit hit{seen, Hit::Kind::Resource, m_index};
    hit.resource = resource;
    m_canvas.scene().hits.push_back(hit);
}

/// Who has the thread at the cursor.
ActorId Chrome::holder() const
{
    const auto &thread = m_run.spans->thread();
    const auto after =
        std::partition_point(thread.begin(), thread.end(), [this](const Span &s) { return s.first < m_run.cursor; });
    const bool holds = after != thread.begin() && std::prev(after)->last >= m_run.cursor;
    return holds ? std::prev(after)->by : ActorId::None;
}

void Chrome::layoutSpotlight(const std::vector<std::pair<ActorId, QRectF>> &lanes)
{
    const ActorId lit = m_request.spotlight ? holder() : ActorId::None;
    if (lit == ActorId::None)
        return;
    QColor veil = m_request.theme.panel;
    veil.setAlphaF(kVeil);
    for (const auto &[actor, lane] : lanes) {
        const QRectF seen = lane.intersected(m_panel.lanes).adjusted(1, 1, -1, 0);
        if (actor != lit && !seen.isEmpty())
            m_canvas.layer(Canvas::Front).boxes.push_back({.rect = seen, .fill = veil});
        stamp(ItemKey::Part::Spotlight, raw(actor));
    }
}

void Chrome::layoutMeasure()
{
    if (!m_request.measured)
        return;
    const AxisRange range = *m_request.measured;
    const Viewport &view = m_map.viewport();
    const Theme &theme = m_request.theme;
    const QRectF &area = m_panel.area;
    const double left = std::clamp(std::round(view.toPixel(range.begin)), area.left(), area.right());
    const double right = std::clamp(std::round(view.toPixel(range.end)), area.left(), area.right());
    QColor tint = theme.accent;
    tint.setAlphaF(0.14F);
    Layer &front = m_canvas.layer(Canvas::Front);
    front.boxes.push_back({.rect = {left, area.top(), right - left, area.height()}, .fill = tint});
    for (const double x : {left, right})
        front.lines.push_back({{x, area.top()}, {x, area.bottom()}, theme.accent, 2});
    const QString words = measureText(range, m_map.mode(), m_request.measureLoops);
    const int size = m_frame.sizes.axis;
    const double width = textWidth(words, size, true) + 20 * m_frame.sizes.unit;
    const double x = std::clamp((left + right - width) / 2, area.left(), std::max(area.left(), area.right() - width));
    const QRectF box(std::round(x), area.bottom() + 2, width, std::round(1.5 * size)); // over the axis: lanes stay seen
    front.boxes.push_back(
        {.rect = box, .fill = theme.panel, .line = theme.accent, .lineWidth = 2, .frame = Box::Frame::Solid});
    m_canvas.text(Canvas::Front, {box.center().x(), baseline(box.center().y(), size)}, words, size, theme.text,
                  Text::Anchor::Middle, true);
    stamp(ItemKey::Part::Measure);
}

double Chrome::behindLastPin() const
{
    const auto &thread = m_run.spans->thread();
    auto last =
        std::partition_point(thread.begin(), thread.end(), [this](const Span &s) { return s.first < m_run.cursor; });
    while (last != thread.begin() && !m_map.beginsHold(*std::prev(last)))
        --last;
    if (last == thread.begin())
        return m_panel.area.left();
    const Span &hold = *std::prev(last);
    const PinSlot pin = m_map.slot(hold);
    const double right = m_map.viewport().toPixel(hold.begin) + pin.offset + std::max(pin.width, m_map.pinWidth())
                         + std::max(2.0, std::round(2 * m_frame.sizes.unit));
    return m_map.viewport().toPixel(hold.begin) < m_panel.area.left() ? m_panel.area.left() : right;
}

void Chrome::layoutNowLine(double least)
{
    if (m_run.now == kNever)
        return;
    const bool clock = m_map.mode() == AxisMode::Clock;
    const double x = std::round(clock ? std::max(m_map.viewport().toPixel(m_run.now), least) : m_map.nowPixel());
    const double width = std::max(2.0, std::round(3 * m_frame.sizes.unit));
    const QRectF &area = m_panel.area;
    if (x < area.left() || x > area.right())
        return;
    const QRectF line(x - std::floor(width / 2), area.top() - std::round(4 * m_frame.sizes.unit), width,
                      area.height() + std::round(4 * m_frame.sizes.unit));
    m_canvas.layer(Canvas::Front).boxes.push_back({.rect = line, .fill = m_request.theme.nowLine});
    stamp(ItemKey::Part::NowLine);
}

} // namespace coroscope::timeline
