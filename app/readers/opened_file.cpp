// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/opened_file.h"

#include "app/readers/scenario_reader.h"
#include "app/readers/stream_reader.h"
#include "app/readers/trace_reader.h"

#include <QCoreApplication>

namespace coroscope::formats {

namespace {

struct OpenedText {
    Q_DECLARE_TR_FUNCTIONS(OpenedFile)
};

enum class Content { Scenario, Trace, Stream, Unknown };

/// By the first key that only one of them has.
Content contentOfKey(std::string_view key)
{
    for (const std::string_view known : {"format", "tasks", "objects", "until", "about", "seed", "profile"})
        if (key == known)
            return Content::Scenario;
    for (const std::string_view known : {"traceEvents", "otherData", "displayTimeUnit", "systemTraceEvents", "stackFrames", "samples", "beginningOfTime"})
        if (key == known)
            return Content::Trace;
    return Content::Unknown;
}

/// Of the string that begins here.
bool isStreamFormat(JsonScanner &scanner)
{
    bool stream = false;
    if (scanner.peek() != '"')
        return false;
    scanner.unit([&](JsonCursor &cursor) {
        std::string_view value;
        if (!cursor.string(value))
            return false;
        stream = value == kStreamFormat;
        return true;
    });
    return stream;
}

/// Reads as far as it has to. What is not even JSON is said by the reader that comes next.
Content contentOf(ByteSource &source)
{
    JsonScanner scanner(source);
    const char first = scanner.peek();
    if (first != '{')
        return first == '[' ? Content::Trace : Content::Unknown;
    scanner.take();
    while (scanner.peek() == '"') {
        Content content = Content::Unknown;
        bool isFormat = false;
        scanner.unit([&](JsonCursor &cursor) {
            std::string_view key;
            if (!cursor.key(key))
                return false;
            content = contentOfKey(key);
            isFormat = key == "format";
            return true;
        });
        if (isFormat && isStreamFormat(scanner))
            return Content::Stream;
        if (content != Content::Unknown)
            return content;
        scanner.skip();
        if (scanner.peek() != ',')
            break;
        scanner.take();
    }
    return Content::Unknown;
}

OpenedFile openSource(ByteSource &source, const QString &file)
{
    Content content = Content::Unknown;
    try {
        content = contentOf(source);
    } catch (const ReadFailure &failure) {
        if (!failure.offset)
            throw;
    }
    source.rewind();
    if (content == Content::Trace)
        return readTrace(source);
    if (content == Content::Stream) {
        auto run = readStream(source, file);
        if (!run)
            throw run.error; // a whole sentence
        OpenedFile opened;
        opened.run = std::move(run.value);
        return opened;
    }
    QByteArray bytes;
    const qint64 size = source.size();
    if (size > kMaxScenarioBytes)
        throw ReadFailure{content == Content::Scenario ? OpenedText::tr("is too large: more than %1 MiB").arg(kMaxScenarioBytes >> 20)
                                                       : OpenedText::tr("is neither a scenario nor a trace"), {}};
    bytes.resize(size);
    bytes.truncate(static_cast<qsizetype>(source.read(bytes.data(), static_cast<std::size_t>(size))));
    auto scenario = parseScenario(bytes, file);
    if (!scenario)
        throw scenario.error; // a whole sentence
    OpenedFile opened;
    opened.scenario = std::move(scenario.value);
    return opened;
}

} // namespace

ReadResult<OpenedFile> openFile(const QString &file, ReadProgress *progress)
{
    std::optional<ByteSource> source;
    try {
        source.emplace(file, progress);
        return {openSource(*source, file), {}};
    } catch (const ReadFailure &failure) {
        return {std::nullopt, source ? sentenceOf(file, *source, failure) : file + QStringLiteral(": ") + failure.reason};
    } catch (const QString &sentence) {
        return {std::nullopt, sentence};
    } catch (const std::bad_alloc &) {
        return {std::nullopt, file + QStringLiteral(": ") + OpenedText::tr("not enough memory")};
    }
}

ReadResult<OpenedFile> openText(const QByteArray &bytes, const QString &file)
{
    ByteSource source(bytes);
    try {
        return {openSource(source, file), {}};
    } catch (const ReadFailure &failure) {
        return {std::nullopt, sentenceOf(file, source, failure)};
    } catch (const QString &sentence) {
        return {std::nullopt, sentence};
    }
}

} // namespace coroscope::formats
