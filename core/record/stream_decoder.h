// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/stream_line.h"
#include "core/record/trace_check.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope {

inline constexpr std::string_view kStreamFormat = "coroscope-stream";
inline constexpr int kStreamVersion = 2;
inline constexpr std::size_t kMostStreamLine = std::size_t(1) << 20;
inline constexpr std::size_t kMostStreamTexts = std::size_t(256)
                                                << 20; ///< bytes of all texts, places and sources of a run

/// Why a stream cannot be read on.
struct StreamFault {
    enum class Kind : std::uint8_t {
        NotJson, ///< or no object and no array, or something behind it
        LongLine,
        NoHeader, ///< the first line is not the header of a stream
        Version,  ///< of another version [what: it]
        Header,   ///< a key of the header has a value it cannot have [what: the key]
        Line,     ///< a key of another line has such a value [what: the key]
        Order,    ///< a text or place is defined out of turn [what: its number]
        Texts,    ///< more of them than a run may have
        Number,   ///< a column is no whole number, or one that no event can have
        Columns,  ///< an event has fewer columns than time and kind
        Full,     ///< more events than a trace holds
        Event,    ///< an event cannot be: `event` says why
    } kind = Kind::NotJson;
    std::uint64_t line = 0; ///< from 1
    std::string what = {};
    TraceFault event = {};
};

/// What a recorder says of the program beside the run; empty when it says nothing.
struct StreamRemarks {
    std::string failed = {};  ///< why it records no more, or could not begin
    std::string foreign = {}; ///< class of an event loop that it does not record
    std::string outside = {}; ///< who outside was the first to act: child, peer, pipe, thread, ...
};

/// Reads a stream (resources/stream/README.md) as it comes, in pieces of any size, and records what it says.
///
///     Trace trace;
///     StreamDecoder decoder(trace);
///     while (const auto piece = read())
///         if (!decoder.push(*piece))
///             break; // decoder.fault() says why; the trace keeps what came before
///
/// Every event is checked before it is recorded (trace_check.h), so whatever follows the trace while it grows can rely
/// on it. Texts that are not UTF-8 are mended. Unknown keys, lines and columns are skipped. Memory is that of the trace
/// and of a line, both bounded. To be used by the one thread that records; any may read the trace meanwhile.
class StreamDecoder {
public:
    explicit StreamDecoder(Trace &trace);

    /// False when there is a fault, now or before: then nothing more is read.
    bool push(std::string_view piece);

    [[nodiscard]] const std::optional<StreamFault> &fault() const { return m_fault; }
    [[nodiscard]] const StreamRemarks &remarks() const { return m_remarks; }
    /// The header has been read.
    [[nodiscard]] bool begun() const { return m_begun; }
    /// A line has begun that has not ended: at the end of a stream, that it was cut.
    [[nodiscard]] bool withinLine() const { return !m_rest.empty(); }
    /// How many lines have been read.
    [[nodiscard]] std::uint64_t lines() const { return m_line; }

private:
    static constexpr std::size_t kMostColumns = 32;
    enum Field : std::uint8_t { Time, Kind, Tag, Actor, Object, Source, Value, By, Unknown };
    using Record = std::array<std::int64_t, Unknown>;

    bool readLine(std::string_view line);
    bool readRest(std::string_view &piece);
    bool readEvent(StreamLine line);
    bool record(const Record &record);
    bool readHeader(StreamLine line);
    bool readHeaderKey(StreamLine &line, std::string_view key, RunHeader &header);
    bool readFields(StreamLine &line);
    bool readNames(StreamLine &line, std::span<const std::string_view> known, std::vector<std::uint8_t> &numbers);
    bool readDefinition(StreamLine line);
    bool define(const struct StreamDefinition &said);
    bool takesRoom(std::size_t bytes);
    bool fail(StreamFault::Kind kind, std::string what = {});
    bool failLine(const StreamLine &line, StreamFault::Kind kind, std::string_view what = {});

    Trace &m_trace;
    EventCheck m_check;
    std::vector<std::uint8_t> m_kinds; ///< by the number in the stream; 255: none of ours
    std::vector<std::uint8_t> m_reasons;
    std::vector<Field> m_fields;
    std::string m_rest; ///< of a line that has not ended
    StreamRemarks m_remarks;
    std::size_t m_texts = 0;
    std::uint64_t m_line = 0;
    bool m_begun = false;
    std::optional<StreamFault> m_fault;
};

} // namespace coroscope
