// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/json_scanner.h"
#include "core/slices/slice_builder.h"

namespace coroscope::formats {

/// Reads the events of other programs' traces, one after the other, into spans, marks, counters and flows. It is
/// lenient where the many programs that write the format differ: ids and times may be strings, keys come in any
/// order, metadata anywhere, and what it does not know is left out and counted.
class EventReader {
public:
    EventReader(JsonScanner &scanner, SliceBuilder::Pairing pairing) : m_scanner(scanner), m_builder(pairing) {}

    /// The items of an array behind its `[`, up to and with its `]`. When `mayEnd`, the text may end behind an event:
    /// programs that crash leave such files, and viewers have always read them.
    void readArray(bool mayEnd);

    /// The text ended within the trace: what was complete is kept. False when nothing was.
    [[nodiscard]] bool endEarly();
    [[nodiscard]] bool outOfOrder() const { return m_builder.outOfOrder(); }
    [[nodiscard]] Slices finish() { return m_builder.finish(); }

private:
    /// An event as it stands in the text; valid until the next is read.
    struct Event {
        char phase = 0;
        bool hasTime = false;
        bool bindsEnclosing = false;
        bool isLocal = false; ///< its id is one of its process alone
        bool flowsIn = false;
        bool flowsOut = false;
        std::int64_t at = 0;
        std::int64_t duration = 0;
        std::uint64_t place = 0;
        std::string_view name;
        std::string_view category;
        std::string_view process;
        std::string_view thread;
        std::string_view id;
        std::string_view scope;
        std::string_view binding; ///< of the flow that goes through it
        std::string_view color;
        char reach = 't';      ///< of an instant: thread, process, global
        std::string_view args; ///< the object as it is written
    };

    bool readEvent(JsonCursor &cursor, Event &event);
    bool readMember(JsonCursor &cursor, std::string_view key, Event &event);
    bool readTime(JsonCursor &cursor, std::int64_t &time, bool &there);
    bool readToken(JsonCursor &cursor, std::string_view &token);
    bool readFlag(JsonCursor &cursor, bool &flag);
    bool readId2(JsonCursor &cursor, Event &event);
    void take(const Event &event);
    void takeMetadata(const Event &event);
    void takeCounter(const Event &event);
    std::string_view stepOf(const Event &event);
    void takeAsync(const Event &event, char phase, std::uint8_t color);
    void takeFlow(const Event &event);
    void takeBinding(const Event &event);
    /// 0 when it says no more than that something ends.
    static std::uint64_t endPlaceOf(const Event &event) { return event.args.size() > 2 ? event.place : 0; }
    std::uint32_t laneOf(const Event &event)
    {
        return m_builder.lane(SliceLane::Kind::Thread, event.process, event.thread);
    }

    JsonScanner &m_scanner;
    SliceBuilder m_builder;
    std::string m_key; ///< put together for an event
};

/// A JSON object's members, when it is small and right: `each(key, value)`, the value as it is written, a string
/// without its quotes.
template <class Each>
void forEachMember(std::string_view object, Each each)
{
    std::string padded(object); // behind the text stand zeros
    padded.append(JsonCursor::kPadding, '\0');
    JsonCursor cursor{padded.data(), padded.data() + object.size(), nullptr};
    if (!cursor.take('{') || cursor.take('}'))
        return;
    do {
        std::string_view key;
        if (!cursor.key(key))
            return;
        cursor.skipSpace();
        const char *const begin = cursor.at;
        if (!cursor.skip())
            return;
        std::string_view value(begin, static_cast<std::size_t>(cursor.at - begin));
        if (value.starts_with('"'))
            value = value.substr(1, value.size() - 2);
        each(key, value);
    } while (cursor.more('}'));
}

} // namespace coroscope::formats
