// SPDX-License-Identifier: MIT
#include "core/model/spans.h"

namespace coroscope {

std::string resultText(const Trace &trace, const TraceEvent &event)
{
    switch (static_cast<TextForm>(event.tag)) {
    case TextForm::None: return "None";
    case TextForm::Integer: return std::to_string(event.value);
    default: return trace.text(event.text());
    }
}

Spans::Spans(const Trace &trace) : m_trace(trace)
{
    m_lanes.emplace_back();
}

bool Spans::update()
{
    const EventIndex size = m_trace.size();
    if (m_read == size)
        return false;
    for (; m_read < size; ++m_read)
        read(m_read, m_trace[m_read]);
    return true;
}

void Spans::read(EventIndex index, const TraceEvent &event)
{
    if (event.at() > m_end && !held())
        m_agent = ActorId::Main; // what comes now comes from outside
    m_end = std::max(m_end, event.at());
    readThread(index, event);
    readTask(index, event);
    switch (event.kind) {
    case EventKind::Pass: m_passes.push_back(index); break;
    case EventKind::SectionBegan: m_sections.push_back({event.actor, event.text(), event.at(), kNever, index}); break;
    case EventKind::SectionEnded: endSection(index, event); break;
    case EventKind::Finished: m_finished = true; break;
    default: break;
    }
}

void Spans::endSection(EventIndex index, const TraceEvent &event)
{
    for (auto section = m_sections.rbegin(); section != m_sections.rend(); ++section) {
        if (section->actor == event.actor && section->name == event.text() && section->end == kNever) {
            section->end = event.at();
            section->last = index;
            return;
        }
    }
}

/// Who has the thread, and on whose behalf: a callback acts for whoever scheduled it.
void Spans::readThread(EventIndex index, const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::TaskStep:
        endMain(index);
        m_agent = event.actor;
        if (event.tag == 0)
            beginHold(index, event, State::Running);
        break;
    case EventKind::TaskAwait:
        freeThread(index, event.at());
        m_agent = ActorId::Main;
        break;
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled:
        freeThread(index, event.at()); // it remains the cause of what comes of its end
        break;
    case EventKind::BlockBegan:
        freeThread(index, event.at());
        if (event.actor == ActorId::Main)
            beginHold(index, event, State::Blocking);
        else
            takeThread(index, event, State::Blocking);
        break;
    case EventKind::BlockEnded:
        freeThread(index, event.at());
        m_agent = event.actor; // again, after what threads did meanwhile
        if (event.actor != ActorId::Main || m_inLoop)
            takeThread(index, event, State::Running);
        break;
    case EventKind::WorkerStopped: m_agent = event.actor; break;
    case EventKind::HandleReady:
    case EventKind::TimerSet:
    case EventKind::HandleRun: readHandle(index, event); break;
    case EventKind::Sent:
    case EventKind::Yielded:
    case EventKind::Returned:
    case EventKind::Raised: readDriven(index, event); break;
    default: readMain(index, event); break;
    }
}

void Spans::readHandle(EventIndex index, const TraceEvent &event)
{
    if (event.kind == EventKind::HandleRun) {
        endMain(index);
        const Callback callback = event.object < m_callbacks.size() ? m_callbacks[event.object] : Callback{};
        if (callback.role == HandleRole::Program) {
            beginHold(index, event, State::Running);
            m_thread.back().object = raw(callback.label);
        }
        m_agent = callback.agent;
        return;
    }
    if (m_callbacks.size() <= event.object)
        m_callbacks.resize(event.object + std::size_t(1));
    const bool timer = event.kind == EventKind::TimerSet;
    // A timer runs on nobody's behalf: what wakes a task then is the clock.
    m_callbacks[event.object] = {timer                          ? ActorId::Main
                                 : event.actor == ActorId::Main ? m_agent
                                                                : event.actor,
                                 static_cast<TextId>(timer ? event.source : static_cast<std::uint32_t>(event.value)),
                                 static_cast<HandleRole>(event.tag)};
}

/// A coroutine driven by hand has the thread until it answers. Driven by a task, or by another such coroutine, it is
/// part of what that one does.
void Spans::readDriven(EventIndex index, const TraceEvent &event)
{
    if (event.kind == EventKind::Sent) {
        endMain(index);
        if (!held())
            beginHold(index, event, State::Running);
    } else if (held() && m_thread.back().by == event.actor) {
        freeThread(index, event.at());
        m_agent = ActorId::Main;
    }
}

/// The main program, and the loop on its own behalf.
void Spans::readMain(EventIndex index, const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::LoopStarted:
    case EventKind::LoopStopped:
    case EventKind::Pass:
    case EventKind::Finished:
        endMain(index);
        if (event.kind != EventKind::Pass)
            m_inLoop = event.kind == EventKind::LoopStarted;
        m_agent = ActorId::Main;
        break;
    case EventKind::Printed:
    case EventKind::Warned:
    case EventKind::NeverAwaited:
    case EventKind::SectionBegan:
    case EventKind::SectionEnded:
        if (!m_inLoop && !held() && event.actor == ActorId::Main)
            beginHold(index, event, State::Running);
        break;
    default: break;
    }
}

/// What the main program or a callback does takes no time outside of blocking calls: it is over when it began.
void Spans::endMain(EventIndex index)
{
    if (held() && m_thread.back().by == ActorId::Main)
        freeThread(index, m_thread.back().begin);
}

void Spans::beginHold(EventIndex index, const TraceEvent &event, State state)
{
    m_steps.push_back(index);
    takeThread(index, event, state);
}

