// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/frame.h"

#include "app/timeline/bars.h"
#include "app/timeline/describe.h"
#include "app/timeline/legend.h"
#include "app/timeline/typeface.h"
#include "app/timeline/words.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace coroscope::timeline {

namespace {

constexpr double kMostForNames = 0.36;      ///< of the width
constexpr std::size_t kMeasuredNames = 200; ///< a run: enough to find how wide names are
constexpr qsizetype kTitleLines = 2;
constexpr double kLeastLanes = 3;       ///< visible at least, however low the picture
constexpr double kLowest = 15;          ///< a lane that has to be visible so
constexpr double kSmallestTitles = 0.6; ///< of their size, over lanes that lack room

/// The column of names: the same in all panels, so that their axes are one.
double nameColumn(const ChartRequest &request, const Sizes &sizes, const std::vector<PanelFrame> &panels)
{
    double widest = 0;
    for (std::size_t run = 0; run < panels.size(); ++run) {
        const auto &rows = panels[run].rows;
        for (std::size_t i = 0; i < std::min(rows.size(), kMeasuredNames); ++i)
            widest = std::max(widest, textWidth(laneName(request.runs[run], rows[i]), sizes.name));
        for (const ResourceId resource : panels[run].resources)
            widest = std::max(widest, textWidth(resourceName(request.runs[run], resource), sizes.name));
    }
    const double least = 150 * sizes.unit;
    const double most = std::max(least, kMostForNames * request.size.width());
    return std::round(std::clamp(widest + 40 * sizes.unit, least, most));
}

/// Where lanes lack room, titles and axes take no more than their type needs.
void tighten(Sizes &sizes)
{
    sizes.header = std::min(sizes.header, std::round(1.65 * sizes.title));
    sizes.ruler = std::min(sizes.ruler, std::round(1.75 * sizes.axis));
    sizes.gap = std::min(sizes.gap, std::round(8 * sizes.unit));
}

/// And where that is not enough their type becomes smaller, down to that of the words in bars: large titles over lanes
/// whose names nobody can read help nobody. `lacking`: pixels a panel.
void shrinkTitles(Sizes &sizes, double lacking)
{
    const double part = std::clamp(1 - lacking / (sizes.header + sizes.ruler), kSmallestTitles, 1.0);
    sizes.title = std::max(sizes.reason, static_cast<int>(std::lround(part * sizes.title)));
    sizes.axis = std::max(sizes.sleep, static_cast<int>(std::lround(part * sizes.axis)));
    tighten(sizes);
}

/// Shares `room` among the panels: each gets what it needs or, when that is too much, as much as
/// the others.
std::vector<double> shares(const std::vector<double> &needs, double room)
{
    std::vector<double> given(needs.size(), 0);
    std::vector<std::size_t> order(needs.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return needs[a] < needs[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double fair = room / static_cast<double>(order.size() - i);
        given[order[i]] = std::min(needs[order[i]], fair);
        room -= given[order[i]];
    }
    return given;
}

/// Where not all lanes of a panel find room, whole ones are seen; what that leaves makes one more lane where one lacks.
void showWholeLanes(std::vector<double> &heights, const std::vector<double> &needs, double lane)
{
    double left = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const double whole = std::min(needs[i], std::floor(heights[i] / lane) * lane);
        left += heights[i] - whole;
        heights[i] = whole;
    }
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (heights[i] < needs[i] && left >= lane) {
            heights[i] += lane;
            left -= lane;
        }
    }
}

/// Lanes in the order chosen by hand; those not mentioned stay behind them as they are.
void reorder(std::vector<ActorId> &rows, const LaneChoice &choice)
{
    std::unordered_map<ActorId, std::size_t> places;
    for (const ActorId actor : choice.order)
        places.emplace(actor, places.size());
    const auto place = [&](ActorId actor) {
        const auto found = places.find(actor);
        return found == places.end() ? places.size() : found->second;
    };
    std::erase_if(rows, [&](ActorId actor) {
        return std::find(choice.hidden.begin(), choice.hidden.end(), actor) != choice.hidden.end();
    });
    std::stable_sort(rows.begin(), rows.end(), [&](ActorId a, ActorId b) { return place(a) < place(b); });
}

} // namespace

Sizes::Sizes(double fontScale, int leastType)
    : unit(fontScale), margin(std::round(12 * unit)), gap(std::round(14 * unit)), header(std::round(46 * unit)),
      ruler(std::round(40 * unit)), lane(std::round(66 * unit)),
      leastLane(std::max(std::round(22 * unit), LaneShape::leastHeight(leastType))), pin(std::round(9 * unit)),
      legendRow(std::round(38 * unit))
{
    const auto type = [&](double pixels) {
        return std::max({8, leastType, static_cast<int>(std::lround(pixels * unit))});
    };
    pictureTitle = type(28);
    title = type(22);
    name = type(22);
    axis = type(18);
    reason = type(16);
    sleep = type(15);
    mark = type(26);
    legend = type(17);
}

Frame::Frame(const ChartRequest &request, Signs signs) : sizes(request.fontScale, request.leastType)
{
    double top = sizes.margin;
    if (!request.title.isEmpty()) {
        const double width = request.size.width() - 2 * sizes.margin;
        title = wrappedText(request.title, sizes.pictureTitle, width - 4, request.wrapTitles ? kTitleLines : 1,
                            Qt::ElideRight);
        titleRect = {sizes.margin, top, width,
                     std::round(44 * sizes.unit)
                         + (static_cast<double>(title.size()) - 1) * lineHeight(sizes.pictureTitle)};
        top = titleRect.bottom() + std::round(4 * sizes.unit);
    }
    double bottom = request.size.height() - sizes.margin;
    if (request.legend) {
        const double width = request.size.width() - 2 * sizes.margin;
        legend = planLegend(signs, sizes, width, request.legendLine);
        const double height = legend.empty() ? 0 : (legend.back().row + 1) * sizes.legendRow;
        legendRect = {sizes.margin, bottom - height, width, height};
        bottom -= height + std::round(6 * sizes.unit);
    }
    placePanels(request, top, bottom);
    if (request.legend && !panels.empty()) {
        const double below = panels.back().panel.bottom() + std::round(6 * sizes.unit);
        if (below > legendRect.top() + 1)
            legendRect = {}; // the lanes that have to be seen need its room
        else
            legendRect.moveTop(below);
    }
}

