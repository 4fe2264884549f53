// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/layout.h"

#include "app/timeline/arrows.h"
#include "app/timeline/axis_map.h"
#include "app/timeline/canvas.h"
#include "app/timeline/chrome.h"
#include "app/timeline/frame.h"
#include "app/timeline/lane_layout.h"
#include "app/timeline/legend.h"
#include "app/timeline/note_layout.h"
#include "app/timeline/resource_lane.h"
#include "core/model/endless.h"

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

constexpr double kEndlessRoom = 1.25;     ///< where somebody waits for ever, more than the end of the run is seen
constexpr std::size_t kMostRounded = 400; ///< round corners are drawn with antialiasing, which thousands cannot afford

constexpr int kMostPasses = 3;

Viewport viewportOf(const PanelFrame &panel, AxisRange range)
{
    return {range, panel.area.left(), std::max(1.0, panel.area.width())};
}

/// A frame around the selected span, found again among what has been laid out.
void frameSelected(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run)
{
    if (!request.selectedSpan || run != request.selectedRun)
        return;
    for (const Hit &hit : canvas.scene().hits) {
        if (hit.run != run || hit.kind != Hit::Kind::Span || hit.actor != request.selected
            || *request.selectedSpan < hit.span || *request.selectedSpan >= hit.span + hit.count)
            continue;
        const double width = std::max(2.0, std::round(2.5 * frame.sizes.unit));
        Box box{.rect = hit.rect.adjusted(-width - 1, -width - 1, width + 1, width + 1),
                .line = request.theme.accent,
                .lineWidth = width};
        box.frame = Box::Frame::Solid;
        if (Canvas::clip(box, frame.panels[run].area))
            canvas.layer(Canvas::Arrows).boxes.push_back(box);
        canvas.stamp({.part = ItemKey::Part::Selected, .run = static_cast<std::uint16_t>(run)});
        return;
    }
}

void layoutRun(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t index, AxisRange range,
               double nowLine)
{
    const RunView &run = request.runs[index];
    const PanelFrame &panel = frame.panels[index];
    const Viewport viewport = viewportOf(panel, range);
    const AxisMap map(run, request.axis, viewport, frame.sizes.pin);
    const LaneShape shape(frame.laneHeight, frame.sizes.unit);
    Chrome chrome(canvas, request, frame, index, map);
    chrome.layoutPanel();

    const QRectF thread(QPointF(panel.area.left(), panel.thread.top()),
                        QPointF(panel.area.right(), panel.thread.bottom()));
    const auto first = static_cast<std::size_t>(panel.scroll / frame.laneHeight);
    std::vector<std::pair<ActorId, QRectF>> visible;
    std::vector<std::pair<ResourceId, QRectF>> resources;
    for (std::size_t row = first; row < panel.rowCount(); ++row) {
        const double top = panel.lanes.top() - panel.scroll + static_cast<double>(row) * frame.laneHeight;
        if (top >= panel.lanes.bottom())
            break;
        const QRectF lane(panel.lanes.left(), top, panel.lanes.width(), frame.laneHeight);
        if (row < panel.rows.size())
            visible.emplace_back(panel.rows[row], lane);
        else
            resources.emplace_back(panel.resources[row - panel.rows.size()], lane);
    }
    for (const auto &[actor, lane] : visible)
        chrome.layoutLane(actor, lane);
    for (const auto &[resource, lane] : resources)
        chrome.layoutResource(resource, lane);
    chrome.layoutThreadName();
    chrome.layoutAxis();
    LaneLayout(canvas, request.theme, run, map, shape, frame.sizes.unit, {index, thread, thread}).layoutThread();
    const auto seen = [&panel](const QRectF &lane) {
        QRectF clip = lane.intersected(panel.lanes);
        clip.setLeft(panel.area.left());
        clip.setRight(panel.area.right());
        return clip;
    };
    for (const auto &[actor, lane] : visible)
        LaneLayout(canvas, request.theme, run, map, shape, frame.sizes.unit, {index, lane, seen(lane)})
            .layoutActor(actor);
    for (const auto &[resource, lane] : resources) {
        layoutResource(canvas, request.theme, run, map, shape, resource, lane, seen(lane));
        canvas.stamp({.part = ItemKey::Part::Resource,
                      .run = static_cast<std::uint16_t>(index),
                      .lane = raw(resource),
                      .span = 1});
    }
    frameSelected(canvas, request, frame, index);
    layoutArrows(canvas, request, frame, index, map);
    chrome.layoutSpotlight(visible);
    chrome.layoutMeasure();
    chrome.layoutNowLine(nowLine);
    NoteLayout(canvas, request, frame, index, map, visible).layout();
    canvas.scene().plots.push_back(
        {panel.panel, panel.area,
         QRectF(panel.area.left(), panel.lanes.top(), panel.area.width(), panel.lanes.height()), viewport,
         panel.contentHeight, frame.laneHeight, panel.scroll});
}

