// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/legend.h"

#include "app/timeline/bars.h"
#include "app/timeline/words.h"

#include <array>

namespace coroscope::timeline {

namespace {

/// In the order of the legend: what matters least stands last.
constexpr std::array kSigns{Sign::Holds, Sign::Blocks, Sign::Denied,    Sign::Awaits,    Sign::Ready,
                            Sign::Done,  Sign::Failed, Sign::Cancelled, Sign::SideBySide};
constexpr double kIndent = 6;  ///< all at a font scale of 1
constexpr double kSwatch = 34; ///< wide
constexpr double kWords = 10;  ///< from a swatch to its name
constexpr double kRoomy = 44;  ///< between entries
constexpr double kClose = 18;

struct Names {
    QString full;
    QString brief;
};

Names namesOf(Sign sign)
{
    switch (sign) {
    case Sign::Holds: return {Words::tr("holds the thread"), Words::tr("runs")};
    case Sign::Blocks: return {Words::tr("blocks"), Words::tr("blocks")};
    case Sign::Denied: return {Words::tr("ready, denied the thread"), Words::tr("denied")};
    case Sign::Awaits: return {Words::tr("awaiting"), Words::tr("awaits")};
    case Sign::Ready: return {Words::tr("ready"), Words::tr("ready")};
    case Sign::Done: return {Words::tr("done", "a task"), Words::tr("done", "a task")};
    case Sign::Failed: return {Words::tr("exception"), Words::tr("exception")};
    case Sign::Cancelled: return {Words::tr("cancelled", "a task"), Words::tr("cancelled", "a task")};
    case Sign::SideBySide: break;
    }
    return {Words::tr("side by side: steps of one instant, in order"), Words::tr("steps of one instant")};
}

double swatchWidth(Sign sign, const Sizes &sizes)
{
    return isMark(sign) ? textWidth(markOf(sign), sizes.mark, true) : std::round(kSwatch * sizes.unit);
}

/// Entries that would begin a second row are left out when there may be only one.
std::vector<LegendEntry> place(Signs signs, const Sizes &sizes, double width, double gap, bool brief)
{
    std::vector<LegendEntry> entries;
    double x = kIndent * sizes.unit;
    int row = 0;
    for (const Sign sign : kSigns) {
        if (!signs.has(sign))
            continue;
        const Names names = namesOf(sign);
        const QString &name = brief ? names.brief : names.full;
        const double wide = swatchWidth(sign, sizes) + kWords * sizes.unit + textWidth(name, sizes.legend);
        if (x + wide > width && x > kIndent * sizes.unit) {
            x = kIndent * sizes.unit;
            ++row;
        }
        entries.push_back({sign, name, std::round(x), row});
        x += wide + gap * sizes.unit;
    }
    return entries;
}

void swatch(Canvas &canvas, const Theme &theme, Sign sign, const QRectF &rect, BarStyle style)
{
    Layer &layer = canvas.layer(Canvas::Back);
    const QColor color = theme.tasks.front();
    const QRectF thin = rect.adjusted(0, std::round(rect.height() / 5), 0, -std::round(rect.height() / 5));
    switch (sign) {
    case Sign::Holds: layer.boxes.push_back(runningBar(rect, color, theme, style)); break;
    case Sign::Blocks:
        layer.boxes.push_back(blockingBar(rect, color, theme, style));
        layer.hatches.push_back(blockingHatch(layer.boxes.back(), style));
        break;
    case Sign::Denied:
        layer.boxes.push_back(starvedBar(rect.adjusted(0, 2, 0, -2), theme, style));
        layer.hatches.push_back(starvedHatch(layer.boxes.back(), style));
        break;
    case Sign::Ready: layer.boxes.push_back(readyBar(thin, theme)); break;
    case Sign::SideBySide: {
        const double pin = std::round(rect.width() / 3.5);
        for (std::size_t i = 0; i < 3; ++i) {
            const QRectF one(rect.left() + static_cast<double>(i) * (pin + 1), rect.top(), pin, rect.height());
            layer.boxes.push_back(runningBar(one, theme.tasks[i], theme, style));
        }
        break;
    }
    default: layer.boxes.push_back(awaitingBar(thin, theme)); break;
    }
}

} // namespace

Signs Signs::all()
{
    Signs signs;
    for (const Sign sign : kSigns)
        signs.add(sign);
    return signs;
}

std::vector<LegendEntry> planLegend(Signs signs, const Sizes &sizes, double width, bool oneLine)
{
    std::vector<LegendEntry> entries = place(signs, sizes, width, kRoomy, false);
    const auto fits = [&entries] { return entries.empty() || entries.back().row == 0; };
    if (!fits())
        entries = place(signs, sizes, width, kClose, false);
    if (fits() || !oneLine)
        return entries;
    entries = place(signs, sizes, width, kClose, true);
    std::erase_if(entries, [](const LegendEntry &entry) { return entry.row > 0; });
    return entries;
}

void layoutLegend(Canvas &canvas, const Theme &theme, const Frame &frame)
{
    if (frame.legendRect.isEmpty())
        return;
    const Sizes &sizes = frame.sizes;
    for (const LegendEntry &entry : frame.legend) {
        const double middle = frame.legendRect.top() + (entry.row + 0.5) * sizes.legendRow;
        const double height = std::round(24 * sizes.unit);
        const QRectF rect(frame.legendRect.left() + entry.left, std::round(middle - height / 2),
                          swatchWidth(entry.sign, sizes), height);
        if (isMark(entry.sign))
            canvas.text(Canvas::Back, {rect.left(), baseline(middle, sizes.mark)}, markOf(entry.sign), sizes.mark,
                        markColor(entry.sign, theme), Text::Anchor::Start, true);
        else
            swatch(canvas, theme, entry.sign, rect, {.stroke = std::max(1.0, sizes.unit)});
        canvas.text(Canvas::Back, {rect.right() + std::round(kWords * sizes.unit), baseline(middle, sizes.legend)},
                    entry.name, sizes.legend, theme.text);
        canvas.stamp({.part = ItemKey::Part::Legend, .span = static_cast<std::uint64_t>(entry.sign)});
    }
}

} // namespace coroscope::timeline
