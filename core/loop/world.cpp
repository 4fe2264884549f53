// SPDX-License-Identifier: MIT
#include "core/loop/world.h"

#include "core/loop/event_loop.h"
#include "core/loop/scheduled_outside.h"
#include "core/loop/warnings.h"

namespace coroscope {

constinit thread_local World *World::t_current = nullptr;

World::World(Trace *trace) : World(trace, std::make_shared<VirtualClock>(), std::make_shared<ScheduledOutside>()) {}

World::World(Trace *trace, std::shared_ptr<Clock> clock, std::shared_ptr<Outside> outside)
    : m_now(clock->now()), m_trace(trace), m_measured(clock->kind() == ClockKind::Real), m_clock(std::move(clock)),
      m_outside(std::move(outside))
{
}

World::~World()
{
    stopRecording();
    const Scope scope(*this);
    m_outside->forget(); // jobs of threads among it, which refer to futures of the loops
    m_loops.clear();
}

void World::record(std::uint64_t what, std::uint64_t which, std::uint64_t value)
{
    if (m_measured) [[unlikely]]
        return recordMeasured(what, which, value);
    m_trace->record(static_cast<std::uint64_t>(nanosecondsOf(m_now)), what, which, value);
}

void World::recordMeasured(std::uint64_t what, std::uint64_t which, std::uint64_t value)
{
    m_trace->record(static_cast<std::uint64_t>(nanosecondsOf(now())), what, which, value);
}

World &World::current()
{
    if (!t_current)
        throw RuntimeError("no run on this thread");
    return *t_current;
}

void World::stopRecording()
{
    m_recording = false;
    m_trace = nullptr;
}

void World::freeTasks()
{
    for (const auto &loop : m_loops)
        loop->freeTasks();
}

EventLoop &World::loop()
{
    return m_loops.empty() ? newLoop() : *m_loops.back();
}

EventLoop &World::newLoop()
{
    m_loops.push_back(std::make_unique<EventLoop>(*this, static_cast<int>(m_loops.size()) + 1));
    return *m_loops.back();
}

void World::block(Duration d, std::string_view call, const std::source_location &place)
{
    if (m_trace)
        record({.kind = EventKind::BlockBegan,
                .actor = m_actor,
                .object = raw(m_trace->intern(call)),
                .source = raw(m_trace->intern(place)),
                .value = d.count()});
    const bool interrupted = !keepThread(now() + std::max(d, Duration(0)));
    record({.kind = EventKind::BlockEnded, .actor = m_actor});
    if (interrupted)
        interrupt();
}

/// The waiting of a blocking call; what happens outside meanwhile happens at its own instants. False: Ctrl-C came.
bool World::keepThread(Instant until)
{
    for (;;) {
        const Instant interrupt = m_outside->nextInterrupt();
        const Instant next = m_outside->next();
        if (next <= until && next < interrupt) {
            waitUntil(next);
            m_outside->happen(now());
            continue;
        }
        waitUntil(std::min(until, interrupt));
        if (interrupt <= now())
            return false;
        if (until <= now())
            return true; // else it has been woken, by what can wait
    }
}

void World::at(Instant when, std::function<void()> happening)
{
    m_outside->at(std::max(when, now()), std::move(happening));
}

void World::post(std::function<void()> call)
{
    m_outside->workStarted();
    m_inbox.add(std::move(call));
    m_clock->wake();
}

Instant World::nextFromOutside() const
{
    return m_inbox.empty() ? std::min(m_outside->next(), m_outside->nextInterrupt()) : now();
}

void World::letHappen()
{
    if (m_outside->nextInterrupt() <= now())
        interrupt();
    m_outside->happen(now());
    while (const auto call = m_inbox.take()) {
        m_outside->workFinished();
        call();
    }
}

void World::interrupt()
{
    m_outside->takeInterrupt();
    record({.kind = EventKind::Interrupted});
    throw KeyboardInterrupt();
}

void World::print(std::string_view text, std::string_view end, SourceId place)
{
    if (m_trace)
        record({.kind = EventKind::Printed,
                .tag = static_cast<std::uint8_t>(TextForm::String),
                .actor = m_actor,
                .object = raw(m_trace->intern(text)),
                .source = raw(place),
                .value = raw(m_trace->intern(end))});
}

void World::printJson(std::string_view json)
{
    if (m_trace)
        record({.kind = EventKind::Printed,
                .tag = static_cast<std::uint8_t>(TextForm::Json),
                .actor = m_actor,
                .object = raw(m_trace->intern(json)),
                .value = raw(m_trace->intern("\n"))});
}

void World::warn(std::string_view text)
{
    if (CatchWarnings::caught(*this, text))
        return;
    if (m_trace)
        record({.kind = EventKind::Warned, .actor = m_actor, .object = raw(m_trace->intern(text))});
}

void World::report(ActorId concerned, std::string_view text)
{
    if (m_trace)
        record({.kind = EventKind::Reported, .actor = concerned, .object = raw(m_trace->intern(text))});
}

void World::beginSection(std::string_view name)
{
    if (m_trace)
        record({.kind = EventKind::SectionBegan, .actor = m_actor, .object = raw(m_trace->intern(name))});
}

void World::endSection(std::string_view name)
{
    if (m_trace)
        record({.kind = EventKind::SectionEnded, .actor = m_actor, .object = raw(m_trace->intern(name))});
}

ResourceId World::newResource(ResourceKind kind, std::string_view name, std::int64_t capacity)
{
    const auto id = static_cast<ResourceId>(++m_resources);
    if (m_trace)
        record({.kind = EventKind::ResourceCreated,
                .tag = static_cast<std::uint8_t>(kind),
                .actor = m_actor,
                .object = raw(id),
                .source = raw(m_trace->intern(name)),
                .value = capacity});
    return id;
}

ActorId World::newWorker()
{
    const ActorId worker = newActor();
    ++m_workers;
    if (m_trace)
        record({.kind = EventKind::ActorCreated,
                .tag = static_cast<std::uint8_t>(ActorKind::Worker),
                .actor = worker,
                .object = raw(m_trace->intern("Thread-" + std::to_string(m_workers)))});
    return worker;
}

void blockingSleep(Duration d, std::source_location place)
{
    World::current().block(d, "time.sleep(" + secondsText(d) + ')', place);
}

void compute(Duration d, std::source_location place)
{
    World::current().block(d, "compute(" + secondsText(d) + ')', place);
}

} // namespace coroscope