/// Runs on one axis have one now-line: right of what has happened in each of them.
double behindLastPins(Canvas &canvas, const ChartRequest &request, const Frame &frame, AxisRange range)
{
    double behind = 0;
    for (std::size_t run = 0; run < request.runs.size() && request.axis == AxisMode::Clock; ++run) {
        const AxisMap map(request.runs[run], request.axis, viewportOf(frame.panels[run], range), frame.sizes.pin);
        behind = std::max(behind, Chrome(canvas, request, frame, run, map).behindLastPin());
    }
    return behind;
}

double endOf(const RunView &run, AxisMode axis)
{
    const Spans &spans = *run.spans;
    const double room = hasEndlessWaits(spans) ? kEndlessRoom : 1;
    if (axis == AxisMode::Steps)
        return std::max(1.0, room * stepPosition(spans, ~EventIndex(0)));
    const double end = static_cast<double>(nanosecondsOf(spans.end()));
    return end > 0 ? room * end : 1e6; // all at one instant: any scale will do
}

} // namespace

namespace {

Scene layoutWith(const ChartRequest &request, Signs named)
{
    Scene scene;
    scene.size = request.size;
    scene.background = request.theme.background;
    Canvas canvas(scene);
    const Frame frame(request, named);
    scene.maxScroll = frame.maxScroll;
    scene.naturalHeight = frame.naturalHeight;
    const int size = frame.sizes.pictureTitle;
    double y = baseline(frame.titleRect.top() + std::round(22 * frame.sizes.unit), size);
    for (const QString &line : frame.title) {
        canvas.text(Canvas::Back, {frame.titleRect.left() + 4, y}, line, size, request.theme.text, Text::Anchor::Start,
                    true);
        y += lineHeight(size);
    }
    canvas.stamp({});
    const AxisRange range = request.visible.value_or(wholeRange(request));
    const double nowLine = behindLastPins(canvas, request, frame, range);
    for (std::size_t run = 0; run < request.runs.size(); ++run)
        layoutRun(canvas, request, frame, run, range, nowLine);
    if (request.legend)
        layoutLegend(canvas, request.theme, frame);
    auto &bars = canvas.layer(Canvas::Bars).boxes;
    if (bars.size() > kMostRounded)
        std::for_each(bars.begin(), bars.end(), [](Box &bar) { bar.radius = 0; });
    return scene;
}

} // namespace

/// What is to be seen is known once it is laid out, and the legend takes room: then all is laid out again.
Scene layoutChart(const ChartRequest &request)
{
    if (request.signs)
        return layoutWith(request, *request.signs);
    Scene scene = layoutWith(request, Signs::all());
    for (int pass = 0; request.legend && pass < kMostPasses; ++pass) {
        const Signs seen = scene.signs;
        scene = layoutWith(request, seen);
        if (scene.signs == seen)
            break;
    }
    return scene;
}

AxisMode usualAxis(const std::vector<RunView> &runs)
{
    const bool timeless =
        std::all_of(runs.begin(), runs.end(), [](const RunView &run) { return run.spans->end() == Instant{}; });
    return timeless && !runs.empty() ? AxisMode::Steps : AxisMode::Clock;
}

AxisRange wholeRange(const ChartRequest &request)
{
    double end = 0;
    for (const RunView &run : request.runs)
        end = std::max(end, endOf(run, request.axis));
    return fitted(end > 0 ? end : 1e9);
}

AxisLimits axisLimits(const ChartRequest &request)
{
    return {.whole = wholeRange(request), .shortest = request.axis == AxisMode::Steps ? 4.0 : 100.0};
}

EventIndex cursorAt(const Trace &trace, Instant now)
{
    EventIndex first = 0;
    EventIndex last = trace.size();
    while (first < last) {
        const EventIndex middle = first + (last - first) / 2;
        if (trace[middle].at() <= now)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

double stepPosition(const Spans &spans, EventIndex cursor)
{
    const auto &steps = spans.steps();
    return static_cast<double>(std::lower_bound(steps.begin(), steps.end(), cursor) - steps.begin());
}

double fontScaleFor(QSizeF size)
{
    return std::clamp(std::min(size.width() / 1600, size.height() / 900), 0.6, 4.0);
}

} // namespace coroscope::timeline
