// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings.h"

namespace coroscope::test {

namespace {

constexpr int kLineEnd = 1; ///< in Script's texts, and so in the trace's

} // namespace

ScriptSource::ScriptSource(std::vector<TraceEvent> events, More endless)
    : m_events(std::move(events)), m_endless(std::move(endless))
{
}

void ScriptSource::advance(Instant until, std::uint64_t maxHandles)
{
    std::uint64_t handles = 0;
    while (true) {
        if (m_next == m_events.size() && m_endless) {
            m_events = m_endless(m_round++);
            m_next = 0;
        }
        if (m_next == m_events.size())
            return;
        const TraceEvent &event = m_events[m_next];
        const bool newHandle =
            event.kind == EventKind::TaskStep || event.kind == EventKind::Pass || event.kind == EventKind::Finished;
        if (newHandle && (event.at() > until || handles == maxHandles))
            return;
        if (newHandle)
            ++handles;
        m_trace.record(event);
        ++m_next;
    }
}

TraceEvent &Script::add(EventKind kind, std::uint32_t actor)
{
    TraceEvent &event = m_events.emplace_back();
    event.time = m_time;
    event.kind = kind;
    event.actor = ActorId{actor};
    return event;
}

Script &Script::at(int milliseconds)
{
    m_time = milliseconds * std::int64_t(1000000);
    return *this;
}

Script &Script::task(std::uint32_t actor, const char *name)
{
    TraceEvent &event = add(EventKind::ActorCreated, actor);
    event.tag = static_cast<std::uint8_t>(ActorKind::Task);
    event.object = static_cast<std::uint32_t>(m_texts.size());
    m_texts.emplace_back(name);
    return *this;
}

Script &Script::pass()
{
    add(EventKind::Pass).value = ++m_passes;
    return *this;
}

Script &Script::step(std::uint32_t actor)
{
    add(EventKind::TaskStep, actor);
    return *this;
}

Script &Script::print(std::uint32_t actor, const char *text)
{
    TraceEvent &event = add(EventKind::Printed, actor);
    event.object = static_cast<std::uint32_t>(m_texts.size());
    event.value = kLineEnd;
    m_texts.emplace_back(text);
    return *this;
}

Script &Script::mark(std::uint32_t actor, const char *text)
{
    print(actor, text);
    m_events.back().value = 0;
    return *this;
}

Script &Script::awaitSleep(std::uint32_t actor, int milliseconds)
{
    TraceEvent &event = add(EventKind::TaskAwait, actor);
    event.tag = static_cast<std::uint8_t>(Reason::Sleep);
    event.value = m_time + milliseconds * std::int64_t(1000000);
    return *this;
}

Script &Script::ready(std::uint32_t actor)
{
    add(EventKind::TaskReady, actor).tag = static_cast<std::uint8_t>(Reason::Sleep);
    return *this;
}

Script &Script::block(std::uint32_t actor, int milliseconds)
{
    TraceEvent &event = add(EventKind::BlockBegan, actor);
    event.object = static_cast<std::uint32_t>(m_texts.size());
    event.value = milliseconds * std::int64_t(1000000);
    m_texts.emplace_back("time.sleep(1)");
    m_time += milliseconds * std::int64_t(1000000);
    add(EventKind::BlockEnded, actor);
    return *this;
}

Script &Script::done(std::uint32_t actor)
{
    add(EventKind::TaskDone, actor).tag = static_cast<std::uint8_t>(TextForm::None);
    return *this;
}

Script &Script::section(std::uint32_t actor, const char *name, bool begins)
{
    add(begins ? EventKind::SectionBegan : EventKind::SectionEnded, actor).object =
        static_cast<std::uint32_t>(m_texts.size());
    m_texts.emplace_back(name); // the same text gets the same id when it is interned
    return *this;
}

Script &Script::finished()
{
    add(EventKind::Finished);
    return *this;
}

std::unique_ptr<Recording> Script::recording(const char *id) const
{
    std::vector<TraceEvent> events = m_events;
    auto source = std::make_unique<ScriptSource>(std::vector<TraceEvent>{});
    std::vector<std::uint32_t> ids;
    for (const std::string &text : m_texts)
        ids.push_back(raw(source->intern(text)));
    for (TraceEvent &event : events) {
        if (event.object < ids.size() && event.kind != EventKind::TaskAwait)
            event.object = ids[event.object];
    }
    source->fill(std::move(events));
    return std::make_unique<Recording>(QString::fromUtf8(id), QString::fromUtf8(id), std::move(source));
}

std::unique_ptr<Recording> pieces()
{
    return Script()
        .task(1, "run1")
        .task(2, "run2")
        .pass()
        .step(1)
        .print(1, "run1 begin")
        .awaitSleep(1, 500)
        .step(2)
        .print(2, "run2 begin")
        .awaitSleep(2, 500)
        .at(500)
        .pass()
        .ready(1)
        .ready(2)
        .step(1)
        .print(1, "run1 middle")
        .awaitSleep(1, 1000)
        .step(2)
        .print(2, "run2 middle")
        .awaitSleep(2, 1000)
        .at(1500)
        .pass()
        .ready(1)
        .ready(2)
        .step(1)
        .print(1, "run1 end")
        .done(1)
        .step(2)
        .print(2, "run2 end")
        .done(2)
        .finished()
        .recording("pieces");
}

std::unique_ptr<Recording> starvation()
{
    return Script()
        .task(1, "run1")
        .task(2, "run2")
        .pass()
        .step(1)
        .print(1, "run1 begin")
        .awaitSleep(1, 500)
        .step(2)
        .print(2, "run2 begin")
        .awaitSleep(2, 500)
        .at(500)
        .pass()
        .ready(1)
        .ready(2)
        .step(1)
        .print(1, "run1 middle")
        .block(1, 1000)
        .print(1, "run1 end")
        .done(1)
        .step(2)
        .print(2, "run2 middle")
        .block(2, 1000)
        .print(2, "run2 end")
        .done(2)
        .finished()
        .recording("starvation");
}

namespace {

TraceEvent eventAt(std::int64_t time, EventKind kind, ActorId actor, Reason reason)
{
    TraceEvent event;
    event.time = time;
    event.kind = kind;
    event.actor = actor;
    event.tag = static_cast<std::uint8_t>(reason);
    return event;
}

std::unique_ptr<Recording> endless(std::int64_t period, Reason reason)
{
    auto more = [period, reason](int round) {
        const std::int64_t time = round * period;
        TraceEvent created = eventAt(time, EventKind::ActorCreated, ActorId{1}, Reason::None);
        created.tag = static_cast<std::uint8_t>(ActorKind::Task);
        std::vector<TraceEvent> events;
        if (round == 0)
            events.push_back(created);
        events.push_back(eventAt(time, EventKind::Pass, ActorId::Main, Reason::None));
        if (round > 0 && reason == Reason::Sleep)
            events.push_back(eventAt(time, EventKind::TaskReady, ActorId{1}, reason));
        events.push_back(eventAt(time, EventKind::TaskStep, ActorId{1}, Reason::None));
        events.push_back(eventAt(time, EventKind::TaskAwait, ActorId{1}, reason));
        return events;
    };
    auto source = std::make_unique<ScriptSource>(std::vector<TraceEvent>{}, more);
    return std::make_unique<Recording>(QStringLiteral("endless"), QStringLiteral("endless"), std::move(source));
}

} // namespace

std::unique_ptr<Recording> ticking()
{
    return endless(100000000, Reason::Sleep);
}

std::unique_ptr<Recording> spinning()
{
    return endless(0, Reason::Yield);
}

} // namespace coroscope::test
