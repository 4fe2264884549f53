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

template <class Content>
ReadResult<OpenedFile> opened(Content content)
{
    return {OpenedFile{std::move(content)}, {}};
}

/// Throws ReadFailure. What the readers of a whole text say is in the result.
ReadResult<OpenedFile> openSource(ByteSource &source, const QString &file)
{
    Content content = Content::Unknown;
    bool isJson = true;
    try {
        content = contentOf(source);
    } catch (const ReadFailure &failure) {
        if (!failure.offset)
            throw;
        isJson = false;
    }
    source.rewind();
    if (content == Content::Trace)
        return std::visit([](auto &&read) { return opened(std::move(read)); }, readTrace(source));
    if (content == Content::Stream) {
        auto run = readStream(source, file);
        return run ? opened(std::move(*run.value)) : ReadResult<OpenedFile>{std::nullopt, run.error};
    }
    QByteArray bytes;
    const qint64 size = source.size();
    if (size > kMaxScenarioBytes)
        throw ReadFailure{content == Content::Scenario ? OpenedText::tr("is too large: more than %1 MiB").arg(kMaxScenarioBytes >> 20)
                                                       : OpenedText::tr("is neither a scenario nor a trace"), {}};
    bytes.resize(size);
    bytes.truncate(static_cast<qsizetype>(source.read(bytes.data(), static_cast<std::size_t>(size))));
    auto scenario = parseScenario(bytes, file);
    if (!scenario && content == Content::Unknown && isJson)
        return {std::nullopt, OpenedText::tr("%1; this is neither a scenario nor a trace").arg(scenario.error)};
    return scenario ? opened(std::move(*scenario.value)) : ReadResult<OpenedFile>{std::nullopt, scenario.error};
}

ReadResult<OpenedFile> openOrSay(ByteSource &source, const QString &file)
{
    try {
        return openSource(source, file);
    } catch (const ReadFailure &failure) {
        return {std::nullopt, sentenceOf(file, source, failure)};
    }
}

} // namespace

// Nothing is thrown out of here: the reader may be a thread.
ReadResult<OpenedFile> openFile(const QString &file, ReadProgress *progress)
{
    try {
        ByteSource source(file, progress);
        return openOrSay(source, file);
    } catch (const ReadFailure &failure) {
        return {std::nullopt, file + QStringLiteral(": ") + failure.reason};
    } catch (const std::bad_alloc &) {
        return {std::nullopt, file + QStringLiteral(": ") + OpenedText::tr("not enough memory")};
    }
}

ReadResult<OpenedFile> openText(const QByteArray &bytes, const QString &file)
{
    ByteSource source(bytes);
    return openOrSay(source, file);
}

} // namespace coroscope::formats
