// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/offscreen.h"
#include "app/cli/python_source.h"
#include "app/cli/run_page.h"
#include "app/cli/source.h"
#include "app/cli/trace_picture.h"
#include "app/export/export_job.h"
#include "app/export/preset.h"
#include "app/readers/nearest.h"
#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/sheet.h"
#include "app/timeline/slice_layout.h"
#include "app/words/language.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <optional>

namespace coroscope::cli {

namespace {

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

using formats::ExportTask;
using formats::PictureFormat;
using timeline::ChartRequest;
using timeline::SheetRequest;

timeline::RunView viewOf(const FinishedRun &chart, std::optional<Instant> at)
{
    timeline::RunView view;
    view.spans = &chart.spans;
    view.describer = &chart.describer;
    view.title = chart.source.title;
    if (!at)
        return view;
    view.cursor = timeline::cursorAt(chart.source.trace(), *at);
    view.now = std::min(*at, chart.spans.end());
    view.reserved = chart.spans.eventsRead(); // the frame is that of the run's end
    view.verdictKnown = view.cursor >= chart.spans.eventsRead() && view.now >= chart.spans.end();
    return view;
}

Duration lengthOf(const FinishedRun &chart)
{
    return chart.spans.end().time_since_epoch();
}

void compare(ChartRequest &request, const FinishedRuns &charts)
{
    const Duration first = lengthOf(*charts.front());
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const Duration length = lengthOf(*charts[i]);
        request.runs[i].verdict = timeline::verdictText(length, i == 0 ? std::nullopt : std::optional(first));
        request.runs[i].verdictWorse = length > first;
    }
}

timeline::Theme themeOf(const QString &name)
{
    if (name == QLatin1String("dark"))
        return timeline::Theme::dark();
    return name == QLatin1String("print") ? timeline::Theme::print() : timeline::Theme::light();
}

SheetRequest sheetOf(const Options &options, const FinishedRuns &charts)
{
    SheetRequest sheet;
    ChartRequest &request = sheet.chart;
    std::optional<Instant> at;
    if (const auto seconds = options.number(QStringLiteral("at"), 0, 1e9))
        at = Instant(fromSeconds(*seconds));
    for (const auto &chart : charts)
        request.runs.push_back(viewOf(*chart, at));
    request.theme = themeOf(options.value(QStringLiteral("theme")));
    request.title = options.value(QStringLiteral("title"));
    const QStringList with = options.list(QStringLiteral("with"), {QStringLiteral("legend"), QStringLiteral("table"),
                                                                   QStringLiteral("console"), QStringLiteral("notes")});
    request.legend = with.contains(QStringLiteral("legend"));
    sheet.table = with.contains(QStringLiteral("table"));
    sheet.console = with.contains(QStringLiteral("console"));
    for (std::size_t i = 0; i < charts.size() && with.contains(QStringLiteral("notes")); ++i)
        request.runs[i].notes = &charts[i]->source.info.notes;
    const QString axis = options.value(QStringLiteral("axis"));
    if (axis.isEmpty())
        request.axis = timeline::usualAxis(request.runs);
    else if (axis == QLatin1String("steps"))
        request.axis = timeline::AxisMode::Steps;
    return sheet;
}

/// Without a size: as wide as a window, as high as it needs.
void setSize(SheetRequest &sheet, const Options &options)
{
    const auto size = options.size(QStringLiteral("size"));
    const auto preset = formats::presetOf(options.value(QStringLiteral("preset")));
    if (size && preset)
        throw badUsage(ExportText::tr("either --size or --preset, not both"));
    sheet.chart.size = size.value_or(QSize(1280, 720));
    sheet.chart.fontScale = timeline::fontScaleFor(sheet.chart.size);
    sheet.fitHeight = !size;
    if (preset)
        preset->apply(sheet);
}

/// "run.html" and the like: the player.
bool isPage(const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return suffix == QLatin1String("html") || suffix == QLatin1String("htm");
}

PictureFormat formatOf(const Options &options, const QString &file)
{
    const auto format = formats::pictureFormat(file);
    if (!format)
        throw badUsage(ExportText::tr("--output must end in .png, .svg, .pdf, .apng, .webp or .html, not %1")
                           .arg(formats::quoted(QFileInfo(file).fileName())));
    if (!options.has(QStringLiteral("animate")))
        return *format;
    if (*format == PictureFormat::Pdf)
        throw badUsage(ExportText::tr("a PDF cannot be animated; .svg, .apng and .webp can"));
    return *format == PictureFormat::Svg   ? PictureFormat::AnimatedSvg
           : *format == PictureFormat::Png ? PictureFormat::Apng
                                           : *format;
}

/// What --output asks for, and what --frames does.
std::vector<ExportTask> tasksOf(const Options &options)
{
    std::vector<ExportTask> tasks;
    if (const QString file = options.value(QStringLiteral("output")); !file.isEmpty()) {
        ExportTask &task = tasks.emplace_back();
        task.path = file;
        task.format = formatOf(options, file);
    }
    if (const QString folder = options.value(QStringLiteral("frames")); !folder.isEmpty()) {
        ExportTask &task = tasks.emplace_back();
        task.path = folder;
        task.steps = true;
    }
    if (tasks.empty())
        throw badUsage(
            ExportText::tr("export needs --output FILE.png, .svg, .pdf, .apng, .webp or .html, or --frames FOLDER"));
    const double scale = options.number(QStringLiteral("scale"), 0.25, 8).value_or(1);
    const double speed = options.number(QStringLiteral("speed"), 0.01, 1000).value_or(1);
    for (ExportTask &task : tasks) {
        task.options.scale = scale;
        task.pace.speed = speed;
    }
    return tasks;
}

void make(const ExportTask &task)
{
    formats::ExportJob job(task);
    if (job.tooLong())
        throw badUsage(task.steps
                           ? ExportText::tr("the run has %1 steps; at most %2 pictures are made")
                                 .arg(job.total())
                                 .arg(job.kMostPictures)
                           : ExportText::tr("the animation would have %1 pictures; a higher --speed makes it shorter")
                                 .arg(job.total()));
    const Interruption interruption;
    while (job.advance() && !Interruption::asked()) {
    }
    if (Interruption::asked())
        throw Failure{Status::Unwritable, ExportText::tr("stopped; nothing was written")};
    if (const auto written = job.finish(); !written.ok())
        throw unwritable(written.error);
}

/// Another program's trace.
Status exportSlices(const Options &options, const std::vector<ExportTask> &tasks, const Source &source)
{
    const TracePicture picture(options, source);
    const Offscreen platform;
    setLanguage(options.value(QStringLiteral("lang")));
    timeline::SliceRequest request = picture.request();
    request.theme = themeOf(options.value(QStringLiteral("theme")));
    for (const ExportTask &task : tasks) {
        const formats::PictureOptions wanted{
            .scale = task.options.scale, .title = request.title, .width = picture.width()};
        const auto written = formats::writePicture(task.path, timeline::layoutSlices(request), task.format, wanted);
        if (!written.ok())
            throw unwritable(written.error);
    }
    return Status::Done;
}

/// The run as a page that plays it.
Status exportPage(const Options &options)
{
    for (const char *option : {"animate", "frames", "at", "size", "preset", "scale", "with", "speed", "theme"})
        if (options.has(QLatin1String(option)))
            throw badUsage(
                ExportText::tr("--%1 is for pictures; a page is read in a browser").arg(QLatin1String(option)));
    std::vector<Source> sources = openCompared(options);
    if (sources.front().slices())
        throw badUsage(
            ExportText::tr("a page is made of runs; %1 is a trace of another program").arg(sources.front().file));
    const FinishedRuns charts = finishedRuns(std::move(sources));
    const Offscreen platform;
    setLanguage(options.value(QStringLiteral("lang")));
    formats::PageRequest request = pageOf(charts);
    request.title = options.value(QStringLiteral("title"));
    if (const QString axis = options.value(QStringLiteral("axis")); !axis.isEmpty())
        request.axis = axis == QLatin1String("steps") ? timeline::AxisMode::Steps : timeline::AxisMode::Clock;
    const auto written = formats::writeFile(options.value(QStringLiteral("output")), madePage(request));
    if (!written.ok())
        throw unwritable(written.error);
    return charts.front()->source.uncaught() ? Status::Uncaught : Status::Done;
}

Status exportPicture(const Options &options)
{
    if (isPage(options.value(QStringLiteral("output"))))
        return exportPage(options);
    std::vector<ExportTask> tasks = tasksOf(options);
    std::vector<Source> sources = openCompared(options);
    if (sources.front().slices())
        return exportSlices(options, tasks, sources.front());
    refuseTraceOptions(options);
    const FinishedRuns charts = finishedRuns(std::move(sources));
    SheetRequest sheet = sheetOf(options, charts);
    setSize(sheet, options);
    const auto preset = formats::presetOf(options.value(QStringLiteral("preset")));
    const Offscreen platform;
    setLanguage(options.value(QStringLiteral("lang")));
    compare(sheet.chart, charts); // numbers are written as the language does
    for (ExportTask &task : tasks) {
        task.sheet = sheet;
        task.options.title = sheet.chart.title.isEmpty() ? charts.front()->source.title : sheet.chart.title;
        task.options.width = preset ? preset->width : 0;
        make(task);
    }
    return charts.front()->source.uncaught() ? Status::Uncaught : Status::Done;
}

OptionForm option(const char *name, const char *value, const QString &help, const QStringList &choices = {})
{
    return {QLatin1String(name), QLatin1String(value), help, choices};
}

} // namespace

