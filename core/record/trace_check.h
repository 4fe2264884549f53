// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/event_columns.h"
#include "core/record/trace.h"

#include <optional>

namespace coroscope {

/// Why the views must not be made from a trace that comes from outside.
struct TraceFault {
    EventIndex event = 0;
    enum class Kind : std::uint8_t {
        Time,   ///< before the event in front of it, negative or absurdly late
        Kind,   ///< kind or tag are none of the enumerations'
        Actor,  ///< a lane that has not been created, or one created out of turn
        Object, ///< a text, place, resource, handle or earlier event that does not exist
    } kind = Kind::Kind;
};

/// Some 36 years: sums and differences of instants stay far from overflow.
inline constexpr std::int64_t kLatestTime = std::int64_t(1) << 60;

/// An instant that views can work with: neither before the begin nor absurdly far.
[[nodiscard]] constexpr bool isSoundTime(std::int64_t nanoseconds)
{
    return nanoseconds >= 0 && nanoseconds <= kLatestTime;
}

/// Checks event by event what every view relies on: lanes are created before they are spoken of and in turn, texts and
/// places exist, ids are dense, time does not run back. No memory, some nanoseconds an event.
class EventCheck {
public:
    /// For a trace of this many texts and places; of a stream more come.
    explicit EventCheck(const Trace &trace) : m_texts(trace.textCount()), m_places(trace.placeCount()) {}

    void addText() { ++m_texts; }
    void addPlace() { ++m_places; }
    [[nodiscard]] std::size_t texts() const { return m_texts; }
    [[nodiscard]] std::size_t places() const { return m_places; }

    /// Why the event cannot be the trace's next one. Nothing: it can, and counts as recorded.
    [[nodiscard]] std::optional<TraceFault::Kind> next(const TraceEvent &event);

private:
    [[nodiscard]] bool isActor(std::int64_t actor) const { return actor >= 0 && actor < m_actors; }
    [[nodiscard]] bool isObject(std::int64_t object) const;
    [[nodiscard]] bool isAwaited(const TraceEvent &event) const;
    [[nodiscard]] bool holds(Column column, std::int64_t number, const TraceEvent &event) const;

    std::size_t m_texts;
    std::size_t m_places;
    EventIndex m_index = 0;
    std::int64_t m_time = 0;
    std::int64_t m_actors = 1; ///< the main program
};

/// The same for a whole trace. Those recorded by a run always pass; those read from a file have to be asked.
[[nodiscard]] std::optional<TraceFault> checkTrace(const Trace &trace);

} // namespace coroscope
