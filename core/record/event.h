// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/time.h"

#include <bit>
#include <cstdint>

namespace coroscope {

/// Whoever can hold a thread: the main program (always 0), a task, or a worker thread. Dense, in order of creation.
enum class ActorId : std::uint32_t { Main = 0, None = 0xffffffffU };
/// An entry of the ready queue that is not a task: a callback or a timer. Dense, in order of creation.
enum class HandleId : std::uint32_t { None = 0 };
/// Something tasks wait for: a queue, a lock, a future, a gather... Dense, in order of creation.
enum class ResourceId : std::uint32_t { None = 0 };
/// An interned text; 0 is the empty one.
enum class TextId : std::uint32_t { Empty = 0 };
/// An interned place in a source file; 0 is "nowhere".
enum class SourceId : std::uint32_t { Nowhere = 0 };
/// The position of an event in its trace.
using EventIndex = std::uint64_t;

/// What happened. In brackets, what the fields of Event hold besides `time`; `actor` is the lane it belongs to.
enum class EventKind : std::uint8_t {
    LoopStarted, ///< run_forever was entered [source, value: number of the loop]
    LoopStopped, ///< and left [value: LoopEnd]
    Pass,        ///< an iteration of the loop begins [value: its number, from 1]

    ActorCreated, ///< [actor, object: TextId name or Empty for "Task-N", tag: ActorKind, source: TextId of its
                  ///< function, value: N, above it the creator; see TraceEvent::creator()]. A task enters the ready
                  ///< queue.
    ActorLabel,   ///< what the lane is called when it is not the name [actor, object: TextId]
    TaskStep,     ///< a task leaves the ready queue and gets the thread [actor; tag 1: it is cancelled before its first
                  ///< step]
    TaskAwait, ///< it suspends [actor, tag: Reason, object: what for (see Reason), source, value: deadline in ns or 0]
    TaskReady, ///< it is put at the end of the ready queue by whoever has the thread [actor, tag: Reason it waited for,
               ///< object: the same, source: Waker, value: ActorId of who that was, or on whose behalf the callback
               ///< ran]
    TaskDone,  ///< [actor, object: TextId of the result, tag: TextForm, value: the result when TextForm::Integer]
    TaskFailed,          ///< [actor, object: TextId of the exception]
    TaskCancelled,       ///< [actor]
    TaskCancelRequested, ///< task.cancel() by whoever has the thread [actor: the task, object: ActorId who asks, value:
                         ///< 1 when it was accepted]

    FrameEntered, ///< a coroutine awaits another [actor, object: TextId of the callee's function, source: of the await,
                  ///< value: EventIndex since when what it was called with is known]
    FrameLeft,    ///< and gets its answer [actor]

    BlockBegan, ///< a blocking call holds the thread [actor, object: TextId of the call, source, value: duration in ns]
    BlockEnded, ///< `time` is the instant at its end [actor]

    HandleReady, ///< a callback enters the ready queue [actor: whose step or Main, object: HandleId, tag: HandleRole,
                 ///< source: ActorId on whose behalf, value: TextId label]
    HandleRun,   ///< a callback or timer leaves the ready queue and runs [object: HandleId]; until HandleEnded
    HandleCancelled, ///< [object: HandleId]
    TimerSet, ///< [actor: who set it, object: HandleId, tag: HandleRole, source: TextId label, value: deadline in ns];
              ///< a sleep's timer is set by its TaskAwait
    TimerDue, ///< the timer moves to the ready queue [object: HandleId]

    ResourceCreated, ///< [object: ResourceId, tag: ResourceKind, source: TextId name, value: capacity or initial value]
    ResourceLevel, ///< items of a queue, value of a semaphore, 1/0 of a lock or event, value of a variable [actor: who,
                   ///< object: ResourceId, tag: LevelChange, value; source: EventIndex of the reading it was worked out
                   ///< from (Written)]
    FutureLinked,  ///< a gather or wait has a child [object: ResourceId, value: ActorId of the child; tag 1: its
                   ///< ResourceId]

    SectionBegan, ///< [actor, object: TextId]
    SectionEnded, ///< [actor, object: TextId]

    Printed,        ///< [actor, object: TextId, tag: TextForm, source, value: TextId of what ends it, normally "\n"]
    Warned,         ///< a warning of the language [actor, object: TextId]
    Reported,       ///< the loop's exception handler [actor: the task concerned or Main, object: TextId]
    Caught,         ///< a scenario's `try` caught an exception [actor, object: TextId]
    CallbackFailed, ///< a callback raised [object: TextId]
    NeverRetrieved, ///< an exception nobody asked for [actor, object: TextId]
    NeverAwaited,   ///< a coroutine was dropped before it ran [actor: who dropped it, object: TextId function, source:
                    ///< where it was called]

    WorkerStarted, ///< a worker thread begins to compute or to wait in a blocking call [actor, object: TextId of the
                   ///< call, source, value: duration]
    WorkerStopped, ///< [actor]

    Sent,     ///< a hand driver resumes a coroutine [actor, object: TextId of the value sent, source: of the send]
    Yielded,  ///< and it yields [actor, object: TextId of the value, source]
    Returned, ///< it raises StopIteration [actor, object: TextId of the value]
    Raised,   ///< or another exception [actor, object: TextId]

    Interrupted, ///< Ctrl-C
    Finished,    ///< the last event of a run [tag: RunEnd, object: TextId of an uncaught exception]

