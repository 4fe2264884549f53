// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/source.h"
#include "app/cli/text_application.h"
#include "app/readers/opened_file.h"
#include "app/readers/slice_remarks.h"
#include "app/readers/trace_copy.h"
#include "app/words/language.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct ConvertText {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

void copyForeign(OutputSink &sink, formats::ForeignTrace &trace, const QString &file)
{
    try {
        const auto copy = formats::copyTrace(*trace.text, [&sink](std::string_view piece) { sink.write(piece); });
        sink.finish();
        for (const QString &remark : formats::remarksOn(*trace.slices, copy))
            printError(file + QStringLiteral(": ") + remark);
    } catch (const formats::ReadFailure &failure) {
        throw Failure{Status::Unreadable, formats::sentenceOf(file, *trace.text, failure)};
    }
}

/// Read as a whole before anything is written: the output may have the name of the input.
Status convert(const Options &options)
{
    const TextApplication application;
    setLanguage(QString());
    const QString file = options.argument();
    if (options.value(QStringLiteral("output")).isEmpty())
        throw badUsage(ConvertText::tr("convert needs --output FILE.json"));
    auto opened = formats::openFile(file);
    if (!opened)
        throw Failure{Status::Unreadable, opened.error};
    if (opened.value->scenario())
        throw Failure{
            Status::Unreadable,
            file + QStringLiteral(": ")
                + ConvertText::tr("is a scenario, not a trace; coroscope replay --format chrome makes one of it")};
    const bool stream = options.value(QStringLiteral("format")) == QLatin1String("stream");
    if (stream && opened.value->slices())
        throw Failure{
            Status::Unreadable,
            file + QStringLiteral(": ")
                + ConvertText::tr("is a trace of another program: what took how long makes no stream of a run")};
    if (opened.value->run() && !opened.value->run()->remark.isEmpty())
        printError(opened.value->run()->remark);
    OutputSink sink(options.value(QStringLiteral("output")));
    if (formats::ForeignTrace *trace = opened.value->foreign()) {
        copyForeign(sink, *trace, file);
        return Status::Done;
    }
    if (stream)
        writeStream(sink, *opened.value->run()->trace, opened.value->run()->info);
    else
        writeSavedRun(sink, *opened.value->run()->trace, opened.value->run()->info);
    sink.finish();
    return Status::Done;
}

} // namespace

Command convertCommand()
{
    OptionForm output = outputOption();
    output.help = ConvertText::tr("where to write it");
    const OptionForm format{QStringLiteral("format"),
                            QStringLiteral("FORMAT"),
                            ConvertText::tr("chrome (default) or stream"),
                            {QStringLiteral("chrome"), QStringLiteral("stream")}};
    return {{QStringLiteral("convert"),
             QStringLiteral("FILE"),
             ConvertText::tr("Reads a trace and writes it again."),
             {output, format}},
            &convert};
}

} // namespace coroscope::cli
