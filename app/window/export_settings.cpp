// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_settings.h"

#include "app/export/preset.h"
#include "app/timeline/describe.h"
#include "app/timeline/layout.h"

#include <algorithm>

namespace coroscope {

using timeline::ChartRequest;
using timeline::Theme;

namespace {

template <class Choice>
void readChoice(const QSettings &settings, const char *key, Choice &choice, Choice last)
{
    const int number = settings.value(QLatin1String(key), static_cast<int>(choice)).toInt();
    if (number >= 0 && number <= static_cast<int>(last))
        choice = static_cast<Choice>(number);
}

/// The runs as they are at their ends.
void showWhole(ChartRequest &chart)
{
    std::optional<Duration> first;
    for (timeline::RunView &run : chart.runs) {
        const Duration length = run.spans->end().time_since_epoch();
        run.cursor = ~EventIndex(0);
        run.now = kNever;
        run.verdict = timeline::verdictText(length, first);
        run.verdictWorse = first && length > *first;
        first = first.value_or(length);
    }
}

std::optional<formats::Preset> presetOf(ExportSettings::Size size)
{
    switch (size) {
    case ExportSettings::Size::Slide169: return formats::presetOf(QStringLiteral("slide-16:9"));
    case ExportSettings::Size::Slide43: return formats::presetOf(QStringLiteral("slide-4:3"));
    case ExportSettings::Size::Column: return formats::presetOf(QStringLiteral("column"));
    default: return std::nullopt;
    }
}

} // namespace

void ExportSettings::read(const QSettings &settings)
{
    readChoice(settings, "export/output", output, Output::Page);
    readChoice(settings, "export/size", size, Size::Custom);
    readChoice(settings, "export/look", look, Look::Print);
    readChoice(settings, "export/range", range, Range::Visible);
    const QSize written = settings.value(QStringLiteral("export/custom"), custom).toSize();
    custom = written.expandedTo({320, 240}).boundedTo({8192, 8192});
    scale = std::clamp(settings.value(QStringLiteral("export/scale"), scale).toInt(), 1, 4);
    speed = std::clamp(settings.value(QStringLiteral("export/speed"), speed).toDouble(), 0.1, 10.0);
    legend = settings.value(QStringLiteral("export/legend"), legend).toBool();
    table = settings.value(QStringLiteral("export/table"), table).toBool();
    console = settings.value(QStringLiteral("export/console"), console).toBool();
    notes = settings.value(QStringLiteral("export/notes"), notes).toBool();
}

void ExportSettings::write(QSettings &settings) const
{
    settings.setValue(QStringLiteral("export/output"), static_cast<int>(output));
    settings.setValue(QStringLiteral("export/size"), static_cast<int>(size));
    settings.setValue(QStringLiteral("export/look"), static_cast<int>(look));
    settings.setValue(QStringLiteral("export/range"), static_cast<int>(range));
    settings.setValue(QStringLiteral("export/custom"), custom);
    settings.setValue(QStringLiteral("export/scale"), scale);
    settings.setValue(QStringLiteral("export/speed"), speed);
    settings.setValue(QStringLiteral("export/legend"), legend);
    settings.setValue(QStringLiteral("export/table"), table);
    settings.setValue(QStringLiteral("export/console"), console);
    settings.setValue(QStringLiteral("export/notes"), notes);
}

bool ExportSettings::animated() const
{
    return output == Output::Apng || output == Output::AnimatedSvg || output == Output::Webp;
}

QString ExportSettings::suffix() const
{
    switch (output) {
    case Output::Png: return QStringLiteral("png");
    case Output::Svg:
    case Output::AnimatedSvg: return QStringLiteral("svg");
    case Output::Pdf: return QStringLiteral("pdf");
    case Output::Apng: return QStringLiteral("apng");
    case Output::Webp: return QStringLiteral("webp");
    case Output::Page: return QStringLiteral("html");
    case Output::Steps: break;
    }
    return {};
}

timeline::SheetRequest ExportSettings::sheetOf(const Shown &shown) const
{
    timeline::SheetRequest sheet{.chart = shown.chart, .table = table, .console = console};
    ChartRequest &chart = sheet.chart;
    chart.legend = legend;
    chart.title = title;
    chart.scroll = 0; // nobody can scroll a picture: rather, its type gets smaller
    chart.leastType = 0;
    chart.signs.reset();
    chart.legendLine = false;
    if (range == Range::Whole)
        showWhole(chart);
    for (timeline::RunView &run : chart.runs)
        run.notes = notes ? run.notes : nullptr;
    if (range != Range::Visible)
        chart.visible.reset();
    if (look != Look::AsShown)
        chart.theme = Theme::of(look == Look::Light  ? Theme::Id::Light
                                : look == Look::Dark ? Theme::Id::Dark
                                                     : Theme::Id::Print);
    if (const auto preset = presetOf(size)) {
        preset->apply(sheet);
    } else if (size == Size::AsShown) {
        sheet.fitHeight = table || console; // as high as shown leaves no room for them
    } else if (size == Size::Custom) {
        chart.size = custom;
        chart.fontScale = timeline::fontScaleFor(chart.size);
    }
    return sheet;
}

formats::ExportTask ExportSettings::taskOf(const Shown &shown, const QString &path) const
{
    static constexpr formats::PictureFormat kFormats[] = {
        formats::PictureFormat::Png,  formats::PictureFormat::Svg,         formats::PictureFormat::Pdf,
        formats::PictureFormat::Apng, formats::PictureFormat::AnimatedSvg, formats::PictureFormat::Webp,
        formats::PictureFormat::Png,  formats::PictureFormat::Png};
    const auto preset = presetOf(size);
    formats::ExportTask task;
    task.sheet = sheetOf(shown);
    task.path = path;
    task.format = kFormats[static_cast<std::size_t>(output)];
    task.steps = output == Output::Steps;
    task.options = {.scale = static_cast<double>(scale),
                    .title = title.isEmpty() ? shown.name : title,
                    .width = preset ? preset->width : 0};
    task.pace.speed = speed;
    return task;
}

} // namespace coroscope
