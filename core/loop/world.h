// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/clock.h"
#include "core/loop/inbox.h"
#include "core/loop/outside.h"
#include "core/loop/value.h"
#include "core/record/repr.h"
#include "core/record/time.h"
#include "core/record/trace.h"

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace coroscope {

class EventLoop;

/// What surrounds the loops of one run: its clock, what happens outside of the loop (threads, network, Ctrl-C), what
/// the program prints, and the trace that records it all. A host that brings its own clock or outside keeps them as
/// long as it likes.
///
/// Programs use the free functions below, which speak to the world that is running on this thread.
class World {
public:
    /// On a virtual clock, where all that happens outside is scheduled; null for a run that is not traced.
    explicit World(Trace *trace);
    World(Trace *trace, std::shared_ptr<Clock> clock, std::shared_ptr<Outside> outside);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    /// The world whose code is running on this thread. Throws RuntimeError when there is none.
    static World &current();
    [[nodiscard]] static World *currentOrNull() { return t_current; }

    /// Makes a world current for the scope of an object.
    class Scope {
    public:
        explicit Scope(World &world) : m_outer(std::exchange(t_current, &world)) {}
        ~Scope() { t_current = m_outer; }
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        World *m_outer;
    };

    [[nodiscard]] Instant now() const
    {
        if (m_measured) [[unlikely]]
            return m_clock->now();
        return m_now;
    }
    [[nodiscard]] Clock &clock() { return *m_clock; }
    [[nodiscard]] Outside &outside() { return *m_outside; }
    /// Null when the run is not traced.
    [[nodiscard]] Trace *trace() const { return m_trace; }
    /// Records an event at the current instant, if there is a trace. Always inlined: handed over by reference the event
    /// would be written to the stack part by part and read back in words, for which the processor waits.
    [[gnu::always_inline]] void record(const TraceEvent &event)
    {
        if (m_trace) [[unlikely]] {
            const PackedEvent packed(event);
            record(packed.what, packed.which, packed.value);
        }
    }

    /// The loop of the program, made on first use (asyncio.get_event_loop of a script).
    [[nodiscard]] EventLoop &loop();
    /// Makes a new one the program's loop (asyncio.set_event_loop(asyncio.new_event_loop())). The old ones live on.
    EventLoop &newLoop();
    /// The loop that the main program awaits, or null while the main program itself runs.
    [[nodiscard]] EventLoop *activeLoop() const { return m_activeLoop; }
    void setActiveLoop(EventLoop *loop) { m_activeLoop = loop; }

    /// The task (or worker, or the main program) whose code runs now.
    [[nodiscard]] ActorId actor() const { return m_actor; }
    void setActor(ActorId actor) { m_actor = actor; }

    /// The coroutine that Driver::drive() resumes next. There is one for the whole world, because only one chain runs
    /// at a time, and a driver that starts another waits for it.
    std::coroutine_handle<> nextCoroutine;

    /// The trace's id of a place; Nowhere when the run is not traced.
    [[nodiscard]] SourceId placeId(const std::source_location &place)
    {
        return m_trace ? m_trace->intern(place) : SourceId::Nowhere;
    }

    // Time.

    /// Holds the thread for d: the clock moves inside the step, and what happens outside meanwhile happens in
    /// between. Throws KeyboardInterrupt when Ctrl-C comes during the call. `call` is what to show: "time.sleep(1)".
    void block(Duration d, std::string_view call, const std::source_location &place);
    /// Waits as the clock does (Clock::waitUntil()). Nobody else lets time pass.
    void waitUntil(Instant moment)
    {
        m_clock->waitUntil(moment);
        if (!m_measured)
            m_now = m_clock->now();
    }
    /// Has something happen outside of the loop, at an instant that is not before now.
    void at(Instant when, std::function<void()> happening);
    void interruptAt(Instant when) { m_outside->interruptAt(when); }
    /// Has something done in the run's thread, between two iterations of its loop. From any thread, as long as the run
    /// is there. A host that waits itself is told by Clock::wake().
    void post(std::function<void()> call);
    /// Nothing will happen outside of the loop, Ctrl-C included.
    [[nodiscard]] bool quiet() const { return m_outside->quiet(); }
    /// When something will, Ctrl-C included; kNever when nobody knows.
    [[nodiscard]] Instant nextFromOutside() const;
    /// Has happen what is due now and what other threads have posted. Throws KeyboardInterrupt when it is Ctrl-C, which
    /// comes first.
    void letHappen();

    // Output.

    void print(std::string_view text, std::string_view end = "\n", SourceId place = SourceId::Nowhere);
    void printJson(std::string_view json);
    void warn(std::string_view text);
    void report(ActorId concerned, std::string_view text);
    void beginSection(std::string_view name);
    void endSection(std::string_view name);
    /// Beginning and end of time as the lesson shows it (show_timer).
    void setTimerZero() { m_timerZero = now(); }
    [[nodiscard]] Duration sinceTimerZero() const { return now() - m_timerZero; }

    // Identities; dense, in order of creation.

    [[nodiscard]] ActorId newActor() { return static_cast<ActorId>(m_actors++); }
    /// The N of "Task-N": how many tasks there have been in this world.
    [[nodiscard]] std::uint32_t newTaskNumber() { return ++m_tasks; }
    [[nodiscard]] HandleId newHandle() { return static_cast<HandleId>(++m_handles); }
    ResourceId newResource(ResourceKind kind, std::string_view name, std::int64_t capacity);
    ActorId newWorker();

    /// False while a finished world is taken down: what destructors do then is not part of the run.
    [[nodiscard]] bool recording() const { return m_recording; }
    void stopRecording();
    /// The first step of taking it down: frees the coroutines of all tasks.
    void freeTasks();

private:
    /// Out of line, and takes three registers: where nothing is traced, nothing makes room for recording.
    void record(std::uint64_t what, std::uint64_t which, std::uint64_t value);
    [[gnu::noinline, gnu::cold]] void recordMeasured(std::uint64_t what, std::uint64_t which, std::uint64_t value);
    bool keepThread(Instant until);
    [[noreturn]] void interrupt();

    static constinit thread_local World *t_current;

    Instant m_now; ///< of a virtual clock, which is not asked with every event
    Trace *m_trace;
    bool m_measured; ///< the clock is a real one
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<Outside> m_outside;
    Inbox m_inbox;
    EventLoop *m_activeLoop = nullptr;
    ActorId m_actor = ActorId::Main;
    bool m_recording = true;
    std::uint32_t m_actors = 1;
    std::uint32_t m_tasks = 0;
    std::uint32_t m_handles = 0;
    std::uint32_t m_resources = 0;
    std::uint32_t m_workers = 0;
    Instant m_timerZero{};
    std::vector<std::unique_ptr<EventLoop>> m_loops;
};

// What programs call.

/// print() for a place that is known already.
template <class... Ts>
void printAt(const std::source_location &place, const Ts &...values)
{
    std::string text;
    std::size_t n = 0;
    ((text += (n++ ? " " : "") + str(values)), ...);
    World &world = World::current();
    world.print(text, "\n", world.placeId(place));
}

/// print(a, b, ...): the values' str() with blanks between. One function for each number of values, because a default
/// argument, which knows the caller's place, cannot follow a parameter pack.
template <class A>
void print(const A &a, std::source_location place = std::source_location::current())
{
    printAt(place, a);
}
template <class A, class B>
void print(const A &a, const B &b, std::source_location place = std::source_location::current())
{
    printAt(place, a, b);
}
template <class A, class B, class C>
void print(const A &a, const B &b, const C &c, std::source_location place = std::source_location::current())
{
    printAt(place, a, b, c);
}
template <class A, class B, class C, class D>
void print(const A &a, const B &b, const C &c, const D &d, std::source_location place = std::source_location::current())
{
    printAt(place, a, b, c, d);
}
template <class A, class B, class C, class D, class E>
void print(const A &a, const B &b, const C &c, const D &d, const E &e,
           std::source_location place = std::source_location::current())
{
    printAt(place, a, b, c, d, e);
}
template <class A, class B, class C, class D, class E, class F>
void print(const A &a, const B &b, const C &c, const D &d, const E &e, const F &f,
           std::source_location place = std::source_location::current())
{
    printAt(place, a, b, c, d, e, f);
}

/// What an interactive session shows for an expression: its repr, and nothing for None.
template <class T>
void echo(const T &value, std::source_location place = std::source_location::current())
{
    if constexpr (!std::is_same_v<T, std::monostate>) {
        World &world = World::current();
        world.print(repr(value), "\n", world.placeId(place));
    }
}

/// time.sleep(): keeps the thread.
void blockingSleep(Duration d, std::source_location place = std::source_location::current());
/// A computation that takes d: keeps the thread just the same.
void compute(Duration d, std::source_location place = std::source_location::current());

template <class Rep, class Period>
void blockingSleep(std::chrono::duration<Rep, Period> d, std::source_location place = std::source_location::current())
{
    blockingSleep(std::chrono::round<Duration>(d), place);
}
template <class Rep, class Period>
void compute(std::chrono::duration<Rep, Period> d, std::source_location place = std::source_location::current())
{
    compute(std::chrono::round<Duration>(d), place);
}

} // namespace coroscope
