// SPDX-License-Identifier: MIT
#include "core/model/diagnostics.h"

#include "core/model/sequential_awaits.h"

#include <algorithm>
#include <map>
#include <unordered_map>

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
        findSequentialAwaits();
        findLostUpdates();
        std::stable_sort(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) { return a.event < b.event; });
        return std::move(m_all);
    }

private:
    void readEvents();
    void neverRetrieved(ActorId actor, EventIndex event, const std::string &exception)
    {
        add(Diagnostic::Kind::NeverRetrieved, actor, event, exception,
            "the exception of " + who(actor) + " was never retrieved: " + exception);
    }
    static std::string withoutColon(const std::string &text) { return text.starts_with(": ") ? text.substr(2) : text; }
    void findHeldThread();
    void chargeReady(const Lane &lane, const Span &ready);
    void findUnfinished();
    void findSequentialAwaits();
    void findLostUpdates();
    Diagnostic &add(Diagnostic::Kind kind, ActorId actor, EventIndex event, std::string detail, std::string text)
    {
        return m_all.emplace_back(Diagnostic{.kind = kind,
                                             .actor = actor,
                                             .event = event,
                                             .at = m_spans.trace()[event].at(),
                                             .detail = std::move(detail),
                                             .text = std::move(text)});
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
            add(Diagnostic::Kind::NeverAwaited, event.actor, i, trace.text(event.text()),
                "coroutine " + trace.text(event.text()) + " was never awaited");
        else if (event.kind == EventKind::NeverRetrieved)
            neverRetrieved(event.actor, i, trace.text(event.text()));
        else if (event.kind == EventKind::Reported && trace.text(event.text()).starts_with(retrieved))
            neverRetrieved(event.actor, i, withoutColon(trace.text(event.text()).substr(retrieved.size())));
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
        std::string text =
            who(holder) + " held the thread for " + seconds(held.length)
            + (held.delayed.size() == 1 ? " while another task was ready: " : " while others were ready: ");
        std::vector<Diagnostic::Delayed> delayed;
        for (const auto &[actor, delay] : held.delayed) {
            text += (delayed.empty() ? "" : ", ") + who(actor) + " was delayed by " + seconds(delay);
            delayed.push_back({actor, delay});
        }
        Diagnostic &diagnostic = add(Diagnostic::Kind::ThreadHeld, holder, held.first, {}, std::move(text));
        diagnostic.duration = held.length;
        diagnostic.delayed = std::move(delayed);
    }
}

void Diagnosis::chargeReady(const Lane &lane, const Span &ready)
{
    const auto &thread = m_spans.thread();
    const Instant end = m_until.endOf(ready);
    auto span =
        std::partition_point(thread.begin(), thread.end(), [&](const Span &each) { return each.end <= ready.begin; });
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
        if (lane.kind != ActorKind::Task || lane.createdBy >= m_until.cursor || lane.finishedBy < m_until.cursor
            || lane.spans.empty())
            continue;
        const Span &last = lane.spans.back();
        const std::string awaits = last.state == State::Awaiting ? m_names.awaiting(last) : std::string();
        // Whoever sleeps is not stuck: its loop is not the one that ran out of things to do.
        if (m_idle && last.state == State::Awaiting && last.reason != Reason::Sleep)
            add(Diagnostic::Kind::Deadlock, lane.actor, m_lastStop, awaits,
                who(lane.actor) + " waits for ever" + (awaits.empty() ? "" : ": " + awaits)
                    + "; nothing is left that could wake it");
        else
            add(Diagnostic::Kind::StillPending, lane.actor, m_lastStop, awaits,
                who(lane.actor) + " was still pending when the loop stopped" + (awaits.empty() ? "" : ": " + awaits));
    }
}

void Diagnosis::findSequentialAwaits()
{
    for (SequentialAwaits &found : sequentialAwaits(m_spans, m_until)) {
        std::string text = who(found.actor) + " awaited " + std::to_string(found.functions.size())
                           + " coroutines one after the other, for " + seconds(found.waited)
                           + " in all; gather would have waited for " + seconds(found.together);
        Diagnostic &diagnostic = add(Diagnostic::Kind::SequentialAwaits, found.actor, found.event, {}, std::move(text));
        diagnostic.duration = found.waited;
        diagnostic.together = found.together;
        diagnostic.functions = std::move(found.functions);
    }
}

/// A writes what it worked out from a reading, after B has written: what B wrote is lost.
void Diagnosis::findLostUpdates()
{
    struct Variable {
        EventIndex written = 0; ///< last, and by whom
        ActorId writer = ActorId::None;
        std::size_t diagnostic = ~std::size_t(0);
    };
    std::unordered_map<std::uint32_t, Variable> variables;
    const Trace &trace = m_spans.trace();
    const EventIndex end = std::min(m_until.cursor, m_spans.eventsRead());
    for (EventIndex i = 0; i < end; ++i) {
        const TraceEvent &event = trace[i];
        if (event.kind != EventKind::ResourceLevel || static_cast<LevelChange>(event.tag) != LevelChange::Written)
            continue;
        Variable &variable = variables[event.object];
        if (variable.writer != ActorId::None && variable.writer != event.actor && variable.written > event.source) {
            if (variable.diagnostic == ~std::size_t(0)) {
                variable.diagnostic = m_all.size();
                add(Diagnostic::Kind::LostUpdate, event.actor, i, m_names.resource(event.resource()), {});
            }
            Diagnostic &diagnostic = m_all[variable.diagnostic];
            ++diagnostic.count;
            if (std::find(diagnostic.actors.begin(), diagnostic.actors.end(), event.actor) == diagnostic.actors.end())
                diagnostic.actors.push_back(event.actor);
        }
        variable = {i, event.actor, variable.diagnostic};
    }
    for (Diagnostic &diagnostic : m_all) {
        if (diagnostic.kind != Diagnostic::Kind::LostUpdate)
            continue;
        diagnostic.text = std::to_string(diagnostic.count) + (diagnostic.count == 1 ? " update of " : " updates of ")
                          + diagnostic.detail + (diagnostic.count == 1 ? " was lost: " : " were lost: ");
        for (const ActorId actor : diagnostic.actors)
            diagnostic.text += (actor == diagnostic.actors.front()  ? ""
                                : actor == diagnostic.actors.back() ? " and "
                                                                    : ", ")
                               + who(actor);
        diagnostic.text += " wrote what had been read before another task wrote";
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
    case Diagnostic::Kind::SequentialAwaits: return "sequential-awaits";
    case Diagnostic::Kind::LostUpdate: return "lost-update";
    }
    return "";
}

std::vector<Diagnostic> diagnose(const Names &names, ShownUntil until)
{
    return Diagnosis(names, until).make();
}

} // namespace coroscope