    SelectEntered, ///< the loop has nothing to run and waits [value: latest instant at which it will wake, or -1]
    SelectLeft,    ///< and goes on
    HandleEnded,   ///< what HandleRun began has returned [object: HandleId]
    SleepAsked,    ///< the task's next await is a sleep of so long [actor, object: HandleId of its timer, value:
                   ///< nanoseconds asked for]
    PrintedError,  ///< like Printed, on standard error
};
inline constexpr EventKind kLastEventKind = EventKind::PrintedError;

enum class ActorKind : std::uint8_t { Main, Task, Worker, Driven /**< a coroutine driven by hand */ };

/// Whose code a callback is.
enum class HandleRole : std::uint8_t {
    Program, ///< the program's: call_soon, call_later, add_done_callback
    Loop,    ///< asyncio's own: what gather, wait_for, timeout... leave behind
};

/// Why a task awaits; what Event::object is then.
enum class Reason : std::uint8_t {
    None,
    Yield,    ///< sleep(0): stays ready
    Sleep,    ///< HandleId of its timer
    Future,   ///< ResourceId
    Task,     ///< ActorId of the task it waits for
    Gather,   ///< ResourceId; children by FutureLinked
    Wait,     ///< ResourceId; children by FutureLinked
    WaitFor,  ///< ActorId of the child
    Shield,   ///< ActorId of the child
    QueueGet, ///< ResourceId, and so for all below
    QueuePut,
    QueueJoin,
    Lock,
    Semaphore,
    Event,
    Condition,
    Barrier,
    TaskGroup,
    Executor,
    Stream,
    Process,
};

enum class ResourceKind : std::uint8_t {
    Queue,
    LifoQueue,
    PriorityQueue,
    Lock,
    Semaphore,
    BoundedSemaphore,
    Event,
    Condition,
    Barrier,
    Future,
    Gather,
    Wait,
    TaskGroup,
    Executor,
    Stream,
    Process,
    Variable,
};

/// What put a task into the ready queue.
enum class Waker : std::uint8_t {
    Unknown,
    Actor,    ///< a task, or the main program
    Callback, ///< which ran on somebody's behalf
    Timer,
    Thread,
    Outside, ///< the network, a process, a signal
};

/// Of a ResourceLevel.
enum class LevelChange : std::uint8_t {
    Set,  ///< of whatever is no variable
    Read, ///< a variable is read: it stays as it is
    Written,
};

/// How a text is to be written into a JSON value. Results that need no text of their own (None, whole numbers) cost no
/// interning.
enum class TextForm : std::uint8_t { String, Json, None /**< Python's None */, Integer /**< TraceEvent::value */ };

enum class LoopEnd : std::uint8_t { Complete, Stopped, Idle, Interrupt, Spin, Error };

/// How a run ended, the reason `coroscope run` gives as JSON lines; Idle, Stopped, Until and Spin for scenarios.
enum class RunEnd : std::uint8_t { Complete, Stopped, Interrupt, Idle, End, Until, Spin, Uncaught };

/// One record of a trace: 32 bytes, no pointers.
struct TraceEvent {
    std::int64_t time = 0; ///< nanoseconds since the start of the run
    EventKind kind = EventKind::Pass;
    std::uint8_t tag = 0;
    std::uint16_t reserved = 0;
    ActorId actor = ActorId::Main;
    std::uint32_t object = 0;
    std::uint32_t source = 0;
    std::int64_t value = 0;

    [[nodiscard]] Instant at() const { return instantAt(time); }
    [[nodiscard]] Reason reason() const { return static_cast<Reason>(tag); }
    [[nodiscard]] TextId text() const { return static_cast<TextId>(object); }
    [[nodiscard]] HandleId handle() const { return static_cast<HandleId>(object); }
    [[nodiscard]] ResourceId resource() const { return static_cast<ResourceId>(object); }
    [[nodiscard]] SourceId place() const { return static_cast<SourceId>(source); }

    // ActorCreated.
    [[nodiscard]] std::uint32_t number() const { return static_cast<std::uint32_t>(value); } ///< the N of "Task-N"
    [[nodiscard]] ActorId creator() const { return static_cast<ActorId>(static_cast<std::uint64_t>(value) >> 32); }
    [[nodiscard]] static std::int64_t numberAndCreator(std::uint32_t number, ActorId creator)
    {
        return static_cast<std::int64_t>(number | std::uint64_t(creator) << 32);
    }
    // TaskReady.
    [[nodiscard]] Waker waker() const { return static_cast<Waker>(source); }
    [[nodiscard]] ActorId wokenBy() const { return static_cast<ActorId>(value); }
    // TaskCancelRequested.
    [[nodiscard]] ActorId cancelledBy() const { return static_cast<ActorId>(object); }
    // HandleReady.
    [[nodiscard]] ActorId onBehalfOf() const { return static_cast<ActorId>(source); }
};
static_assert(sizeof(TraceEvent) == 32);

/// An event as the four words of its record. Handed over and written word by word they never leave the registers,
/// while g++ 12 takes every copy of a TraceEvent by way of the stack, and waits for it there.
struct PackedEvent {
    explicit PackedEvent(const TraceEvent &event)
        : time(static_cast<std::uint64_t>(event.time)),
          what(std::uint64_t(event.kind) | std::uint64_t(event.tag) << 8 | std::uint64_t(event.reserved) << 16
               | std::uint64_t(event.actor) << 32),
          which(event.object | std::uint64_t(event.source) << 32), value(static_cast<std::uint64_t>(event.value))
    {
        static_assert(std::endian::native == std::endian::little);
    }

    std::uint64_t time;
    std::uint64_t what;  ///< kind, tag and actor
    std::uint64_t which; ///< object and source
    std::uint64_t value;
};

template <class Id>
[[nodiscard]] constexpr std::uint32_t raw(Id id)
{
    return static_cast<std::uint32_t>(id);
}

} // namespace coroscope
