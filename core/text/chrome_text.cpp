// SPDX-License-Identifier: MIT
#include "core/text/chrome_text.h"

#include "core/record/event_names.h"
#include "core/record/json_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace coroscope {

namespace {

constexpr std::uint32_t kProcess = 999'999'999; ///< never a lane's thread
constexpr std::uint32_t kLoopThread = 1;

std::uint32_t threadOf(ActorId actor)
{
    return raw(actor) + 2;
}

std::string microseconds(std::int64_t nanoseconds)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%lld.%03lld", static_cast<long long>(nanoseconds / 1000),
                  static_cast<long long>(nanoseconds % 1000));
    return text.data();
}

const char *stateName(State state)
{
    switch (state) {
    case State::Created: return "created";
    case State::Ready: return "ready";
    case State::Running: return "running";
    case State::Blocking: return "blocking";
    case State::Awaiting: return "awaiting";
    }
    return "";
}

class ChromeWriter {
public:
    ChromeWriter(const Names &names, const SavedRunInfo &info, const std::function<void(std::string_view)> &write)
        : m_names(names), m_spans(names.spans()), m_trace(m_spans.trace()), m_info(info), m_write(write)
    {
    }

    void run()
    {
        m_out = "{\"displayTimeUnit\": \"ms\", \"otherData\": {";
        writeTrace();
        m_out += "}, \"traceEvents\": [";
        m_first = true;
        writeNames();
        m_written.resize(m_spans.lanes().size());
        for (EventIndex i = 0; i < m_spans.eventsRead(); ++i)
            writeEvent(i, m_trace[i]);
        m_out += "\n]}\n";
        m_write(m_out);
    }

private:
    // The trace, record by record ------------------------------------------------------------------------------

    void writeTrace()
    {
        m_out += "\"format\": ";
        appendJsonString(m_out, kSavedRunFormat);
        m_out += ", \"version\": " + std::to_string(kSavedRunVersion) + ", \"dialect\": ";
        appendJsonString(m_out, m_info.dialect == Dialect::Lesson ? "lesson" : "scenario");
        m_out += ", \"name\": ";
        appendJsonString(m_out, m_info.name);
        if (!m_info.source.empty()) {
            m_out += ",\n\"source\": ";
            appendJsonString(m_out, m_info.source);
            handOnIfLarge();
        }
        if (!m_info.settings.empty())
            writeSettings();
        if (!m_info.notes.empty())
            writeNotes();
        writeList("kinds", eventKindNames());
        writeList("reasons", reasonNames());
        m_out += ",\n\"texts\": [";
        for (std::size_t i = 0; i < m_trace.textCount(); ++i) {
            m_out += i ? ", " : "";
            appendJsonString(m_out, m_trace.text(static_cast<TextId>(i)));
            handOnIfLarge();
        }
        m_out += "],\n\"places\": [";
        for (std::size_t i = 0; i < m_trace.placeCount(); ++i) {
            const SourcePlace &place = m_trace.place(static_cast<SourceId>(i));
            m_out += i ? ", [" : "[";
            appendJsonString(m_out, place.file);
            m_out += ", " + std::to_string(place.line) + ']';
        }
        m_out += "],\n\"events\": [";
        for (EventIndex i = 0; i < m_spans.eventsRead(); ++i)
            writeRecord(m_trace[i]);
        m_out += ']';
    }

    void writeSettings()
    {
        m_out += ",\n\"settings\": [";
        for (const std::string &setting : m_info.settings) {
            m_out += &setting == m_info.settings.data() ? "" : ", ";
            appendJsonString(m_out, setting);
        }
        m_out += ']';
    }

    void writeNotes()
    {
        m_out += ",\n\"notes\": [";
        for (const RunNote &note : m_info.notes) {
            m_out += std::string(&note == m_info.notes.data() ? "" : ", ")
                     + "{\"t\": " + std::to_string(nanosecondsOf(note.at));
            if (note.end)
                m_out += ", \"end\": " + std::to_string(nanosecondsOf(*note.end));
            if (!note.lane.empty()) {
                m_out += ", \"lane\": ";
                appendJsonString(m_out, note.lane);
            }
            m_out += ", \"text\": ";
            appendJsonString(m_out, note.text);
            m_out += '}';
        }
        m_out += ']';
    }

    void writeList(const char *key, std::span<const std::string_view> names)
    {
        m_out += std::string(",\n\"") + key + "\": [";
        for (const std::string_view &name : names) {
            m_out += &name == names.data() ? "" : ", ";
            appendJsonString(m_out, name);
        }
        m_out += ']';
    }

    /// Time, kind, tag, actor, object, source, value.
    void writeRecord(const TraceEvent &event)
    {
        std::array<char, 160> text{};
        const int length = std::snprintf(
            text.data(), text.size(), "%s[%lld, %u, %u, %u, %u, %u, %lld]", m_first ? "\n" : ",\n",
            static_cast<long long>(event.time), static_cast<unsigned>(event.kind), static_cast<unsigned>(event.tag),
            raw(event.actor), event.object, event.source, static_cast<long long>(event.value));
        m_first = false;
        m_out.append(text.data(), static_cast<std::size_t>(length));
        handOnIfLarge();
    }

    // The picture of it ----------------------------------------------------------------------------------------

