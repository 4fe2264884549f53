// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/python_source.h"
#include "app/cli/source.h"
#include "core/text/table_text.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct TableText {
    Q_DECLARE_TR_FUNCTIONS(TableCommand)
};

constexpr std::int64_t kMostCells = 20'000'000;

JobTable tableOf(const Source &source, Duration slot)
{
    Spans spans(source.trace());
    spans.update();
    const ShownUntil end = ShownUntil::endOf(spans);
    const std::int64_t slots = jobTableSlots(spans, end, slot);
    const auto columns =
        static_cast<std::int64_t>(std::max<std::size_t>(spans.sections().size() + spans.lanes().size(), 1));
    if (slots > kMostCells / columns)
        throw badUsage(TableText::tr("the table would have %1 slots; a longer --slot makes it shorter").arg(slots));
    return jobTable(spans, end, slot);
}

std::string textOf(const JobTable &table, const QString &format)
{
    if (format == QLatin1String("csv"))
        return csvOf(table);
    if (format == QLatin1String("html"))
        return htmlOf(table);
    if (format == QLatin1String("latex"))
        return latexOf(table);
    return markdownOf(table);
}

Status table(const Options &options)
{
    constexpr double kShortest = 0.001;
    constexpr double kLongest = 1e6;
    const double slot = options.number(QStringLiteral("slot"), kShortest, kLongest).value_or(1);
    Source source = openSource(options);
    finish(source);
    writeOutput(options.value(QStringLiteral("output")),
                textOf(tableOf(source, fromSeconds(slot)), options.value(QStringLiteral("format"))));
    return source.uncaught() ? Status::Uncaught : Status::Done;
}

} // namespace

Command tableCommand()
{
    return {
        {.name = QStringLiteral("table"),
         .argument = QStringLiteral("ID|FILE"),
         .help = TableText::tr("Prints which job was at work in which slot of time."),
         .options =
             QList<OptionForm>{
                 setOption(),
                 {QStringLiteral("slot"), QStringLiteral("SECONDS"), TableText::tr("the length of a slot (1)"), {}},
                 {QStringLiteral("format"),
                  QStringLiteral("FORMAT"),
                  TableText::tr("markdown (default), csv, html or latex"),
                  {QStringLiteral("markdown"), QStringLiteral("csv"), QStringLiteral("html"), QStringLiteral("latex")}},
                 outputOption()}
             + pythonOptions(),
         .takesProgram = true},
        &table};
}

} // namespace coroscope::cli