void Spans::takeThread(EventIndex index, const TraceEvent &event, State state)
{
    m_agent = event.actor;
    Span span{.begin = event.at(), .first = index, .state = state, .by = event.actor};
    if (state == State::Blocking) {
        span.object = event.object;
        span.source = event.place();
        span.value = event.value;
    } else if (event.actor == ActorId::Main) {
        span.end = span.begin;
    }
    m_thread.push_back(span);
}

void Spans::freeThread(EventIndex index, Instant at)
{
    if (!held())
        return;
    Span &span = m_thread.back();
    if (span.open())
        span.end = at;
    span.last = index;
}

void Spans::readTask(EventIndex index, const TraceEvent &event)
{
    if (event.kind == EventKind::ActorCreated) {
        createLane(index, event);
        return;
    }
    if (raw(event.actor) >= m_lanes.size())
        return;
    Lane &lane = m_lanes[raw(event.actor)];
    switch (event.kind) {
    case EventKind::ActorLabel: lane.label = m_trace.text(event.text()); break;
    case EventKind::TaskStep:
        if (event.tag == 0) // else it ends where it was ready
            change(index, event, lane, State::Running);
        break;
    case EventKind::TaskAwait: {
        Span &span = change(index, event, lane, event.reason() == Reason::Yield ? State::Ready : State::Awaiting);
        span.reason = event.reason();
        span.object = event.object;
        span.source = event.place();
        span.value = event.value;
        break;
    }
    case EventKind::TaskReady: wake(index, event, lane); break;
    case EventKind::TaskCancelRequested:
        m_wakeups.push_back({index, event.at(), Wakeup::Kind::Cancel, m_agent, event.actor, Reason::None});
        break;
    case EventKind::BlockBegan:
    case EventKind::WorkerStarted: {
        Span &span = change(index, event, lane, State::Blocking);
        span.object = event.object;
        span.source = event.place();
        span.value = event.value;
        break;
    }
    case EventKind::BlockEnded:
        if (lane.kind == ActorKind::Main)
            closeSpan(index, event, lane);
        else
            change(index, event, lane, State::Running);
        break;
    case EventKind::WorkerStopped: closeSpan(index, event, lane); break;
    case EventKind::Sent: change(index, event, lane, State::Running); break;
    case EventKind::Yielded: change(index, event, lane, State::Awaiting); break;
    case EventKind::TaskDone:
    case EventKind::Returned: finish(index, event, lane, Outcome::Done); break;
    case EventKind::TaskFailed:
    case EventKind::Raised: finish(index, event, lane, Outcome::Failed); break;
    case EventKind::TaskCancelled: finish(index, event, lane, Outcome::Cancelled); break;
    default: break;
    }
}

void Spans::createLane(EventIndex index, const TraceEvent &event)
{
    Lane lane;
    lane.actor = event.actor;
    lane.kind = static_cast<ActorKind>(event.tag);
    lane.name = event.text() == TextId::Empty ? "Task-" + std::to_string(event.number()) : m_trace.text(event.text());
    lane.label = lane.name;
    lane.function = static_cast<TextId>(event.source);
    lane.created = event.at();
    lane.createdBy = index;
    lane.creator = m_agent;
    m_lanes.push_back(std::move(lane));
    if (m_lanes.back().kind == ActorKind::Task) {
        change(index, event, m_lanes.back(), State::Ready).by = m_agent;
        m_wakeups.push_back({index, event.at(), Wakeup::Kind::Spawn, m_agent, event.actor, Reason::None});
    } else if (m_lanes.back().kind == ActorKind::Driven) {
        change(index, event, m_lanes.back(), State::Created);
    }
}

void Spans::closeSpan(EventIndex index, const TraceEvent &event, Lane &lane)
{
    if (!lane.spans.empty() && lane.spans.back().open()) {
        lane.spans.back().end = event.at();
        lane.spans.back().last = index;
    }
}

Span &Spans::change(EventIndex index, const TraceEvent &event, Lane &lane, State state)
{
    closeSpan(index, event, lane);
    return lane.spans.emplace_back(Span{.begin = event.at(), .first = index, .state = state});
}

/// Whose timer ran late has wanted the thread since its deadline, not only since the loop got round to it. The deadline
/// was known when the task went to sleep, so it is that event that opens the span.
void Spans::wake(EventIndex index, const TraceEvent &event, Lane &lane)
{
    Span &span = beginReady(index, event, lane);
    span.reason = event.reason();
    span.by = m_agent;
    span.object = event.object;
    m_wakeups.push_back({index, event.at(), Wakeup::Kind::Wake, m_agent, event.actor, event.reason()});
}

Span &Spans::beginReady(EventIndex index, const TraceEvent &event, Lane &lane)
{
    if (lane.spans.empty() || lane.spans.back().reason != Reason::Sleep || lane.spans.back().value >= event.time)
        return change(index, event, lane, State::Ready);
    Span &asleep = lane.spans.back();
    asleep.end = instantAt(asleep.value);
    asleep.last = asleep.first;
    return lane.spans.emplace_back(Span{.begin = asleep.end, .first = asleep.first, .state = State::Ready});
}

void Spans::finish(EventIndex index, const TraceEvent &event, Lane &lane, Outcome outcome)
{
    closeSpan(index, event, lane);
    lane.finished = event.at();
    lane.finishedBy = index;
    lane.outcome = outcome;
    lane.outcomeText = resultText(m_trace, event);
}

} // namespace coroscope
