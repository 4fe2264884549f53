// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/chart_request.h"

#include <vector>

namespace coroscope::timeline {

// Where on the horizontal axis things of one run are.
//
// A *hold* is what a task does from getting the thread to giving it back: one step. Most holds take
// no time at all, yet they are what a lesson is about, so each is drawn as a pin of fixed width,
// and the pins of one instant fan out to the right in the order of execution, the same in all
// lanes. The left edge of a fan is its instant: nothing is ever drawn before it happens, and where
// a fan would reach the next instant at which something happens, its pins get narrower instead.
// Everything that takes time is drawn from its begin to its end.

/// A pin's place: how far right of its instant it begins, and how wide it is.
struct PinSlot {
    double offset = 0;
    double width = 0;
    double pitch = 0; ///< from one pin of the fan to the next
};

/// The pixels of a run's spans. Cheap to make: reads only what is visible of the thread's spans.
class AxisMap {
public:
    /// `pinWidth`: of a pin with room, in pixels.
    AxisMap(const RunView &run, AxisMode mode, const Viewport &viewport, double pinWidth);

    [[nodiscard]] AxisMode mode() const { return m_mode; }
    [[nodiscard]] const Viewport &viewport() const { return m_viewport; }
    [[nodiscard]] const Spans &spans() const { return *m_run.spans; }
    /// Open bars end here.
    [[nodiscard]] Instant now() const { return m_now; }

    [[nodiscard]] bool happened(EventIndex event) const { return event < m_run.cursor; }
    /// Has begun. (The deadline of a sleep is known when it begins, and so is what follows it: such
    /// a span begins after its first event.)
    [[nodiscard]] bool happened(const Span &span) const
    {
        return happened(span.first)
               && (span.begin < m_now || (span.begin == m_now && spans().trace()[span.first].at() == span.begin));
    }
    /// Still open, as seen from the cursor.
    [[nodiscard]] bool open(const Span &span) const
    {
        const bool known = span.last == span.first; // it ended by its deadline
        return span.open() || span.last >= m_run.cursor || span.end > m_now || (known && span.end == m_now);
    }
    /// A sleeper whose deadline has passed and who has not been woken: the thread is held by
    /// another.
    [[nodiscard]] bool overdue(const Span &span) const
    {
        return span.state == State::Awaiting && span.reason == Reason::Sleep && open(span)
               && instantAt(span.value) < m_now;
    }
    [[nodiscard]] Instant end(const Span &span) const { return open(span) && !span.momentary() ? m_now : span.end; }
    [[nodiscard]] Duration length(const Span &span) const { return end(span) - span.begin; }

    /// Pixels of the begin and end of a span, without any fan.
    [[nodiscard]] double left(const Span &span) const;
    [[nodiscard]] double right(const Span &span) const;
    /// Pixel of an instant; in steps mode, that of the step which follows it.
    [[nodiscard]] double pixel(Instant at) const;
    /// Pixel of something that happened at `event`, at `at`.
    [[nodiscard]] double pixel(EventIndex event, Instant at) const;
    [[nodiscard]] double nowPixel() const;

    /// Clock mode: where the hold that begins with `span` has its pin.
    [[nodiscard]] PinSlot slot(const Span &span) const;
    /// How far right of an instant its fan may reach.
    [[nodiscard]] double fanReach() const { return m_fanReach; }
    [[nodiscard]] double pinWidth() const { return m_pinWidth; }

    /// Whether a span is the first of its hold.
    [[nodiscard]] bool beginsHold(const Span &span) const;

private:
    struct Fan {
        Instant at;
        std::size_t first;  ///< index in Spans::thread()
        std::size_t count;  ///< of its spans
        std::size_t starts; ///< its holds in m_starts, when counted
        std::size_t holds;
        double pitch;
        bool counted;
    };
    void makeFans();
    void addFan(std::size_t first, std::size_t count, double room);
    [[nodiscard]] std::size_t placeIn(const Fan &fan, EventIndex event) const;

    RunView m_run;
    AxisMode m_mode;
    Viewport m_viewport;
    Instant m_now;
    double m_pinWidth;
    double m_fanReach;
    std::vector<Fan> m_fans;
    std::vector<EventIndex> m_starts; ///< the first events of the holds of all counted fans
};

/// Running or blocking: has the thread.
[[nodiscard]] constexpr bool holds(State state)
{
    return state == State::Running || state == State::Blocking;
}

} // namespace coroscope::timeline
