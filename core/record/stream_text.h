// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/trace.h"

#include <functional>
#include <span>
#include <string>

namespace coroscope {

/// Writes a run as a stream (resources/stream/README.md), from its trace alone; also while the trace still grows.
///
///     StreamEncoder writer(trace, trace.header(), [](std::string_view piece) { std::cout << piece; });
///     writer.update(); // what has happened up to now
///     writer.finish(); // and what is known beside the events
///
/// Each text and place is defined before the event that speaks of it, so that the stream can be cut anywhere. The text
/// comes in pieces of some ten thousand characters; equal runs give equal bytes. Reading it gives an equal trace.
class StreamEncoder {
public:
    /// `header`: the trace's own, or with what only its owner knows.
    StreamEncoder(const Trace &trace, const RunHeader &header, std::function<void(std::string_view piece)> write);

    /// Writes what the trace has recorded since the last call, at most up to `end`.
    void update(EventIndex end = ~EventIndex(0));
    /// The text of a source file.
    void writeSource(const SourceText &source);
    /// The texts no event speaks of, the trace's sources, what was lost and how the program ended. Once, after the last
    /// update().
    void finish();

private:
    void writeHeader(const RunHeader &header);
    void writeNames(const char *key, std::span<const std::string_view> names);
    void writeEvent(const TraceEvent &event);
    void defineFor(const TraceEvent &event);
    void defineTexts(std::size_t count);
    void definePlaces(std::size_t count);
    void handOn(std::size_t least);

    const Trace &m_trace;
    std::function<void(std::string_view)> m_write;
    std::string m_out;
    EventIndex m_written = 0;
    std::size_t m_texts = 1;
    std::size_t m_places = 1;
};

} // namespace coroscope
