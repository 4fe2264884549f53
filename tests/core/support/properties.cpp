// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/properties.h"

#include "core/model/await_stack.h"
#include "core/model/loop_view.h"
#include "core/model/measures.h"

#include <algorithm>

namespace coroscope::testing {

namespace {

QString at(const char *what, const Lane &lane, Instant when)
{
    return QStringLiteral("%1: %2 at %3 s")
        .arg(QString::fromStdString(lane.name), QString::fromUtf8(what))
        .arg(toSeconds(when.time_since_epoch()));
}

bool mayFollow(State before, State after)
{
    switch (before) {
    case State::Created: return false;
    case State::Ready: return after == State::Running;
    case State::Running: return after == State::Blocking || after == State::Awaiting || after == State::Ready;
    case State::Blocking: return after == State::Running;
    case State::Awaiting: return after == State::Ready;
    }
    return false;
}

QString wrongInLane(const Lane &lane)
{
    if (lane.spans.empty() || lane.spans.front().begin != lane.created || lane.spans.front().state != State::Ready)
        return at("is not ready from its creation on", lane, lane.created);
    for (std::size_t i = 0; i + 1 < lane.spans.size(); ++i) {
        const Span &span = lane.spans[i];
        if (span.end != lane.spans[i + 1].begin)
            return at("has a gap or an overlap", lane, span.end);
        if (span.end < span.begin || span.first > span.last)
            return at("has a span that ends before it begins", lane, span.begin);
        if (!mayFollow(span.state, lane.spans[i + 1].state))
            return at("changes its state as it cannot", lane, span.end);
        if (span.state == State::Awaiting && span.reason == Reason::Sleep && span.end > instantAt(span.value))
            return at("sleeps longer than it wanted", lane, span.end);
        if (span.state == State::Awaiting && span.reason == Reason::Yield)
            return at("awaits sleep(0)", lane, span.begin);
    }
    if (lane.spans.back().end != lane.finished)
        return at("does not end with its last span", lane, lane.finished);
    return {};
}

bool holdsThread(const Span &span)
{
    return span.state == State::Running || span.state == State::Blocking;
}

/// The spans in which a lane has the thread, from the lane and from the thread's own.
QString wrongBetween(const Lane &lane, const std::vector<Span> &held)
{
    std::vector<Span> own;
    std::copy_if(lane.spans.begin(), lane.spans.end(), std::back_inserter(own), holdsThread);
    for (std::size_t i = 0; i < std::min(own.size(), held.size()); ++i)
        if (own[i].begin != held[i].begin || own[i].end != held[i].end || own[i].state != held[i].state)
            return at("has the thread otherwise than the thread says", lane, own[i].begin);
    return own.size() == held.size() ? QString()
                                     : at("has the thread more or less often than the thread says", lane, lane.created);
}

std::string textOf(const LoopState &state)
{
    std::string text = std::to_string(nanosecondsOf(state.time())) + " pass " + std::to_string(state.pass())
                       + " holder " + std::to_string(raw(state.holder())) + " handle "
                       + std::to_string(raw(state.runningHandle())) + " call "
                       + std::to_string(raw(state.blockingCall())) + (state.inLoop() ? " in" : " out");
    for (const auto &entry : state.ready())
        text += " r" + std::to_string(raw(entry.task)) + '/' + std::to_string(raw(entry.handle)) + '/'
                + std::to_string(raw(entry.sleeper));
    for (const auto &timer : state.timers())
        text += " t" + std::to_string(raw(timer.handle)) + '@' + std::to_string(nanosecondsOf(timer.deadline));
    for (const auto &[actor, waiting] : state.waiting()) {
        text += " w" + std::to_string(raw(actor)) + ':' + std::to_string(int(waiting.reason)) + '/'
                + std::to_string(waiting.object);
        for (const auto &frame : state.awaitStack(actor))
            text += " f" + std::to_string(raw(frame.function)) + '@' + std::to_string(raw(frame.awaits));
    }
    for (std::uint32_t resource = 1; resource < 64; ++resource)
        if (const auto level = state.level(static_cast<ResourceId>(resource)))
            text += " l" + std::to_string(resource) + '=' + std::to_string(*level);
    return text;
}

/// The event takes something out of the ready queue: it must be the first.
bool isFirst(const TraceEvent &event, const LoopState &before)
{
    if (event.kind != EventKind::TaskStep && event.kind != EventKind::HandleRun)
        return true;
    if (before.ready().empty())
        return false;
    const LoopState::Ready &first = before.ready().front();
    return event.kind == EventKind::TaskStep ? first.task == event.actor
                                             : first.task == ActorId::None && first.handle == event.handle();
}

/// Where a task is, as the lane sees it.
QString wrongInState(const Lane &lane, const LoopState &state, EventIndex cursor, const Trace &trace)
{
    const ShownUntil until{cursor, state.time()};
    const auto entries = std::count_if(state.ready().begin(), state.ready().end(),
                                       [&](const auto &entry) { return entry.task == lane.actor; });
    const auto waiting = state.waiting().find(lane.actor);
    const bool waits = waiting != state.waiting().end();
    const bool holds = state.holder() == lane.actor;
    if (lane.finishedBy < cursor)
        return entries || waits || holds ? at("is done but not gone", lane, state.time()) : QString();
    if (trace[cursor - 1].kind == EventKind::TaskStep && trace[cursor - 1].tag != 0)
        return {}; // it is being thrown into, and gone with the next event
    if (entries + waits + holds != 1 && trace[cursor - 1].kind != EventKind::LoopStopped)
        return at("is nowhere, or in two places", lane, state.time());
    const std::string shown = stateText(lane, until);
    const bool late = waits && waiting->second.reason == Reason::Sleep && waiting->second.deadline <= state.time();
    const char *const expected = entries || late                         ? "ready"
                                 : waits                                 ? "awaiting"
                                 : state.blockingCall() != TextId::Empty ? "blocking"
                                                                         : "running";
    if (shown != expected && !(late && shown == "awaiting") && trace[cursor - 1].kind != EventKind::LoopStopped)
        return at(("is " + shown + " in its lane, but " + expected + " in the loop").c_str(), lane, state.time());
    return {};
}

} // namespace

QString wrongInSpans(const Trace &trace)
{
    Spans spans(trace);
    spans.update();
    Instant free{};
    std::vector<std::vector<Span>> heldBy(spans.lanes().size());
    for (const Span &span : spans.thread()) {
        heldBy[raw(span.by)].push_back(span);
        if (span.begin < free || span.end < span.begin)
            return QStringLiteral("two hold the thread at %1 s").arg(toSeconds(span.begin.time_since_epoch()));
        free = span.end;
    }
    for (const Lane &lane : spans.lanes()) {
        if (lane.kind != ActorKind::Task)
            continue;
        if (QString wrong = wrongInLane(lane); !wrong.isEmpty())
            return wrong;
        if (QString wrong = wrongBetween(lane, heldBy[raw(lane.actor)]); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString wrongInLoopView(const Trace &trace)
{
    Spans spans(trace);
    spans.update();
    LoopView view(trace);
    LoopState replayed;
    std::vector<std::string> states{textOf(replayed)};
    for (EventIndex i = 0; i < trace.size(); ++i) {
        if (!isFirst(trace[i], replayed))
            return QStringLiteral("event %1 runs what is not the first in the ready queue").arg(i);
        replayed.read(trace[i]);
        states.push_back(textOf(replayed));
        if (textOf(view.seek(i + 1)) != states.back())
            return QStringLiteral("seeking forwards to %1 is not replaying").arg(i + 1);
        for (const Lane &lane : spans.lanes())
            if (lane.kind == ActorKind::Task && lane.createdBy <= i)
                if (QString wrong = wrongInState(lane, replayed, i + 1, trace); !wrong.isEmpty())
                    return QStringLiteral("event %1: ").arg(i) + wrong;
    }
    const EventIndex stride = trace.size() / 50 + 1;
    for (EventIndex i = trace.size(); i > stride; i -= stride)
        if (textOf(view.seek(i)) != states[i])
            return QStringLiteral("seeking back to %1 is not replaying from the start").arg(i);
    return {};
}

QString wrongInMeasures(const Trace &trace)
{
    Spans spans(trace);
    spans.update();
    for (EventIndex i = 1; i <= trace.size(); i += trace.size() / 40 + 1) {
        // At the event, and half way to the next: a blocking call may lie between.
        const Instant here = trace[i - 1].at();
        const Instant next = i < trace.size() ? trace[i].at() : here;
        for (const ShownUntil until : {ShownUntil{i, here}, ShownUntil{i, here + (next - here) / 2}}) {
            const Measures measures = measure(spans, until);
            if (measures.duration != until.now.time_since_epoch()
                || measures.threadBusy + measures.threadIdle != measures.duration)
                return QStringLiteral("busy and idle are not the time at event %1").arg(i);
            if (measures.threadIdle < Duration(0))
                return QStringLiteral("the thread is busier than there is time at event %1").arg(i);
            for (const TaskMeasures &task : measures.tasks) {
                const Lane &lane = spans.lane(task.actor);
                const Instant end = lane.finishedBy < i ? lane.finished : until.now;
                if (task.running + task.blocking + task.ready + task.awaiting != end - lane.created)
                    return at("lives longer or shorter than its times", lane, until.now);
            }
        }
    }
    return {};
}

QString wrongInAwaitStacks(const Trace &trace)
{
    AwaitStacks stacks(trace);
    stacks.update();
    LoopState state;
    std::size_t actors = 0;
    for (EventIndex i = 0; i < trace.size(); ++i) {
        state.read(trace[i]);
        if (trace[i].kind == EventKind::ActorCreated)
            actors = raw(trace[i].actor);
        // Main has none in the loop's view: how the loop is run is no part of the program.
        for (std::uint32_t actor = 1; actor <= actors; ++actor) {
            const auto id = static_cast<ActorId>(actor);
            const AwaitStack stack = stacks.at(id, i + 1);
            const auto frames = state.awaitStack(id);
            const bool same = std::equal(stack.frames.begin(), stack.frames.end(), frames.begin(), frames.end(),
                                         [](const auto &a, const auto &b) {
                                             return a.function == b.function
                                                    && (a.place == b.awaits || b.awaits == SourceId::Nowhere);
                                         });
            if (!same)
                return QStringLiteral("event %1: the await stack of actor %2 is not that of the loop")
                    .arg(i)
                    .arg(actor);
            const auto waiting = state.waiting().find(id);
            const bool awaits = waiting != state.waiting().end();
            if (awaits && (stack.await == AwaitStack::kNone || trace[stack.await].reason() != waiting->second.reason))
                return QStringLiteral("event %1: actor %2 awaits something else").arg(i).arg(actor);
            if (stack.await != AwaitStack::kNone && !awaits && trace[stack.await].reason() != Reason::Yield
                && trace[stack.await].reason() != Reason::None)
                return QStringLiteral("event %1: actor %2 does not await").arg(i).arg(actor);
        }
    }
    return {};
}

QString wrongIn(const Trace &trace)
{
    for (const auto property : {wrongInSpans, wrongInLoopView, wrongInMeasures, wrongInAwaitStacks})
        if (QString wrong = property(trace); !wrong.isEmpty())
            return wrong;
    return {};
}

} // namespace coroscope::testing
