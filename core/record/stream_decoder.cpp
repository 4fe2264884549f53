// SPDX-License-Identifier: MIT
#include "core/record/stream_decoder.h"

#include "core/record/event_columns.h"
#include "core/record/event_names.h"
#include "core/record/json_unescape.h"

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>

namespace coroscope {

/// What an object of a stream can say; the first of its keys that is known tells which line it is.
struct StreamDefinition {
    enum class What : std::uint8_t {
        Nothing,
        Text,
        Place,
        Source,
        Lost,
        Exit,
        Failed,
        Foreign,
        Outside
    } what = What::Nothing;
    std::int64_t number = 0; ///< of the text or place; how many were lost; with what it ended
    std::string is = {};
    SourcePlace place = {};
    std::string source = {};
    RunExit::How how = RunExit::How::Status;
};

namespace {

constexpr std::int64_t kMostIds = 0xffffffff;

/// Another value says nothing.
bool readText(StreamLine &line, std::string &text)
{
    return line.peek() == '"' ? line.string(text) : line.skip();
}

/// The first of its kind is kept, and not more of it than a sentence has room for.
void remember(std::string &remark, std::string_view said)
{
    constexpr std::size_t kMost = 1000;
    if (!remark.empty())
        return;
    remark = said.substr(0, kMost);
    mendUtf8(remark);
}

} // namespace

StreamDecoder::StreamDecoder(Trace &trace) : m_trace(trace), m_check(trace) {}

bool StreamDecoder::push(std::string_view piece)
{
    if (!m_rest.empty() && !m_fault && !readRest(piece))
        return !m_fault;
    while (!m_fault && !piece.empty()) {
        const auto end = piece.find('\n');
        if (end == std::string_view::npos) {
            if (piece.size() > kMostStreamLine) {
                ++m_line;
                return fail(StreamFault::Kind::LongLine);
            }
            m_rest = piece;
            break;
        }
        readLine(piece.substr(0, end));
        piece.remove_prefix(end + 1);
    }
    return !m_fault;
}

/// Completes the line that had begun. False when it has not ended yet.
bool StreamDecoder::readRest(std::string_view &piece)
{
    const auto end = std::min(piece.find('\n'), piece.size());
    if (m_rest.size() + end > kMostStreamLine) {
        ++m_line;
        return fail(StreamFault::Kind::LongLine);
    }
    m_rest += piece.substr(0, end);
    if (end == piece.size())
        return false;
    piece.remove_prefix(end + 1);
    readLine(m_rest);
    m_rest.clear();
    return true;
}

bool StreamDecoder::readLine(std::string_view text)
{
    ++m_line;
    if (text.size() > kMostStreamLine)
        return fail(StreamFault::Kind::LongLine);
    StreamLine line(text);
    const char first = line.peek();
    if (first == '[' && m_begun) [[likely]]
        return readEvent(line);
    if (line.atEnd())
        return true;
    if (!m_begun)
        return first == '{' ? readHeader(line) : fail(StreamFault::Kind::NoHeader);
    return first == '{' ? readDefinition(line) : fail(StreamFault::Kind::NotJson);
}

bool StreamDecoder::fail(StreamFault::Kind kind, std::string what)
{
    m_fault = StreamFault{kind, m_line, std::move(what), {}};
    return false;
}

bool StreamDecoder::failLine(const StreamLine &line, StreamFault::Kind kind, std::string_view what)
{
    return line.isSound() ? fail(kind, std::string(what)) : fail(StreamFault::Kind::NotJson);
}

// Events -------------------------------------------------------------------------------------------------------

bool StreamDecoder::readEvent(StreamLine line)
{
    line.take('[');
    Record record{};
    std::size_t column = 0;
    for (bool more = line.peek() != ']' || line.more(']'); more; more = line.more(']'), ++column) {
        const Field field = column < m_fields.size() ? m_fields[column] : Unknown;
        if (field == Unknown ? !line.skip() : !line.integer(record[field]))
            return failLine(line, StreamFault::Kind::Number);
    }
    if (!line.isSound() || !line.atEnd())
        return fail(StreamFault::Kind::NotJson);
    return column < 2 ? fail(StreamFault::Kind::Columns) : this->record(record);
}

bool StreamDecoder::record(const Record &record)
{
    const auto inRange = [](std::int64_t number, std::int64_t most) { return number >= 0 && number <= most; };
    const auto numbered = [](const std::vector<std::uint8_t> &names, std::int64_t number) {
        return static_cast<std::size_t>(number) < names.size() ? names[static_cast<std::size_t>(number)]
                                                               : std::uint8_t(255);
    };
    if (!inRange(record[Kind], kMostIds) || !inRange(record[Tag], 254) || !inRange(record[Actor], kMostIds)
        || !inRange(record[Object], kMostIds) || !inRange(record[Source], kMostIds) || !inRange(record[By], kMostIds))
        return fail(StreamFault::Kind::Number);
    TraceEvent event;
    event.time = record[Time];
    event.kind = static_cast<EventKind>(numbered(m_kinds, record[Kind]));
    const bool awaits = event.kind == EventKind::TaskAwait || event.kind == EventKind::TaskReady;
    event.tag = awaits ? numbered(m_reasons, record[Tag]) : static_cast<std::uint8_t>(record[Tag]);
    event.actor = static_cast<ActorId>(record[Actor]);
    event.object = static_cast<std::uint32_t>(record[Object]);
    event.source = static_cast<std::uint32_t>(record[Source]);
    event.value = record[Value];
    clearUnused(event);
    if (!setBy(event, static_cast<ActorId>(record[By])))
        return fail(StreamFault::Kind::Number);
    if (const auto fault = m_check.next(event)) {
        fail(StreamFault::Kind::Event);
        m_fault->event = {m_trace.size(), *fault};
        return false;
    }
    try {
        m_trace.record(event);
    } catch (const std::length_error &) {
        return fail(StreamFault::Kind::Full);
    }
    return true;
}

// The header ---------------------------------------------------------------------------------------------------

bool StreamDecoder::readHeader(StreamLine line)
{
    line.take('{');
    RunHeader header;
    std::string key;
    std::string format;
    std::int64_t version = 0;
    std::string failed;
    for (bool more = line.peek() != '}' || line.more('}'); more; more = line.more('}')) {
        if (!line.key(key))
            return fail(StreamFault::Kind::NotJson);
        const bool read = key == "format"    ? line.string(format)
                          : key == "version" ? line.integer(version)
                          : key == "failed"  ? readText(line, failed)
                                             : readHeaderKey(line, key, header);
        if (!read)
            return m_fault ? false : failLine(line, StreamFault::Kind::Header, key);
    }
    if (!line.isSound() || !line.atEnd())
        return fail(StreamFault::Kind::NotJson);
    if (format.empty() && !failed.empty()) { // a recorder that could not begin
        remember(m_remarks.failed, failed);
        return true;
    }
    if (format != kStreamFormat)
        return fail(StreamFault::Kind::NoHeader);
    if (version != kStreamVersion)
        return fail(StreamFault::Kind::Version, std::to_string(version));
    for (const Field needed : {Time, Kind, Tag, Actor, Object, Source, Value})
        if (std::ranges::count(m_fields, needed) != 1)
            return fail(StreamFault::Kind::Header, "fields");
    m_trace.setHeader(std::move(header));
    m_begun = true;
    return true;
}

bool StreamDecoder::readHeaderKey(StreamLine &line, std::string_view key, RunHeader &header)
{
    std::string text;
    const auto oneOf = [&](std::string_view first, std::string_view second, auto &to) {
        if (!line.string(text) || (text != first && text != second))
            return false;
        to = static_cast<std::remove_reference_t<decltype(to)>>(text == second);
        return true;
    };
    if (key == "clock")
        return oneOf("virtual", "real", header.clock);
    if (key == "dialect")
        return oneOf("lesson", "scenario", header.dialect);
    if (key == "language")
        return oneOf("python", "c++", header.language);
    if (key == "name")
        return line.string(header.name);
    if (key == "fields")
        return readFields(line);
    if (key == "kinds")
        return readNames(line, eventKindNames(), m_kinds);
    if (key == "reasons")
        return readNames(line, reasonNames(), m_reasons);
    if (key != "tolerance")
        return line.skip();
    std::int64_t tolerance = 0;
    if (!line.integer(tolerance) || tolerance < 0 || tolerance > kLatestTime)
        return false;
    header.tolerance = Duration(tolerance);
    return true;
}

bool StreamDecoder::readFields(StreamLine &line)
{
    static constexpr std::array<std::string_view, Unknown> kNames{"time",   "kind",   "tag",   "actor",
                                                                  "object", "source", "value", "by"};
    m_fields.clear();
    if (!line.take('['))
        return false;
    std::string name;
    for (bool more = line.peek() != ']' || line.more(']'); more; more = line.more(']')) {
        if (!line.string(name) || m_fields.size() == kMostColumns)
            return false;
        m_fields.push_back(static_cast<Field>(std::ranges::find(kNames, name) - kNames.begin()));
    }
    return line.isSound() && std::ranges::count(m_fields, By) <= 1;
}

/// What this version does not know must not be used.
bool StreamDecoder::readNames(StreamLine &line, std::span<const std::string_view> known,
                              std::vector<std::uint8_t> &numbers)
{
    numbers.clear();
    if (!line.take('['))
        return false;
    std::string name;
    for (bool more = line.peek() != ']' || line.more(']'); more; more = line.more(']')) {
        if (!line.string(name) || numbers.size() > 254)
            return false;
        const auto found = std::ranges::find(known, name);
        numbers.push_back(static_cast<std::uint8_t>(found == known.end() ? 255 : found - known.begin()));
    }
    return line.isSound();
}

// Definitions --------------------------------------------------------------------------------------------------

namespace {

using What = StreamDefinition::What;

/// {"status": S}, {"signal": S}
bool readExit(StreamLine &line, StreamDefinition &said)
{
    if (!line.take('{'))
        return false;
    std::string key;
    bool known = false;
    for (bool more = line.peek() != '}' || line.more('}'); more; more = line.more('}')) {
        if (!line.key(key))
            return false;
        const bool signal = key == "signal";
        if (!signal && key != "status") {
            if (!line.skip())
                return false;
            continue;
        }
        if (known || !line.integer(said.number))
            return false;
        known = true;
        said.how = signal ? RunExit::How::Signal : RunExit::How::Status;
    }
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    return line.isSound() && known && said.number >= -kMost && said.number <= kMost;
}

bool readMember(StreamLine &line, std::string_view key, StreamDefinition &said)
{
    const auto is = [&](What what) {
        said.what = what;
        return true;
    };
    const auto remark = [&](What what) { return readText(line, said.is) && (said.is.empty() || is(what)); };
    if (key == "failed")
        return remark(What::Failed);
    if (key == "foreign")
        return remark(What::Foreign);
    if (key == "outside")
        return remark(What::Outside);
    if (key == "text")
        return line.integer(said.number) && is(What::Text);
    if (key == "place")
        return line.integer(said.number) && is(What::Place);
    if (key == "source")
        return line.string(said.source) && is(What::Source);
    if (key == "lost")
        return line.integer(said.number) && said.number >= 0 && is(What::Lost);
    if (key == "exit")
        return readExit(line, said) && is(What::Exit);
    if (key == "is")
        return line.string(said.is);
    if (key == "file")
        return line.string(said.place.file);
    if (key == "function")
        return line.string(said.place.function);
    std::int64_t number = 0;
    if (key != "line")
        return line.skip();
    if (!line.integer(number) || number < 0 || number > kMostIds)
        return false;
    said.place.line = static_cast<std::uint32_t>(number);
    return true;
}

} // namespace

bool StreamDecoder::readDefinition(StreamLine line)
{
    line.take('{');
    StreamDefinition said;
    std::string key;
    for (bool more = line.peek() != '}' || line.more('}'); more; more = line.more('}')) {
        if (!line.key(key))
            return fail(StreamFault::Kind::NotJson);
        if (!readMember(line, key, said))
            return failLine(line, StreamFault::Kind::Line, key);
    }
    if (!line.isSound() || !line.atEnd())
        return fail(StreamFault::Kind::NotJson);
    return define(said);
}

bool StreamDecoder::define(const StreamDefinition &said)
{
    constexpr std::size_t kBeside = 64; // what an entry takes besides its letters
    const auto inTurn = [&](std::size_t next) {
        return said.number == static_cast<std::int64_t>(next)
               || fail(StreamFault::Kind::Order, std::to_string(said.number));
    };
    switch (said.what) {
    case What::Text:
        if (!inTurn(m_check.texts()) || !takesRoom(said.is.size() + kBeside))
            return false;
        m_trace.addText(said.is);
        m_check.addText();
        return true;
    case What::Place:
        if (!inTurn(m_check.places()) || !takesRoom(said.place.file.size() + said.place.function.size() + kBeside))
            return false;
        m_trace.addPlace(said.place);
        m_check.addPlace();
        return true;
    case What::Source:
        if (!takesRoom(said.source.size() + said.is.size() + kBeside))
            return false;
        m_trace.addSource({said.source, said.is});
        return true;
    case What::Lost: m_trace.addLost(static_cast<std::uint64_t>(said.number)); return true;
    case What::Exit: m_trace.setExit({said.how, static_cast<std::int32_t>(said.number)}); return true;
    case What::Failed: remember(m_remarks.failed, said.is); return true;
    case What::Foreign: remember(m_remarks.foreign, said.is); return true;
    case What::Outside: remember(m_remarks.outside, said.is); return true;
    case What::Nothing: // said by a later version
        return true;
    }
    return true;
}

bool StreamDecoder::takesRoom(std::size_t bytes)
{
    m_texts += bytes;
    return m_texts <= kMostStreamTexts || fail(StreamFault::Kind::Texts);
}

} // namespace coroscope
