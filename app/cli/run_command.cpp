// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/python_source.h"
#include "app/cli/source.h"
#include "app/readers/nearest.h"
#include "core/record/stream_text.h"
#include "core/text/chrome_text.h"

#include <QCoreApplication>

namespace coroscope::cli {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

OptionForm formatOption()
{
    return {QStringLiteral("format"),
            QStringLiteral("FORMAT"),
            RunText::tr("text (default), jsonl, chrome or stream"),
            {QStringLiteral("text"), QStringLiteral("jsonl"), QStringLiteral("chrome"), QStringLiteral("stream")}};
}

/// A program's own output, untouched, is one more.
OptionForm programFormatOption()
{
    OptionForm form = formatOption();
    form.help =
        RunText::tr("text (default), jsonl, chrome or stream; of a Python program also console: its output as it is");
    form.choices << QStringLiteral("console");
    return form;
}

void writeLinesTo(OutputSink &sink, const Source &source, OutputFormat format)
{
    constexpr EventIndex kPiece = 65536;
    RunOutput output(source.trace(), source.info.dialect, format);
    std::string piece;
    for (bool more = true; more;) {
        piece.clear();
        more = output.update(piece, kPiece);
        sink.write(piece);
    }
}

/// In pieces: the text of a long run need not be in memory as a whole.
void writeRun(const Source &source, const Options &options)
{
    const QString format = options.value(QStringLiteral("format"), QStringLiteral("text"));
    OutputSink sink(options.value(QStringLiteral("output")));
    if (format == QLatin1String("chrome"))
        writeSavedRun(sink, source.trace(), source.info);
    else if (format == QLatin1String("stream"))
        writeStream(sink, source.trace(), source.info);
    else
        writeLinesTo(sink, source, format == QLatin1String("text") ? OutputFormat::Text : OutputFormat::JsonLines);
    sink.finish();
}

Status runAndWrite(Source source, const Options &options)
{
    finish(source);
    writeRun(source, options);
    return source.uncaught() ? Status::Uncaught : Status::Done;
}

Status run(const Options &options)
{
    const bool console = options.value(QStringLiteral("format")) == QLatin1String("console");
    const auto program = namedProgram(options);
    if (!program && console)
        throw badUsage(RunText::tr("--format console is for Python programs; %1 is none")
                           .arg(formats::quoted(options.argument())));
    if (!program)
        return runAndWrite(openLesson(options, options.argument()), options);
    if (!console)
        return runAndWrite(runProgram(options, *program), options);
    if (options.has(QStringLiteral("output")))
        throw badUsage(
            RunText::tr("--format console writes no file; without --output it passes on what the program writes"));
    return static_cast<Status>(passProgram(options, *program));
}

Status replay(const Options &options)
{
    return runAndWrite(openFile(options, options.argument()), options);
}

} // namespace

void writeSavedRun(OutputSink &sink, const Trace &trace, const SavedRunInfo &info)
{
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    writeChrome(names, info, [&sink](std::string_view piece) { sink.write(piece); });
}

void writeStream(OutputSink &sink, const Trace &trace, const SavedRunInfo &info)
{
    RunHeader header = trace.header();
    header.name = info.name;
    header.dialect = info.dialect;
    StreamEncoder writer(trace, header, [&sink](std::string_view piece) { sink.write(piece); });
    writer.update();
    bool known = info.source.empty();
    for (std::size_t i = 0; i < trace.sourceCount(); ++i)
        known = known || trace.source(i).file == info.name;
    if (!known)
        writer.writeSource({info.name, info.source});
    writer.finish();
    if (!info.notes.empty())
        printError(RunText::tr("the notes are left out: a stream has none"));
}

OptionForm setOption()
{
    return {QStringLiteral("set"),
            QStringLiteral("NAME=VALUE"),
            RunText::tr("sets a parameter of the lesson or a constant of the program; can be repeated"),
            {}};
}

OptionForm languageOption()
{
    return {QStringLiteral("lang"),
            QStringLiteral("LANGUAGE"),
            RunText::tr("en (default) or fr"),
            {QStringLiteral("en"), QStringLiteral("fr")}};
}

OptionForm outputOption()
{
    return {
        QStringLiteral("output"), QStringLiteral("FILE"), RunText::tr("writes there instead of standard output"), {}};
}

Command runCommand()
{
    return {{.name = QStringLiteral("run"),
             .argument = QStringLiteral("ID|PROGRAM.py"),
             .help = RunText::tr("Runs a lesson or a Python program and prints what it shows."),
             .options = QList<OptionForm>{setOption(), programFormatOption(), outputOption()} + pythonOptions(),
             .takesProgram = true},
            &run};
}

Command replayCommand()
{
    return {{QStringLiteral("replay"),
             QStringLiteral("FILE"),
             RunText::tr("Runs a scenario file, or reads a saved run, and prints what it shows."),
             {formatOption(), outputOption()}},
            &replay};
}

} // namespace coroscope::cli
