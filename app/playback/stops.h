// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spans.h"

namespace coroscope {

/// How far one press of a step key goes.
enum class StepKind {
    Event,  ///< every record of the trace
    Switch, ///< every time somebody gets the thread
    Pass,   ///< every iteration of the loop
};

/// The cursors of one run at which a step of one kind comes to rest, numbered from 0. Pure functions of what has
/// been recorded so far; binary searches, so a step costs nothing in a long trace.
///
/// A switch rests at the *end* of the task's turn, just before it gives the thread back: there the task has printed
/// what it prints and still holds the thread, which is what someone who watches wants to see. So with callbacks,
/// coroutines driven by hand and the main program.
class Stops {
public:
    Stops(const Spans &spans, StepKind kind) : m_spans(spans), m_kind(kind) {}

    /// The first event at or after `at`, and the first after it; the number of events when there is none.
    [[nodiscard]] EventIndex firstAt(Instant at) const;
    [[nodiscard]] EventIndex firstAfter(Instant at) const;

    [[nodiscard]] std::size_t count() const;
    /// How many stops lie before the event `index`.
    [[nodiscard]] std::size_t countBefore(EventIndex index) const;
    /// How many stops a run whose events below `cursor` have happened has reached.
    [[nodiscard]] std::size_t reached(EventIndex cursor) const;
    /// The cursor at the stop.
    [[nodiscard]] EventIndex cursorAt(std::size_t stop) const;
    [[nodiscard]] Instant timeOf(std::size_t stop) const;

    /// How many stops lie at the very instant.
    [[nodiscard]] std::size_t countAt(Instant at) const;
    /// The cursor when `rank` stops of the instant have been reached: all its events when it has fewer.
    [[nodiscard]] EventIndex cursorAt(Instant at, std::size_t rank) const;

private:
    [[nodiscard]] EventIndex eventOf(std::size_t stop) const;
    [[nodiscard]] EventIndex turnEnd(EventIndex step) const;

    const Spans &m_spans;
    StepKind m_kind;
};

} // namespace coroscope