    void writeNames()
    {
        begin("M", kLoopThread, "process_name");
        m_out += ", \"args\": {\"name\": \"coroscope\"}}";
        writeName(kLoopThread, "thread", 0);
        for (const Lane &lane : m_spans.lanes())
            writeName(threadOf(lane.actor), labelOf(lane.actor), threadOf(lane.actor));
    }

    void writeName(std::uint32_t thread, std::string_view name, std::uint32_t place)
    {
        begin("M", thread, "thread_name");
        m_out += ", \"args\": {\"name\": ";
        appendJsonString(m_out, name);
        m_out += "}}";
        begin("M", thread, "thread_sort_index");
        m_out += ", \"args\": {\"sort_index\": " + std::to_string(place) + "}}";
    }

    /// What the event opened, then the wake-ups it is, then what it printed.
    void writeEvent(EventIndex index, const TraceEvent &event)
    {
        for (const auto &thread = m_spans.thread();
             m_threadWritten < thread.size() && thread[m_threadWritten].first == index; ++m_threadWritten)
            writeSlice(kLoopThread, labelOf(thread[m_threadWritten].by), thread[m_threadWritten]);
        if (raw(event.actor) < m_written.size()) {
            const Lane &lane = m_spans.lane(event.actor);
            for (std::size_t &next = m_written[raw(event.actor)];
                 next < lane.spans.size() && lane.spans[next].first == index; ++next)
                writeSlice(threadOf(lane.actor), sliceName(lane.spans[next]), lane.spans[next]);
        }
        for (const auto &wakeups = m_spans.wakeups(); m_wakeup < wakeups.size() && wakeups[m_wakeup].event == index;
             ++m_wakeup)
            writeFlow(wakeups[m_wakeup]);
        if (event.kind == EventKind::Printed || event.kind == EventKind::Warned || event.kind == EventKind::Reported)
            writePrint(event);
    }

    /// Begins an event up to its own members.
    void begin(const char *phase, std::uint32_t thread, std::string_view name)
    {
        handOnIfLarge();
        m_out += m_first ? "\n" : ",\n";
        m_first = false;
        m_out += std::string("{\"ph\": \"") + phase + "\", \"pid\": " + std::to_string(kProcess)
                 + ", \"tid\": " + std::to_string(thread) + ", \"name\": ";
        appendJsonString(m_out, name);
    }

    [[nodiscard]] std::string labelOf(ActorId actor) const
    {
        const std::string label = m_names.lane(actor);
        return label.empty() ? "main program" : label;
    }

    [[nodiscard]] std::string sliceName(const Span &span) const
    {
        if (span.state == State::Awaiting)
            return m_names.awaiting(span);
        if (span.state == State::Blocking)
            return m_trace.text(static_cast<TextId>(span.object));
        return stateName(span.state);
    }

    [[nodiscard]] Instant endOf(const Span &span) const { return span.open() ? m_spans.end() : span.end; }

    void writeSlice(std::uint32_t thread, const std::string &name, const Span &span)
    {
        begin("X", thread, name);
        m_out += ", \"cat\": \"" + std::string(stateName(span.state))
                 + "\", \"ts\": " + microseconds(nanosecondsOf(span.begin))
                 + ", \"dur\": " + microseconds((endOf(span) - span.begin).count()) + '}';
    }

    /// From what the one was doing, or did last, to what the other does now. What ended before it caused anything (a
    /// callback acts on its behalf) has the arrow begin at its end: nothing may begin outside of a slice.
    void writeFlow(const Wakeup &wakeup)
    {
        if (wakeup.kind == Wakeup::Kind::Cancel || wakeup.from == ActorId::Main)
            return;
        const auto &from = m_spans.lane(wakeup.from).spans;
        const auto after = std::ranges::upper_bound(from, wakeup.at, {}, &Span::begin);
        if (after == from.begin())
            return;
        const std::string number = ", \"cat\": \"wake-up\", \"id\": " + std::to_string(++m_flows) + ", \"ts\": ";
        const char *const name = wakeup.kind == Wakeup::Kind::Spawn ? "spawn" : "wake";
        const Instant begun = std::min(wakeup.at, endOf(*std::prev(after)));
        begin("s", threadOf(wakeup.from), name);
        m_out += number + microseconds(nanosecondsOf(begun)) + ", \"bp\": \"e\"}";
        begin("f", threadOf(wakeup.to), name);
        m_out += number + microseconds(nanosecondsOf(wakeup.at)) + ", \"bp\": \"e\"}";
    }

    void writePrint(const TraceEvent &event)
    {
        begin("i", threadOf(event.actor), m_trace.text(event.text()));
        m_out += ", \"cat\": \"console\", \"s\": \"t\", \"ts\": " + microseconds(event.time) + '}';
    }

    void handOnIfLarge()
    {
        constexpr std::size_t kPiece = 65536;
        if (m_out.size() <= kPiece)
            return;
        m_write(m_out);
        m_out.clear();
    }

    const Names &m_names;
    const Spans &m_spans;
    const Trace &m_trace;
    const SavedRunInfo &m_info;
    const std::function<void(std::string_view)> &m_write;
    std::string m_out;
    std::vector<std::size_t> m_written; ///< by lane: how many of its spans
    std::size_t m_threadWritten = 0;
    std::size_t m_wakeup = 0;
    std::uint64_t m_flows = 0;
    bool m_first = true;
};

} // namespace

void writeChrome(const Names &names, const SavedRunInfo &info, const std::function<void(std::string_view)> &write)
{
    ChromeWriter(names, info, write).run();
}

} // namespace coroscope
