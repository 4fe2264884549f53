// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/opened_file.h"

#include "app/readers/scenario_reader.h"
#include "app/readers/stream_reader.h"
#include "app/readers/trace_reader.h"

#include <QCoreApplication>

#include <algorithm>

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
    for (const std::string_view known : {"traceEvents", "otherData", "displayTimeUnit", "systemTraceEvents",
                                         "stackFrames", "samples", "beginningOfTime"})
        if (key == known)
            return Content::Trace;
    return Content::Unknown;
}

/// Steps over the string that begins here.
bool isStreamFormat(JsonScanner &scanner)
{
    bool stream = false;
    scanner.unit([&](JsonCursor &cursor) {
        std::string_view value;
        if (!cursor.string(value))
            return false;
        stream = value == kStreamFormat;
        return true;
    });
    return stream;
}

/// Reads as far as it has to: the events of a trace may come behind anything, so a scenario is read whole. What is not
/// even JSON is said by the reader that comes next; `found` is what it is as far as that could be told.
void lookAt(ByteSource &source, Content &found)
{
    JsonScanner scanner(source);
    const char first = scanner.peek();
    if (first == '[')
        found = Content::Trace;
    if (first != '{')
        return;
    scanner.take();
    while (scanner.peek() == '"') {
        Content content = Content::Unknown;
        bool isFormat = false;
        bool isEvents = false;
        scanner.unit([&](JsonCursor &cursor) {
            std::string_view key;
            if (!cursor.key(key))
                return false;
            content = contentOfKey(key);
            isFormat = key == "format";
            isEvents = key == "traceEvents";
            return true;
        });
        const bool isText = isFormat && scanner.peek() == '"';
        if (isText && isStreamFormat(scanner))
            content = Content::Stream;
        if (found == Content::Unknown || isEvents)
            found = content;
        if (found == Content::Trace || found == Content::Stream)
            return;
        if (!isText)
            scanner.skip();
        if (scanner.peek() != ',')
            break;
        scanner.take();
    }
}

/// What is left of the text, at most `limit` bytes; one more when there is more.
QByteArray readRest(ByteSource &source, qint64 limit)
{
    QByteArray bytes;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    while (bytes.size() <= limit) {
        const std::size_t count = source.read(
            piece.data(), static_cast<std::size_t>(std::min<qint64>(piece.size(), limit + 1 - bytes.size())));
        if (count == 0)
            break;
        bytes.append(piece.constData(), static_cast<qsizetype>(count));
    }
    return bytes;
}

template <class Content>
ReadResult<OpenedFile> opened(Content content)
{
    return {OpenedFile{std::move(content)}, {}};
}

ReadResult<OpenedFile> openTrace(std::unique_ptr<ByteSource> &text)
{
    ReadTrace read = readTrace(*text);
    if (auto *run = std::get_if<SavedRun>(&read))
        return opened(std::move(*run));
    text->detach();
    return opened(ForeignTrace{std::move(std::get<std::unique_ptr<Slices>>(read)), std::move(text)});
}

/// Throws ReadFailure. What the readers of a whole text say is in the result. Of a trace the text goes along with it.
ReadResult<OpenedFile> openSource(std::unique_ptr<ByteSource> &text, const QString &file)
{
    ByteSource &source = *text;
    Content content = Content::Unknown;
    bool isJson = true;
    try {
        lookAt(source, content);
    } catch (const ReadFailure &failure) {
        if (!failure.offset)
            throw;
        isJson = false;
    }
    source.rewind();
    if (content == Content::Trace)
        return openTrace(text);
    if (content == Content::Stream) {
        auto run = readStream(source, file);
        return run ? opened(std::move(*run.value)) : ReadResult<OpenedFile>{std::nullopt, run.error};
    }
    const QByteArray bytes = source.size() > kMaxScenarioBytes ? QByteArray() : readRest(source, kMaxScenarioBytes);
    if (std::max<qint64>(source.size(), bytes.size()) > kMaxScenarioBytes)
        throw ReadFailure{content == Content::Scenario
                              ? OpenedText::tr("is too large: more than %1 MiB").arg(kMaxScenarioBytes >> 20)
                              : OpenedText::tr("is neither a scenario nor a trace"),
                          {}};
    auto scenario = parseScenario(bytes, file);
    if (!scenario && content == Content::Unknown && isJson)
        return {std::nullopt, OpenedText::tr("%1; this is neither a scenario nor a trace").arg(scenario.error)};
    return scenario ? opened(std::move(*scenario.value)) : ReadResult<OpenedFile>{std::nullopt, scenario.error};
}

ReadResult<OpenedFile> openOrSay(std::unique_ptr<ByteSource> text, const QString &file)
{
    try {
        return openSource(text, file);
    } catch (const ReadFailure &failure) {
        return {std::nullopt, sentenceOf(file, *text, failure)};
    }
}

} // namespace

// Nothing is thrown out of here: the reader may be a thread.
ReadResult<OpenedFile> openFile(const QString &file, ReadProgress *progress)
{
    try {
        return openOrSay(std::make_unique<ByteSource>(file, progress), file);
    } catch (const ReadFailure &failure) {
        return {std::nullopt, file + QStringLiteral(": ") + failure.reason};
    } catch (const std::bad_alloc &) {
        return {std::nullopt, file + QStringLiteral(": ") + OpenedText::tr("not enough memory")};
    }
}

ReadResult<OpenedFile> openText(const QByteArray &bytes, const QString &file)
{
    return openOrSay(std::make_unique<ByteSource>(bytes), file);
}

} // namespace coroscope::formats
