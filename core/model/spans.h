// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/trace.h"

#include <string>
#include <vector>

namespace coroscope {

/// The states of a task. Legal changes:
///   Ready -> Running | end (cancelled before its first step); a task is ready from its creation on
///   Running -> Blocking | Awaiting | Ready (sleep(0)) | end
///   Blocking -> Running; Awaiting -> Ready
/// A coroutine driven by hand: Created -> Running -> Awaiting (it has yielded) -> Running ... -> end
enum class State : std::uint8_t { Created, Ready, Running, Blocking, Awaiting };

enum class Outcome : std::uint8_t { Pending, Done, Failed, Cancelled };

/// An interval of one lane in one state. A sleeper whose timer fires late (somebody held the thread) is Awaiting up to
/// the deadline and Ready from there on. Zero-length running spans are steps that took no time ("pins").
struct Span {
    Instant begin;
    Instant end = kNever;             ///< kNever while open
    EventIndex first = 0;             ///< the event that opened it
    EventIndex last = ~EventIndex(0); ///< the event that closed it; all ones while open
    State state = State::Created;
    Reason reason = Reason::None; ///< why it awaits (Awaiting), or what it had awaited (Ready)
    ActorId by = ActorId::None;   ///< Ready: who woke it (Main for a timer or callback); thread lane: who holds it
    std::uint32_t object =
        0; ///< what it awaits (see Reason); Blocking: TextId of the call; thread lane: TextId of a callback's label
    SourceId source = SourceId::Nowhere; ///< where it awaits or blocks
    std::int64_t value = 0;              ///< Awaiting: deadline in ns or 0; Blocking: duration in ns

    [[nodiscard]] bool open() const { return end == kNever; }
    /// What the main program or a callback does: it ends when it begins (see Spans::thread()).
    [[nodiscard]] bool momentary() const { return state == State::Running && by == ActorId::Main; }
    [[nodiscard]] Duration length() const { return end - begin; }
};

/// A section (">>> job3" ... "<<< job3") of a lane.
struct Section {
    ActorId actor;
    TextId name;
    Instant begin;
    Instant end = kNever;
    EventIndex first = 0;
    EventIndex last = ~EventIndex(0);
};

struct Lane {
    ActorId actor = ActorId::Main;
    ActorKind kind = ActorKind::Main;
    std::string name;                ///< asyncio's name: Task-1
    std::string label;               ///< what to write beside the lane; the name when the lesson gave none
    TextId function = TextId::Empty; ///< of its coroutine
    Instant created{};
    EventIndex createdBy = 0; ///< its ActorCreated event
    ActorId creator = ActorId::Main;
    Instant finished = kNever;
    EventIndex finishedBy = ~EventIndex(0);
    Outcome outcome = Outcome::Pending;
    std::string outcomeText; ///< result or exception
    std::vector<Span> spans; ///< in order of time; a task's are consecutive, without gaps from creation to end
};

/// The result in a TaskDone event, as Python's repr() or as JSON (TextForm).
[[nodiscard]] std::string resultText(const Trace &trace, const TraceEvent &event);

/// A cause and its effect, for arrows: the actor that had the thread did something at `event` to `to`.
struct Wakeup {
    enum class Kind : std::uint8_t { Spawn, Wake, Cancel };
    EventIndex event;
    Instant at;
    Kind kind;
    ActorId from; ///< Main for timers; a callback acts for whoever scheduled it
    ActorId to;
    Reason reason;
};

/// Lanes and spans, folded from a trace event by event. Cost: proportional to the new events only.
/// Single thread. Every view (chart, tables, metrics) is made from one of these.
class Spans {
public:
    explicit Spans(const Trace &trace);

    /// Reads what the trace has recorded since the last call. True when there was something.
    bool update();

    [[nodiscard]] const Trace &trace() const { return m_trace; }
    [[nodiscard]] EventIndex eventsRead() const { return m_read; }
    /// Lanes in order of creation; index = ActorId. Lane 0 is the main program.
    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] const Lane &lane(ActorId actor) const { return m_lanes[raw(actor)]; }
    /// Who holds the thread of the loop: Running and Blocking spans with `by` the holder, ordered, without overlap.
    /// Zero-length steps included. Between two of them the thread is asleep in select() when time passes.
    ///
    /// The holder is a task; a coroutine that the main program drives by hand, between send() and its answer; or Main:
    /// a callback of the program (its span begins with HandleRun), or the main program itself outside of every loop,
    /// where it shows in the trace that it does something. What Main does takes no time but in a blocking call, so its
    /// Running spans end at the very instant they begin; their `last` is the event by which somebody else has the
    /// thread.
    [[nodiscard]] const std::vector<Span> &thread() const { return m_thread; }
    [[nodiscard]] const std::vector<Section> &sections() const { return m_sections; }
    [[nodiscard]] const std::vector<Wakeup> &wakeups() const { return m_wakeups; }
    /// Indices of the events at which somebody gets the thread ("task switch"), one for every hold of thread():
    /// TaskStep, HandleRun of a program's callback, Sent, BlockBegan of the main program, or the first thing it does.
    [[nodiscard]] const std::vector<EventIndex> &steps() const { return m_steps; }
    /// Indices of the Pass events.
    [[nodiscard]] const std::vector<EventIndex> &passes() const { return m_passes; }
    /// The last instant recorded.
    [[nodiscard]] Instant end() const { return m_end; }
    [[nodiscard]] bool finished() const { return m_finished; }

private:
    void read(EventIndex index, const TraceEvent &event);
    void readTask(EventIndex index, const TraceEvent &event);
    void readThread(EventIndex index, const TraceEvent &event);
    void createLane(EventIndex index, const TraceEvent &event);
    Span &change(EventIndex index, const TraceEvent &event, Lane &lane, State state);
    void wake(EventIndex index, const TraceEvent &event, Lane &lane);
    Span &beginReady(EventIndex index, const TraceEvent &event, Lane &lane);
    void closeSpan(EventIndex index, const TraceEvent &event, Lane &lane);
    void finish(EventIndex index, const TraceEvent &event, Lane &lane, Outcome outcome);
    void endSection(EventIndex index, const TraceEvent &event);
    void takeThread(EventIndex index, const TraceEvent &event, State state);
    void freeThread(EventIndex index, Instant at);
    void readMain(EventIndex index, const TraceEvent &event);
    void readHandle(EventIndex index, const TraceEvent &event);
    void readDriven(EventIndex index, const TraceEvent &event);
    void beginHold(EventIndex index, const TraceEvent &event, State state);
    void endMain(EventIndex index);
    [[nodiscard]] bool held() const { return !m_thread.empty() && m_thread.back().last == ~EventIndex(0); }

    /// A callback or timer: who scheduled it, and what it is called.
    struct Callback {
        ActorId agent = ActorId::Main;
        TextId label = TextId::Empty;
        HandleRole role = HandleRole::Loop;
    };

    const Trace &m_trace;
    EventIndex m_read = 0;
    std::vector<Lane> m_lanes;
    std::vector<Span> m_thread;
    std::vector<Section> m_sections;
    std::vector<Wakeup> m_wakeups;
    std::vector<EventIndex> m_steps;
    std::vector<EventIndex> m_passes;
    ActorId m_agent = ActorId::Main;   ///< on whose behalf code runs now
    std::vector<Callback> m_callbacks; ///< by HandleId; sleeps' timers are not among them
    bool m_inLoop = false;
    Instant m_end{};
    bool m_finished = false;
};

} // namespace coroscope
