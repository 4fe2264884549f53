// SPDX-License-Identifier: MIT
#include "core/trace/diagnostics.h"

#include "core/loop/world.h"

#include <algorithm>
#include <map>

namespace coroscope {

namespace {

std::string seconds(Duration d)
{
    return secondsText(d) + " s";
}

/// Collects the diagnostics of one run.
class Diagnosis {
public:
    Diagnosis(const Names &names, ShownUntil until) : m_names(names), m_spans(names.spans()), m_until(until) {}

    std::vector<Diagnostic> make() &&
    {
        readEvents();
        findHeldThread();
        findUnfinished();
        std::stable_sort(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) { return a.event < b.event; });
        return std::move(m_all);
    }

private:
    void readEvents();
    void findHeldThread();
    void chargeReady(const Lane &lane, const Span &ready);
    void findUnfinished();
    void add(Diagnostic::Kind kind, ActorId actor, EventIndex event, std::string text)
    {
        m_all.push_back({kind, actor, event, m_spans.trace()[event].at(), {}, {}, std::move(text)});
    }
    [[nodiscard]] std::string who(ActorId actor) const
    {
        const std::string name = m_names.lane(actor);
        return name.empty() ? "the main program" : name;
    }

    struct Held {
        EventIndex first = 0;
        Duration length{};
        std::map<ActorId, Duration> delayed;
        std::vector<std::size_t> spans; ///< of the thread, counted once each
    };

    const Names &m_names;
    const Spans &m_spans;
    ShownUntil m_until;
    std::vector<Diagnostic> m_all;
    std::map<ActorId, Held> m_held;
    EventIndex m_lastStop = 0;
    bool m_idle = false;
};

void Diagnosis::readEvents()
{
    const Trace &trace = m_spans.trace();
    const EventIndex end = std::min(m_until.cursor, m_spans.eventsRead());
    for (EventIndex i = 0; i < end; ++i) {
        const TraceEvent &event = trace[i];
        const std::string_view retrieved = "Task exception was never retrieved";
        if (event.kind == EventKind::NeverAwaited)
            add(Diagnostic::Kind::NeverAwaited, event.actor, i, "coroutine " + trace.text(event.text()) + " was never awaited");
        else if (event.kind == EventKind::NeverRetrieved)
            add(Diagnostic::Kind::NeverRetrieved, event.actor, i,
                "the exception of " + who(event.actor) + " was never retrieved: " + trace.text(event.text()));
        else if (event.kind == EventKind::Reported && trace.text(event.text()).starts_with(retrieved))
            add(Diagnostic::Kind::NeverRetrieved, event.actor, i,
                "the exception of " + who(event.actor) + " was never retrieved" + trace.text(event.text()).substr(retrieved.size()));
        else if (event.kind == EventKind::LoopStopped) {
            m_lastStop = i;
            m_idle = static_cast<LoopEnd>(event.value) == LoopEnd::Idle;
        } else if (event.kind == EventKind::LoopStarted) {
            m_lastStop = 0;
        }
    }
}

/// Every interval in which a task was ready is charged to whoever held the thread meanwhile.
void Diagnosis::findHeldThread()
{
    for (const Lane &lane : m_spans.lanes())
        if (lane.kind == ActorKind::Task)
            for (const Span &span : lane.spans)
                if (m_until.shows(span) && span.state == State::Ready && m_until.lengthOf(span) > Duration(0))
                    chargeReady(lane, span);
    for (auto &[holder, held] : m_held) {
        std::sort(held.spans.begin(), held.spans.end());
        held.spans.erase(std::unique(held.spans.begin(), held.spans.end()), held.spans.end());
        for (const std::size_t index : held.spans)
            held.length += m_until.lengthOf(m_spans.thread()[index]);
        std::string text = who(holder) + " held the thread for " + seconds(held.length) + " while others were ready: ";
        std::vector<Diagnostic::Delayed> delayed;
        for (const auto &[actor, delay] : held.delayed) {
            text += (delayed.empty() ? "" : ", ") + who(actor) + " was delayed by " + seconds(delay);
            delayed.push_back({actor, delay});
        }
        m_all.push_back({Diagnostic::Kind::ThreadHeld, holder, held.first, m_spans.trace()[held.first].at(), held.length,
                         std::move(delayed), std::move(text)});
    }
}

void Diagnosis::chargeReady(const Lane &lane, const Span &ready)
{
    const auto &thread = m_spans.thread();
    const Instant end = m_until.endOf(ready);
    auto span = std::partition_point(thread.begin(), thread.end(), [&](const Span &each) { return each.end <= ready.begin; });
    for (; span != thread.end() && span->begin < end && m_until.shows(*span); ++span) {
        const Duration overlap = std::min(m_until.endOf(*span), end) - std::max(span->begin, ready.begin);
        if (overlap <= Duration(0))
            continue;
        const auto [held, isNew] = m_held.try_emplace(span->by);
        if (isNew || span->first < held->second.first)
            held->second.first = span->first;
        held->second.delayed[lane.actor] += overlap;
        held->second.spans.push_back(static_cast<std::size_t>(span - thread.begin()));
    }
}

/// Only once the last loop has stopped: until then anything may still happen.
void Diagnosis::findUnfinished()
{
    if (m_lastStop == 0)
        return;
    for (const Lane &lane : m_spans.lanes()) {
        if (lane.kind != ActorKind::Task || lane.createdBy >= m_until.cursor || lane.finishedBy < m_until.cursor || lane.spans.empty())
            continue;
        const Span &last = lane.spans.back();
        const std::string awaits = last.state == State::Awaiting ? m_names.awaiting(last) : std::string();
        // Whoever sleeps is not stuck: its loop is not the one that ran out of things to do.
        if (m_idle && last.state == State::Awaiting && last.reason != Reason::Sleep)
            add(Diagnostic::Kind::Deadlock, lane.actor, m_lastStop,
                who(lane.actor) + " waits for ever" + (awaits.empty() ? "" : ": " + awaits) + "; nothing is left that could wake it");
        else
            add(Diagnostic::Kind::StillPending, lane.actor, m_lastStop,
                who(lane.actor) + " was still pending when the loop stopped" + (awaits.empty() ? "" : ": " + awaits));
    }
}

} // namespace

const char *kindText(Diagnostic::Kind kind)
{
    switch (kind) {
    case Diagnostic::Kind::NeverAwaited: return "never-awaited";
    case Diagnostic::Kind::NeverRetrieved: return "never-retrieved";
    case Diagnostic::Kind::ThreadHeld: return "thread-held";
    case Diagnostic::Kind::Deadlock: return "deadlock";
    case Diagnostic::Kind::StillPending: return "still-pending";
    }
    return "";
}

std::vector<Diagnostic> diagnose(const Names &names, ShownUntil until)
{
    return Diagnosis(names, until).make();
}

} // namespace coroscope
