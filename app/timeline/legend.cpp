// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/legend.h"

#include "app/timeline/bars.h"
#include "app/timeline/words.h"

#include <array>

namespace coroscope::timeline {

namespace {

std::array<QString, 4> stateNames()
{
    return {Words::tr("holds the thread"), Words::tr("blocks"),
            Words::tr("ready, denied the thread"), Words::tr("awaiting")};
}

/// Calls `place(index, column position, row)` for each entry; returns the number of rows.
template<class Place>
int eachEntry(const Sizes &sizes, double width, Place place)
{
    const auto names = stateNames();
    double x = 6 * sizes.unit;
    int row = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double wide = 44 * sizes.unit + textWidth(names[i], sizes.legend);
        if (x + wide > width && x > 6 * sizes.unit) {
            x = 6 * sizes.unit;
            ++row;
        }
        place(i, std::round(x), row);
        x += wide + 44 * sizes.unit;
    }
    return row + 1;
}

void swatch(Canvas &canvas, const Theme &theme, std::size_t state, const QRectF &rect,
            BarStyle style)
{
    Layer &layer = canvas.layer(Canvas::Back);
    const QColor color = theme.tasks.front();
    const QRectF thin =
        rect.adjusted(0, std::round(rect.height() / 5), 0, -std::round(rect.height() / 5));
    switch (state) {
    case 0:
        layer.boxes.push_back(runningBar(rect, color, theme, style));
        break;
    case 1:
        layer.boxes.push_back(blockingBar(rect, color, theme, style));
        layer.hatches.push_back(blockingHatch(layer.boxes.back(), style));
        break;
    case 2:
        layer.boxes.push_back(starvedBar(rect.adjusted(0, 2, 0, -2), theme, style));
        layer.hatches.push_back(starvedHatch(layer.boxes.back(), style));
        break;
    default:
        layer.boxes.push_back(awaitingBar(thin, theme));
        break;
    }
}

} // namespace

int legendRows(const Sizes &sizes, double width)
{
    return eachEntry(sizes, width, [](std::size_t, double, int) {});
}

void layoutLegend(Canvas &canvas, const Theme &theme, const Frame &frame)
{
    if (frame.legendRect.isEmpty())
        return;
    const Sizes &sizes = frame.sizes;
    const auto names = stateNames();
    eachEntry(sizes, frame.legendRect.width(), [&](std::size_t i, double x, int row) {
        const double middle = frame.legendRect.top() + (row + 0.5) * sizes.legendRow;
        const double height = std::round(24 * sizes.unit);
        const QRectF rect(frame.legendRect.left() + x, std::round(middle - height / 2),
                          std::round(34 * sizes.unit), height);
        swatch(canvas, theme, i, rect, {.stroke = std::max(1.0, sizes.unit)});
        canvas.text(Canvas::Back,
                    {rect.right() + std::round(10 * sizes.unit), baseline(middle, sizes.legend)},
                    names[i], sizes.legend, theme.text);
    });
}

} // namespace coroscope::timeline
