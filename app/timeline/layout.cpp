// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/layout.h"

#include "app/timeline/arrows.h"
#include "app/timeline/axismap.h"
#include "app/timeline/canvas.h"
#include "app/timeline/chrome.h"
#include "app/timeline/frame.h"
#include "app/timeline/lanelayout.h"
#include "app/timeline/legend.h"

#include <algorithm>
#include <cmath>

namespace coroscope::timeline {

namespace {

constexpr std::size_t kMostRounded =
    400; ///< round corners are drawn with antialiasing, which thousands cannot afford

Viewport viewportOf(const PanelFrame &panel, AxisRange range)
{
    return {range, panel.area.left(), std::max(1.0, panel.area.width())};
}

void layoutRun(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t index,
               AxisRange range)
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
    for (std::size_t row = first; row < panel.rows.size(); ++row) {
        const double top =
            panel.lanes.top() - panel.scroll + static_cast<double>(row) * frame.laneHeight;
        if (top >= panel.lanes.bottom())
            break;
        visible.emplace_back(panel.rows[row], QRectF(panel.lanes.left(), top, panel.lanes.width(),
                                                     frame.laneHeight));
    }
    for (const auto &[actor, lane] : visible)
        chrome.layoutLane(actor, lane);
    chrome.layoutThreadName();
    chrome.layoutAxis();
    LaneLayout(canvas, request.theme, run, map, shape, frame.sizes.unit, {index, thread, thread})
        .layoutThread();
    for (const auto &[actor, lane] : visible) {
        QRectF clip = lane.intersected(panel.lanes);
        clip.setLeft(panel.area.left());
        clip.setRight(panel.area.right());
        LaneLayout(canvas, request.theme, run, map, shape, frame.sizes.unit, {index, lane, clip})
            .layoutActor(actor);
    }
    layoutArrows(canvas, request, frame, index, map);
    chrome.layoutNowLine();
    canvas.scene().plots.push_back(
        {panel.panel, panel.area,
         QRectF(panel.area.left(), panel.lanes.top(), panel.area.width(), panel.lanes.height()),
         viewport, panel.contentHeight});
}

double endOf(const RunView &run, AxisMode axis)
{
    const Spans &spans = *run.spans;
    if (axis == AxisMode::Steps)
        return std::max(1.0, stepPosition(spans, ~EventIndex(0)));
    const double end = static_cast<double>(nanosecondsOf(spans.end()));
    return end > 0 ? end : 1e6; // all at one instant: any scale will do
}

} // namespace

Scene layoutChart(const ChartRequest &request)
{
    Scene scene;
    scene.size = request.size;
    scene.background = request.theme.background;
    Canvas canvas(scene);
    const Frame frame(request);
    scene.maxScroll = frame.maxScroll;
    scene.naturalHeight = frame.naturalHeight;
    if (!request.title.isEmpty()) {
        const int size = frame.sizes.pictureTitle;
        const QString title = elidedText(request.title, size, true, frame.titleRect.width());
        canvas.text(Canvas::Back,
                    {frame.titleRect.left() + 4, baseline(frame.titleRect.center().y(), size)},
                    title, size, request.theme.text, Text::Anchor::Start, true);
    }
    const AxisRange range = request.visible.value_or(wholeRange(request));
    for (std::size_t run = 0; run < request.runs.size(); ++run)
        layoutRun(canvas, request, frame, run, range);
    if (request.legend)
        layoutLegend(canvas, request.theme, frame);
    auto &bars = canvas.layer(Canvas::Bars).boxes;
    if (bars.size() > kMostRounded)
        std::for_each(bars.begin(), bars.end(), [](Box &bar) { bar.radius = 0; });
    return scene;
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
    return {.whole = wholeRange(request),
            .shortest = request.axis == AxisMode::Steps ? 4.0 : 100.0};
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
    // What the main program does outside every loop counts as steps too.
    const auto &steps = spans.steps();
    const auto &main = spans.lanes().front().spans;
    const auto stepsBefore = std::lower_bound(steps.begin(), steps.end(), cursor) - steps.begin();
    const auto blocksBefore =
        std::partition_point(main.begin(), main.end(),
                             [cursor](const Span &s) { return s.first < cursor; })
        - main.begin();
    return static_cast<double>(stepsBefore + blocksBefore);
}

double fontScaleFor(QSizeF size)
{
    return std::clamp(std::min(size.width() / 1600, size.height() / 900), 0.6, 4.0);
}

} // namespace coroscope::timeline
