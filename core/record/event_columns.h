// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/event.h"

namespace coroscope {

/// What a column of an event holds, which depends on its kind. A column that says nothing holds 0.
enum class Column : std::uint8_t {
    Nothing,
    Number,   ///< any: what a task returned
    Moment,   ///< nanoseconds, a level, a number of an iteration: added and subtracted, so of a bounded size
    Text,     ///< TextId
    Place,    ///< SourceId
    Actor,    ///< ActorId
    Handle,   ///< HandleId
    Resource, ///< ResourceId
    Awaited,  ///< what the reason in `tag` speaks of
    Child,    ///< an ActorId; a ResourceId when `tag` is 1
    Event,    ///< EventIndex, up to the event itself; -1 where that is not known
    Waker,    ///< Waker
};

struct EventColumns {
    Column object = Column::Nothing;
    Column source = Column::Nothing;
    Column value = Column::Nothing;
    std::uint8_t lastTag = 0;
    /// Written as a column of its own in files; in memory it shares one (TraceEvent::creator() and its neighbours).
    bool by = false;
};

[[nodiscard]] const EventColumns &columnsOf(EventKind kind);

/// An event's `by`: whose doing it is; Main where its kind says nothing of it.
[[nodiscard]] ActorId byOf(const TraceEvent &event);
/// The event's `value` without `by`.
[[nodiscard]] std::int64_t valueOf(const TraceEvent &event);
/// Sets the columns that say nothing to 0, whatever a file wrote there. Of a kind that is none: nothing.
void clearUnused(TraceEvent &event);
/// Puts `by` where the kind has it. False when there is no room beside what the other columns say.
[[nodiscard]] bool setBy(TraceEvent &event, ActorId by);

} // namespace coroscope