Command exportCommand()
{
    return {
        {.name = QStringLiteral("export"),
         .argument = QStringLiteral("ID|FILE"),
         .help = ExportText::tr("Draws a run as a picture, or as a page that plays it."),
         .options =
             QList<OptionForm>{
                 option(
                     "output", "FILE",
                     ExportText::tr(
                         "a picture: FILE.png, .svg, .pdf; an animation: .apng, .webp; a page that plays the run: .html")),
                 option("animate", "", ExportText::tr("an SVG or PNG that moves")),
                 option("speed", "N", ExportText::tr("how fast an animation is (1: as fast as the run)")),
                 option("frames", "FOLDER", ExportText::tr("a numbered PNG for each step")),
                 option("compare", "ID|FILE[,ID|FILE]", ExportText::tr("draws these runs below it, on the same axis")),
                 setOption(),
                 option("theme", "THEME", ExportText::tr("light (default), dark or print"),
                        {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("print")}),
                 languageOption(),
                 option("axis", "AXIS",
                        ExportText::tr("clock or steps; by default steps where no time passes, else clock"),
                        {QStringLiteral("clock"), QStringLiteral("steps")}),
                 option("size", "WxH", ExportText::tr("the size in pixels (1280 wide, as high as it needs)")),
                 option("preset", "PRESET",
                        ExportText::tr("the size of a slide (slide-16:9, slide-4:3) or of a paper's column (column)"),
                        formats::presetIds()),
                 option("scale", "N", ExportText::tr("pixels of a PNG for a pixel of that size (1)")),
                 option("at", "SECONDS", ExportText::tr("as it is at this instant")),
                 option("from", "SECONDS", ExportText::tr("of another program's trace: what comes from here on")),
                 option("to", "SECONDS", ExportText::tr("of another program's trace: what comes up to here")),
                 option(
                     "lanes", "LIST",
                     ExportText::tr("of another program's trace: lanes or processes whose names contain one of these, "
                                    "with commas between")),
                 option("title", "TEXT", ExportText::tr("a title above it")),
                 option("with", "LIST",
                        ExportText::tr("what else to show, with commas between: legend, table, console, notes"))}
             + pythonOptions(),
         .takesProgram = true},
        &exportPicture};
}

} // namespace coroscope::cli
