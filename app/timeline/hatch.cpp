// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/hatch.h"

#include <cmath>

namespace coroscope::timeline {

namespace {

/// x + y or x - y: constant along a stripe's edges.
double across(QPointF p, bool rising)
{
    return rising ? p.x() + p.y() : p.x() - p.y();
}

/// Sutherland and Hodgman's step: the part of a convex polygon where sign * (across - bound) >= 0.
QPolygonF cut(const QPolygonF &polygon, bool rising, double bound, double sign)
{
    QPolygonF result;
    result.reserve(polygon.size() + 2);
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        const double da = sign * (across(a, rising) - bound);
        const double db = sign * (across(b, rising) - bound);
        if (da >= 0)
            result.append(a);
        if ((da > 0 && db < 0) || (da < 0 && db > 0))
            result.append(a + (b - a) * (da / (da - db)));
    }
    return result;
}

} // namespace

std::vector<QPolygonF> stripesOf(const Hatch &hatch)
{
    std::vector<QPolygonF> stripes;
    const QRectF &r = hatch.rect;
    if (r.isEmpty())
        return stripes;
    const QPolygonF whole{r.topLeft(), r.topRight(), r.bottomRight(), r.bottomLeft()};
    const double least = hatch.rising ? r.left() + r.top() : r.left() - r.bottom();
    const double most = hatch.rising ? r.right() + r.bottom() : r.right() - r.top();
    for (double at = std::floor(least / hatch.period) * hatch.period; at < most; at += hatch.period) {
        QPolygonF stripe = cut(cut(whole, hatch.rising, at, 1), hatch.rising, at + hatch.stripe, -1);
        if (stripe.size() > 2)
            stripes.push_back(std::move(stripe));
    }
    return stripes;
}

} // namespace coroscope::timeline
