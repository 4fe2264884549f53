// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/preset.h"

#include "app/timeline/layout.h"

#include <array>

namespace coroscope::formats {

namespace {

/// A column of 85 mm with 700 pixels: its lane names are of 7.6 points, which is what captions
/// have.
constexpr std::array kPresets{
    Preset{"slide-16:9", {1920, 1080}, false, 0, 0},
    Preset{"slide-4:3", {1440, 1080}, false, 0, 0},
    Preset{"column", {700, 525}, true, 1, 85},
};

} // namespace

void Preset::apply(timeline::SheetRequest &sheet) const
{
    sheet.chart.size = size;
    sheet.chart.fontScale = fontScale > 0 ? fontScale : timeline::fontScaleFor(size);
    sheet.fitHeight = fitHeight;
    sheet.fill = !fitHeight;
}

std::optional<Preset> presetOf(const QString &id)
{
    for (const Preset &preset : kPresets) {
        if (id == QLatin1String(preset.id))
            return preset;
    }
    return std::nullopt;
}

QStringList presetIds()
{
    QStringList ids;
    for (const Preset &preset : kPresets)
        ids << QString::fromLatin1(preset.id);
    return ids;
}

} // namespace coroscope::formats