void Frame::placePanels(const ChartRequest &request, double top, double bottom)
{
    if (request.runs.empty())
        return;
    double lanes = 0;
    for (const RunView &run : request.runs) {
        panels.emplace_back().rows = rowsOf(run);
        panels.back().resources = resourcesOf(run);
        lanes += 1 + static_cast<double>(panels.back().rowCount());
    }
    const double oneLine = sizes.header;
    placeTitles(request);
    const auto count = static_cast<double>(panels.size());
    const auto rest = [&] { return count * (sizes.header + sizes.ruler) + (count - 1) * sizes.gap; };
    naturalHeight = top + rest() + lanes * sizes.lane + request.size.height() - bottom;
    const auto lacking = [&] { return lanes * sizes.leastLane - (bottom - top - rest()); };
    if (lacking() > 0) {
        sizes.header = oneLine;
        tighten(sizes);
        if (lacking() > 0)
            shrinkTitles(sizes, lacking() / count);
        placeTitles(request);
    }
    const double chrome = sizes.header + sizes.ruler;
    const double room = bottom - top - rest();
    const double forLeast = std::floor(room / (count * kLeastLanes));
    const double least = std::clamp(forLeast, std::min(kLowest * sizes.unit, sizes.leastLane), sizes.leastLane);
    laneHeight = std::floor(std::clamp(room / lanes, least, request.mostGrowth * sizes.lane));

    std::vector<double> needs;
    for (const PanelFrame &panel : panels)
        needs.push_back((1 + static_cast<double>(panel.rowCount())) * laneHeight);
    std::vector<double> heights = shares(needs, room);
    showWholeLanes(heights, needs, laneHeight);

    const double names = nameColumn(request, sizes, panels);
    double y = top;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        PanelFrame &frame = panels[i];
        const double height = std::floor(std::max(heights[i], std::min(needs[i], kLeastLanes * laneHeight)));
        const double left = sizes.margin;
        const double width = request.size.width() - 2 * sizes.margin;
        frame.panel = {left, y, width, chrome + height};
        frame.thread = {left, y + sizes.header, width, laneHeight};
        frame.lanes = {left, frame.thread.bottom(), width, height - laneHeight};
        frame.area = {left + names, frame.thread.top(), width - names - std::round(16 * sizes.unit), height};
        frame.contentHeight = needs[i] - laneHeight;
        const double most = std::max(0.0, frame.contentHeight - frame.lanes.height());
        frame.scroll = std::clamp(std::round(request.scroll), 0.0, most);
        maxScroll = std::max(maxScroll, most);
        y = frame.panel.bottom() + sizes.gap;
    }
}

/// In the middle is cut, where that has to be: what tells two runs of a lesson apart stands at the end ("– now:
/// blocking=no").
void Frame::placeTitles(const ChartRequest &request)
{
    const double width = request.size.width() - 2 * sizes.margin - 3 * std::round(16 * sizes.unit);
    qsizetype most = 1;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const RunView &run = request.runs[i];
        const double room = width - textWidth(run.verdict, sizes.title, true);
        panels[i].title =
            wrappedText(run.title, sizes.title, room, request.wrapTitles ? kTitleLines : 1, Qt::ElideMiddle);
        most = std::max(most, panels[i].title.size());
    }
    sizes.header += (static_cast<double>(most) - 1) * lineHeight(sizes.title);
}

std::vector<ActorId> rowsOf(const RunView &run)
{
    const auto &lanes = run.spans->lanes();
    std::vector<ActorId> rows;
    std::vector<ActorId> workers;
    const auto &main = lanes.front().spans;
    const EventIndex known = std::max({run.cursor, run.known, run.reserved});
    if (!main.empty() && main.front().first < known)
        rows.push_back(ActorId::Main);
    for (std::size_t i = 1; i < lanes.size() && lanes[i].createdBy < known; ++i)
        (lanes[i].kind == ActorKind::Worker ? workers : rows).push_back(lanes[i].actor);
    rows.insert(rows.end(), workers.begin(), workers.end());
    if (!run.lanes.order.empty() || !run.lanes.hidden.empty())
        reorder(rows, run.lanes);
    return rows;
}

std::vector<ResourceId> resourcesOf(const RunView &run)
{
    std::vector<ResourceId> rows;
    for (const ResourceId resource : run.lanes.resources) {
        const LevelTrack *track = run.levels ? run.levels->track(resource) : nullptr;
        if (track && track->createdBy < std::max({run.cursor, run.known, run.reserved}))
            rows.push_back(resource);
    }
    return rows;
}

QString laneName(const RunView &run, ActorId actor)
{
    if (run.describer)
        return run.describer->lane(actor);
    const std::string &label = run.spans->lane(actor).label;
    if (actor == ActorId::Main && label.empty())
        return Words::tr("main program");
    return QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
}

QString resourceName(const RunView &run, ResourceId resource)
{
    return run.describer ? run.describer->resource(resource) : Describer(*run.spans).resource(resource);
}

} // namespace coroscope::timeline
