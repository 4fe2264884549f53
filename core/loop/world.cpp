// SPDX-License-Identifier: MIT
#include "core/loop/world.h"

#include "core/loop/event_loop.h"
#include "core/loop/warnings.h"

namespace coroscope {

constinit thread_local World *World::t_current = nullptr;

World::World(Trace *trace) : m_trace(trace) {}

World::~World()
{
    stopRecording();
    const Scope scope(*this);
    m_outside = {}; // jobs of threads among it, which refer to futures of the loops
    m_loops.clear();
}

void World::record(std::uint64_t what, std::uint64_t which, std::uint64_t value)
{
    m_trace->record(static_cast<std::uint64_t>(nanosecondsOf(m_now)), what, which, value);
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
    const Instant target = m_now + std::max(d, Duration(0));
    if (const auto next = nextInterrupt(); next && *next <= target) {
        const Instant moment = std::max(m_now, *next);
        advance(moment - 1us); // what came before it
        m_now = moment;
        record({.kind = EventKind::BlockEnded, .actor = m_actor});
        interrupt();
    }
    advance(target);
    record({.kind = EventKind::BlockEnded, .actor = m_actor});
}

void World::at(Instant when, std::function<void()> happening)
{
    ++m_awaitedOutside;
    m_outside.push(
        {std::max(when, m_now), m_happeningOrder++, std::make_shared<std::function<void()>>(std::move(happening))});
}

void World::advance(Instant target)
{
    while (!m_outside.empty() && m_outside.top().when <= target) {
        const Happening next = m_outside.top();
        m_outside.pop();
        --m_awaitedOutside;
        m_now = std::max(m_now, next.when);
        (*next.happen)();
    }
    m_now = std::max(m_now, target);
}

std::optional<Instant> World::nextHappening() const
{
    return m_outside.empty() ? std::nullopt : std::optional(m_outside.top().when);
}

std::optional<Instant> World::nextInterrupt() const
{
    return m_interrupts.empty() ? std::nullopt : std::optional(m_interrupts.top());
}

void World::interrupt()
{
    m_interrupts.pop();
    --m_awaitedOutside;
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
