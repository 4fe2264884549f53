// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/event_reader.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace coroscope::formats {

namespace {

struct EventText {
    Q_DECLARE_TR_FUNCTIONS(EventReader)
};

constexpr const char *kNoEvent = QT_TRANSLATE_NOOP("JsonText", "a trace event must be an object");

/// A short text as a number, so that a key is compared with all that it may be at once; 0 for longer ones.
constexpr std::uint64_t codeOf(std::string_view text)
{
    std::uint64_t code = 0;
    if (text.size() > sizeof code)
        return 0;
    for (const char c : text)
        code = code << 8U | static_cast<unsigned char>(c);
    return code;
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::uint64_t keyOf(std::string_view text)
{
    // Two flows with one key would be drawn as one: 64 bits are enough for any file.
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

} // namespace

void EventReader::readArray(bool mayEnd)
{
    Event event;
    while (true) {
        // Commas too many, before the end or after the begin, are common.
        while (m_scanner.peek() == ',')
            m_scanner.take();
        if (m_scanner.peek() == ']') {
            m_scanner.take();
            return;
        }
        if (mayEnd && m_scanner.atEnd())
            return;
        const std::uint64_t place = m_scanner.offset();
        m_scanner.unit([&](JsonCursor &cursor) { return readEvent(cursor, event); });
        event.place = place;
        take(event);
        if (m_scanner.atEnd() && mayEnd)
            return;
        m_scanner.unit([](JsonCursor &cursor) {
            const char next = cursor.peek();
            return next == ',' || next == ']'
                   || cursor.fail(QT_TRANSLATE_NOOP("JsonText", "not JSON: a comma or ] is expected here"));
        });
    }
}

bool EventReader::readEvent(JsonCursor &cursor, Event &event)
{
    event = {};
    if (!cursor.expect('{', kNoEvent))
        return false;
    if (cursor.take('}'))
        return true;
    do {
        std::string_view key;
        if (!cursor.key(key) || !readMember(cursor, key, event))
            return false;
    } while (cursor.more('}'));
    return !cursor.reason;
}

bool EventReader::readMember(JsonCursor &cursor, std::string_view key, Event &event)
{
    switch (codeOf(key)) {
    case codeOf("ts"): return readTime(cursor, event.at, event.hasTime);
    case codeOf("dur"): {
        bool there = false;
        return readTime(cursor, event.duration, there);
    }
    case codeOf("ph"): {
        std::string_view phase;
        if (!readToken(cursor, phase))
            return false;
        event.phase = phase.size() == 1 ? phase.front() : '\0';
        return true;
    }
    case codeOf("pid"): return readToken(cursor, event.process);
    case codeOf("tid"): return readToken(cursor, event.thread);
    case codeOf("name"): return readToken(cursor, event.name);
    case codeOf("cat"): return readToken(cursor, event.category);
    case codeOf("id"): return readToken(cursor, event.id);
    case codeOf("id2"): return readId2(cursor, event);
    case codeOf("scope"): return readToken(cursor, event.scope);
    case codeOf("bind_id"): return readToken(cursor, event.binding);
    case codeOf("cname"): return readToken(cursor, event.color);
    case codeOf("s"): {
        std::string_view reach;
        if (!readToken(cursor, reach))
            return false;
        event.reach = reach.size() == 1 ? reach.front() : 't';
        return true;
    }
    case codeOf("flow_in"): return readFlag(cursor, event.flowsIn);
    case codeOf("flow_out"): return readFlag(cursor, event.flowsOut);
    case codeOf("args"): {
        cursor.skipSpace();
        const char *const begin = cursor.at;
        if (!cursor.skip())
            return false;
        event.args = {begin, static_cast<std::size_t>(cursor.at - begin)};
        return true;
    }
    default: return cursor.skip();
    }
}

/// Of microseconds, as a number or as a string of one.
bool EventReader::readTime(JsonCursor &cursor, std::int64_t &time, bool &there)
{
    std::string_view token;
    const char first = cursor.peek();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (isDigit(first) ? !cursor.number(token) : !readToken(cursor, token))
        return false;
    const std::size_t sign = token.starts_with('-') ? 1 : 0;
    if (token.size() == sign || !isDigit(token[sign]))
        return true; // null, NaN and the like
    time = nanosecondsOfMicroseconds(token);
    there = true;
    return true;
}

/// A string without its quotes, or any other value as it is written.
bool EventReader::readToken(JsonCursor &cursor, std::string_view &token)
{
    if (cursor.peek() == '"')
        return cursor.string(token);
    const char *const begin = cursor.at;
    if (!cursor.skip())
        return false;
    token = {begin, static_cast<std::size_t>(cursor.at - begin)};
    return true;
}

bool EventReader::readFlag(JsonCursor &cursor, bool &flag)
{
    std::string_view token;
    if (!readToken(cursor, token))
        return false;
    flag = token == "true" || token == "1";
    return true;
}

/// {"local": ID} or {"global": ID}
bool EventReader::readId2(JsonCursor &cursor, Event &event)
{
    if (cursor.peek() != '{')
        return cursor.skip();
    ++cursor.at;
    if (cursor.take('}'))
        return true;
    do {
        std::string_view key;
        if (!cursor.key(key) || !readToken(cursor, event.id))
            return false;
        event.isLocal = key == "local";
    } while (cursor.more('}'));
    return !cursor.reason;
}

void EventReader::take(const Event &event)
{
    if (event.phase == 'M') {
        takeMetadata(event);
        return;
    }
    if (!event.hasTime) {
        if (event.phase != 0)
            m_builder.ignore();
        return;
    }
    const std::uint8_t color = event.color.empty() ? Slice::kColorOfName : SliceBuilder::reservedColor(event.color);
    switch (event.phase) {
    case 'X':
        m_builder.span(laneOf(event), event.at, event.duration, m_builder.name(event.name), event.place, color);
        break;
    case 'B': m_builder.open(laneOf(event), event.at, m_builder.name(event.name), event.place, color); break;
    case 'E': m_builder.close(laneOf(event), event.at, std::nullopt, endPlaceOf(event)); break;
    case 'i':
    case 'I':
    case 'R':
        m_builder.mark(laneOf(event), event.at, m_builder.name(event.name), event.place,
                       event.reach == 'g'   ? SliceMark::Scope::Everything
                       : event.reach == 'p' ? SliceMark::Scope::Process
                                            : SliceMark::Scope::Lane);
        break;
    case 'C': takeCounter(event); break;
    case 'b':
    case 'S': takeAsync(event, 'b', color); break;
    case 'e':
    case 'F': takeAsync(event, 'e', color); break;
    case 'n':
    case 'T':
    case 'p': takeAsync(event, 'n', color); break;
    case 's':
    case 't':
    case 'f': takeFlow(event); break;
    default: m_builder.ignore();
    }
    if (!event.binding.empty())
        takeBinding(event);
}

bool EventReader::endEarly()
{
    if (m_builder.empty())
        return false;
    m_builder.markIncomplete();
    return true;
}

/// Names and order of processes and threads.
void EventReader::takeMetadata(const Event &event)
{
    forEachMember(event.args, [&](std::string_view key, std::string_view value) {
        if (key == "name" && event.name == "process_name")
            m_builder.nameProcess(event.process, textOfJson(value));
        else if (key == "labels" && event.name == "process_labels")
            m_builder.labelProcess(event.process, textOfJson(value));
        else if (key == "name" && event.name == "thread_name")
            m_builder.nameLane(SliceLane::Kind::Thread, event.process, event.thread, textOfJson(value));
        else if (key == "sort_index" && event.name == "process_sort_index")
            m_builder.sortProcess(event.process,
                                  static_cast<std::int64_t>(std::clamp(numberOf(value).value_or(0), -1e15, 1e15)));
        else if (key == "sort_index" && event.name == "thread_sort_index")
            m_builder.sortLane(SliceLane::Kind::Thread, event.process, event.thread,
                               static_cast<std::int64_t>(std::clamp(numberOf(value).value_or(0), -1e15, 1e15)));
    });
}

/// A counter has a lane for each of its series.
void EventReader::takeCounter(const Event &event)
{
    forEachMember(event.args, [&](std::string_view series, std::string_view value) {
        const auto number = numberOf(value);
        if (!number || !std::isfinite(*number))
            return;
        m_key = event.name;
        if (!event.id.empty())
            m_key.append("[").append(event.id).append("]");
        if (series != "value" && series != event.name)
            m_key.append(m_key.empty() ? "" : " ").append(series);
        m_builder.count(m_builder.lane(SliceLane::Kind::Counter, event.process, m_key), event.at, *number);
    });
}

void EventReader::takeAsync(const Event &event, char phase, std::uint8_t color)
{
    m_key.assign(event.category).append(1, '\0').append(event.id);
    if (!event.scope.empty())
        m_key.append("@").append(event.scope);
    const std::uint32_t lane = m_builder.lane(SliceLane::Kind::Async, event.process, m_key);
    if (!event.isLocal)
        m_builder.joinProcesses(lane);
    if (phase == 'b')
        m_builder.open(lane, event.at, m_builder.name(event.name), event.place, color);
    else if (phase == 'n')
        m_builder.mark(lane, event.at, m_builder.name(event.phase == 'n' ? event.name : stepOf(event)), event.place);
    else
        m_builder.close(lane, event.at, event.name.empty() ? std::nullopt : std::optional(m_builder.name(event.name)),
                        endPlaceOf(event));
}

/// What the step of an operation is called; what its operation is, when it says nothing.
std::string_view EventReader::stepOf(const Event &event)
{
    m_key.clear();
    forEachMember(event.args, [&](std::string_view key, std::string_view value) {
        if (key == "step")
            m_key = value;
    });
    return m_key.empty() ? event.name : std::string_view(m_key);
}

void EventReader::takeFlow(const Event &event)
{
    m_key.assign(event.category).append(1, '\0').append(event.name).append(1, '\0').append(event.id);
    if (event.isLocal)
        m_key.append(1, '\0').append(event.process);
    const auto what = event.phase == 's'   ? SliceBuilder::Flow::Begin
                      : event.phase == 'f' ? SliceBuilder::Flow::End
                                           : SliceBuilder::Flow::Step;
    m_builder.flow(keyOf(m_key), laneOf(event), event.at, what);
}

/// The newer way to write flows: spans say themselves that one comes in or goes out.
void EventReader::takeBinding(const Event &event)
{
    if (!event.flowsIn && !event.flowsOut)
        return;
    m_key.assign("bind_id").append(1, '\0').append(event.binding);
    m_builder.flow(keyOf(m_key), laneOf(event), event.at,
                   event.flowsIn ? SliceBuilder::Flow::Step : SliceBuilder::Flow::Begin);
}

} // namespace coroscope::formats
