// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/wait_ring.h"

#include <algorithm>
#include <optional>

namespace coroscope {

namespace {

constexpr double kApart = 0.7;  ///< of a lane's height, from arrow to arrow
constexpr double kInset = 0.18; ///< of a lane's height, from its middle
constexpr double kHead = 0.22;
constexpr double kWidth = 3;

std::optional<double> middleOf(const timeline::Scene &scene, std::size_t run, ActorId actor)
{
    const auto name = std::ranges::find_if(scene.hits, [&](const timeline::Hit &hit) {
        return hit.kind == timeline::Hit::Kind::LaneName && hit.run == run && hit.actor == actor;
    });
    return name == scene.hits.end() ? std::nullopt : std::optional(name->rect.center().y());
}

} // namespace

void drawRing(timeline::Scene &scene, const WaitRing &ring, std::size_t run, const QColor &color)
{
    if (run >= scene.plots.size() || scene.layers.empty())
        return;
    const timeline::Plot &plot = scene.plots[run];
    timeline::Layer &layer = scene.layers.back();
    const double lane = plot.laneHeight;
    double x = plot.area.right() - kApart * lane / 2;
    for (const auto &[from, to] : ring) {
        const auto begin = middleOf(scene, run, from);
        const auto end = middleOf(scene, run, to);
        if (!begin || !end)
            continue;
        const double down = *end > *begin ? 1 : -1;
        const QPointF tail(x, *begin + down * kInset * lane);
        const QPointF tip(x, *end - down * kInset * lane);
        const QPointF neck(x, tip.y() - down * kHead * lane);
        layer.lines.push_back({tail, neck, color, kWidth});
        const QPointF across(kHead * lane / 2, 0);
        layer.shapes.push_back({QPolygonF{tip, neck + across, neck - across}, color});
        x -= kApart * lane;
    }
}

} // namespace coroscope
