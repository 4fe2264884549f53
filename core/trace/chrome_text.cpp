// SPDX-License-Identifier: MIT
#include "core/trace/chrome_text.h"

#include "core/trace/json_text.h"

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
    std::snprintf(text.data(), text.size(), "%lld.%03lld", static_cast<long long>(nanoseconds / 1000), static_cast<long long>(nanoseconds % 1000));
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
    ChromeWriter(const Names &names, const std::function<void(std::string_view)> &write)
        : m_names(names), m_spans(names.spans()), m_trace(m_spans.trace()), m_write(write)
    {
    }

    void run()
    {
        m_out = "{\"displayTimeUnit\": \"ms\", \"traceEvents\": [";
        writeNames();
        for (const Span &span : m_spans.thread())
            writeSlice(kLoopThread, labelOf(span.by), span);
        for (const Lane &lane : m_spans.lanes())
            for (const Span &span : lane.spans)
                writeSlice(threadOf(lane.actor), sliceName(span), span);
        for (const Wakeup &wakeup : m_spans.wakeups())
            if (wakeup.kind != Wakeup::Kind::Cancel && wakeup.from != ActorId::Main)
                writeFlow(wakeup);
        writePrints();
        m_out += "\n], \"otherData\": {\"format\": \"coroscope-trace\", \"version\": 1";
        writeTrace();
        m_out += "}}\n";
        m_write(m_out);
    }

private:
    /// Begins an event up to its own members.
    void begin(const char *phase, std::uint32_t thread, std::string_view name)
    {
        handOnIfLarge();
        m_out += m_first ? "\n" : ",\n";
        m_first = false;
        m_out += std::string("{\"ph\": \"") + phase + "\", \"pid\": " + std::to_string(kProcess) + ", \"tid\": " + std::to_string(thread) + ", \"name\": ";
        appendJsonString(m_out, name);
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

    void writeNames()
    {
        begin("M", kLoopThread, "process_name");
        m_out += ", \"args\": {\"name\": \"coroscope\"}}";
        writeName(kLoopThread, "thread", 0);
        for (const Lane &lane : m_spans.lanes())
            writeName(threadOf(lane.actor), labelOf(lane.actor), threadOf(lane.actor));
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

    void writeSlice(std::uint32_t thread, const std::string &name, const Span &span)
    {
        const Instant end = span.open() ? m_spans.end() : span.end;
        begin("X", thread, name);
        m_out += ", \"cat\": \"" + std::string(stateName(span.state)) + "\", \"ts\": " + microseconds(nanosecondsOf(span.begin))
                 + ", \"dur\": " + microseconds((end - span.begin).count()) + '}';
    }

    void writeFlow(const Wakeup &wakeup)
    {
        const std::string rest = ", \"cat\": \"wake-up\", \"id\": " + std::to_string(++m_flows) + ", \"ts\": " + microseconds(nanosecondsOf(wakeup.at)) + ", \"bp\": \"e\"}";
        const char *const name = wakeup.kind == Wakeup::Kind::Spawn ? "spawn" : "wake";
        begin("s", threadOf(wakeup.from), name);
        m_out += rest;
        begin("f", threadOf(wakeup.to), name);
        m_out += rest;
    }

    void writePrints()
    {
        for (EventIndex i = 0; i < m_spans.eventsRead(); ++i) {
            const TraceEvent &event = m_trace[i];
            if (event.kind != EventKind::Printed && event.kind != EventKind::Warned && event.kind != EventKind::Reported)
                continue;
            begin("i", threadOf(event.actor), m_trace.text(event.text()));
            m_out += ", \"cat\": \"console\", \"s\": \"t\", \"ts\": " + microseconds(event.time) + '}';
        }
    }

    /// Texts and places by their ids, then every record: time, kind, tag, actor, object, source, value.
    void writeTrace()
    {
        m_out += ", \"texts\": [";
        for (std::size_t i = 0; i < m_trace.textCount(); ++i) {
            m_out += i ? ", " : "";
            appendJsonString(m_out, m_trace.text(static_cast<TextId>(i)));
        }
        m_out += "], \"places\": [";
        for (std::size_t i = 0; i < m_trace.placeCount(); ++i) {
            const SourcePlace &place = m_trace.place(static_cast<SourceId>(i));
            m_out += i ? ", [" : "[";
            appendJsonString(m_out, place.file);
            m_out += ", " + std::to_string(place.line) + ']';
        }
        m_out += "], \"events\": [";
        m_first = true;
        for (EventIndex i = 0; i < m_spans.eventsRead(); ++i)
            writeRecord(m_trace[i]);
        m_out += ']';
    }

    void writeRecord(const TraceEvent &event)
    {
        std::array<char, 160> text{};
        const int length = std::snprintf(text.data(), text.size(), "%s[%lld, %u, %u, %u, %u, %u, %lld]", m_first ? "\n" : ",\n",
                                         static_cast<long long>(event.time), static_cast<unsigned>(event.kind), static_cast<unsigned>(event.tag),
                                         raw(event.actor), event.object, event.source, static_cast<long long>(event.value));
        m_first = false;
        m_out.append(text.data(), static_cast<std::size_t>(length));
        handOnIfLarge();
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
    const std::function<void(std::string_view)> &m_write;
    std::string m_out;
    std::uint64_t m_flows = 0;
    bool m_first = true;
};

} // namespace

void writeChrome(const Names &names, const std::function<void(std::string_view)> &write)
{
    ChromeWriter(names, write).run();
}

} // namespace coroscope
