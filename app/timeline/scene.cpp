// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/scene.h"

#include <algorithm>

namespace coroscope::timeline {

QRectF Text::bounds() const
{
    const double left = anchor == Anchor::Start ? at.x() : anchor == Anchor::End ? at.x() - width : at.x() - width / 2;
    return {left, at.y() - 0.76 * pixelSize, width, 1.0 * pixelSize};
}

std::optional<Hit> hitTest(const Scene &scene, QPointF point)
{
    const auto hit = std::find_if(scene.hits.rbegin(), scene.hits.rend(),
                                  [point](const Hit &candidate) { return candidate.rect.contains(point); });
    if (hit == scene.hits.rend())
        return std::nullopt;
    return *hit;
}

} // namespace coroscope::timeline
