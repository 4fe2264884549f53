// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/source.h"
#include "app/readers/opened_file.h"
#include "app/readers/slices_text.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct ConvertText {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

/// Read as a whole before anything is written: the output may have the name of the input.
Status convert(const Options &options)
{
    const QString file = options.argument();
    if (options.value(QStringLiteral("output")).isEmpty())
        throw badUsage(ConvertText::tr("convert needs --output FILE.json"));
    const auto opened = formats::openFile(file);
    if (!opened)
        throw Failure{Status::Unreadable, opened.error};
    if (opened.value->scenario)
        throw Failure{Status::Unreadable, file + QStringLiteral(": ") + ConvertText::tr("is a scenario, not a trace; coroscope replay --format chrome makes one of it")};
    OutputSink sink(options.value(QStringLiteral("output")));
    if (opened.value->slices)
        formats::writeSlices(*opened.value->slices, [&sink](std::string_view piece) { sink.write(piece); });
    else
        writeSavedRun(sink, *opened.value->run->trace, opened.value->run->info);
    sink.finish();
    return Status::Done;
}

} // namespace

Command convertCommand()
{
    OptionForm output = outputOption();
    output.help = ConvertText::tr("where to write it");
    return {{QStringLiteral("convert"), QStringLiteral("FILE"), ConvertText::tr("Reads a trace and writes it again."), {output}}, &convert};
}

} // namespace coroscope::cli
