// SPDX-License-Identifier: MIT
#include "core/record/stream_text.h"

#include "core/record/event_columns.h"
#include "core/record/event_names.h"
#include "core/record/json_text.h"
#include "core/record/stream_decoder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace coroscope {

namespace {

/// A line has room for no more; what is longer is cut, and says so.
void appendBounded(std::string &out, std::string_view text)
{
    constexpr std::size_t kLongest = kMostStreamLine - 4096;
    constexpr std::size_t kMostEscaped = 6; // \u0001
    const std::size_t begin = out.size();
    if (text.size() <= kLongest / kMostEscaped) {
        appendJsonString(out, text);
        return;
    }
    appendJsonString(out, text);
    for (std::size_t kept = text.size(); out.size() - begin > kLongest;) {
        kept = std::min(kept / 2, kLongest / 2);
        while (kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xc0) == 0x80) // within a character
            --kept;
        out.resize(begin);
        appendJsonString(out, std::string(text.substr(0, kept)) + "…");
    }
}

} // namespace

StreamEncoder::StreamEncoder(const Trace &trace, const RunHeader &header, std::function<void(std::string_view)> write)
    : m_trace(trace), m_write(std::move(write))
{
    writeHeader(header);
}

void StreamEncoder::writeHeader(const RunHeader &header)
{
    m_out += "{\"format\": ";
    appendJsonString(m_out, kStreamFormat);
    m_out += ", \"version\": " + std::to_string(kStreamVersion) + ", \"clock\": ";
    m_out += header.clock == ClockKind::Virtual ? "\"virtual\"" : "\"real\"";
    m_out += ", \"tolerance\": " + std::to_string(header.tolerance.count());
    m_out += R"(, "fields": ["time", "kind", "tag", "actor", "object", "source", "value", "by"])";
    writeNames("kinds", eventKindNames());
    writeNames("reasons", reasonNames());
    m_out += ", \"name\": ";
    appendJsonString(m_out, header.name);
    m_out += header.dialect == Dialect::Lesson ? ", \"dialect\": \"lesson\"" : ", \"dialect\": \"scenario\"";
    m_out += header.language == Language::Python ? ", \"language\": \"python\"}\n" : ", \"language\": \"c++\"}\n";
}

void StreamEncoder::writeNames(const char *key, std::span<const std::string_view> names)
{
    m_out.append(", \"").append(key).append("\": [");
    for (const std::string_view &name : names) {
        m_out += &name == names.data() ? "" : ", ";
        appendJsonString(m_out, name);
    }
    m_out += ']';
}

void StreamEncoder::update(EventIndex end)
{
    end = std::min(end, m_trace.size());
    for (; m_written < end; ++m_written) {
        defineFor(m_trace[m_written]);
        writeEvent(m_trace[m_written]);
        handOn(65536);
    }
    handOn(1);
}

void StreamEncoder::finish()
{
    defineTexts(m_trace.textCount());
    definePlaces(m_trace.placeCount());
    for (std::size_t i = 0; i < m_trace.sourceCount(); ++i)
        writeSource(m_trace.source(i));
    if (const std::uint64_t lost = m_trace.lost())
        m_out += "{\"lost\": " + std::to_string(lost) + "}\n";
    if (const auto exit = m_trace.exit())
        m_out += std::string("{\"exit\": {") + (exit->how == RunExit::How::Signal ? "\"signal\": " : "\"status\": ")
                 + std::to_string(exit->number) + "}}\n";
    handOn(1);
}

void StreamEncoder::writeSource(const SourceText &source)
{
    m_out += "{\"source\": ";
    appendJsonString(m_out, source.file);
    m_out += ", \"is\": ";
    appendBounded(m_out, source.text);
    m_out += "}\n";
    handOn(65536);
}

void StreamEncoder::defineFor(const TraceEvent &event)
{
    const EventColumns &columns = columnsOf(event.kind);
    const auto define = [this](Column column, std::int64_t number) {
        if (column == Column::Text)
            defineTexts(static_cast<std::size_t>(number) + 1);
        else if (column == Column::Place)
            definePlaces(static_cast<std::size_t>(number) + 1);
    };
    define(columns.object, event.object);
    define(columns.source, event.source);
    define(columns.value, event.value);
}

/// Up to this many; they are numbered in the order in which they came.
void StreamEncoder::defineTexts(std::size_t count)
{
    for (; m_texts < count; ++m_texts) {
        m_out += "{\"text\": " + std::to_string(m_texts) + ", \"is\": ";
        appendBounded(m_out, m_trace.text(static_cast<TextId>(m_texts)));
        m_out += "}\n";
    }
}

void StreamEncoder::definePlaces(std::size_t count)
{
    for (; m_places < count; ++m_places) {
        const SourcePlace &place = m_trace.place(static_cast<SourceId>(m_places));
        m_out += "{\"place\": " + std::to_string(m_places) + ", \"file\": ";
        appendJsonString(m_out, place.file);
        m_out += ", \"line\": " + std::to_string(place.line);
        if (!place.function.empty()) {
            m_out += ", \"function\": ";
            appendJsonString(m_out, place.function);
        }
        m_out += "}\n";
    }
}

void StreamEncoder::writeEvent(const TraceEvent &event)
{
    const std::int64_t by = raw(byOf(event));
    const bool byIsObject = event.kind == EventKind::TaskCancelRequested;
    const bool byIsSource = event.kind == EventKind::HandleReady;
    const std::array<std::int64_t, 8> columns{event.time,
                                              static_cast<std::int64_t>(event.kind),
                                              event.tag,
                                              raw(event.actor),
                                              byIsObject ? 0 : event.object,
                                              byIsSource ? 0 : event.source,
                                              valueOf(event),
                                              by};
    const auto said =
        std::find_if(columns.rbegin(), columns.rend() - 2, [](std::int64_t number) { return number != 0; }).base();
    char separator = '[';
    for (auto column = columns.begin(); column != said; ++column) {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.begin(), digits.end(), *column).ptr;
        m_out += separator;
        m_out.append(digits.begin(), end);
        separator = ',';
    }
    m_out += "]\n";
}

void StreamEncoder::handOn(std::size_t least)
{
    if (m_out.size() < least)
        return;
    m_write(m_out);
    m_out.clear();
}

} // namespace coroscope
