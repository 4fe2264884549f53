// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/phrases.h"
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::words {

namespace {

/// Why somebody waits, and why he no longer does.
class Reasons {
    Q_DECLARE_TR_FUNCTIONS(Reasons)

public:
    Reasons(const Narrator &narrator, const Passage &turn)
        : m_narrator(narrator), m_turn(turn), m_spans(narrator.spans()), m_trace(m_spans.trace()),
          m_who(words::nameOf(narrator.names(), turn.actor))
    {
    }

    [[nodiscard]] QString opening() const
    {
        const TraceEvent &event = m_trace[m_turn.event];
        switch (event.kind) {
        case EventKind::HandleRun: return callback(event);
        case EventKind::Sent: return sent(event);
        case EventKind::TaskStep: return task();
        default: return {};
        }
    }

    [[nodiscard]] QString awaiting(EventIndex index) const
    {
        const TraceEvent &event = m_trace[index];
        const QString code = codeOf(event.reason(), event.object);
        const QString actor = nameOf(static_cast<ActorId>(event.object));
        switch (event.reason()) {
        case Reason::None: return tr("awaits what no task can await");
        case Reason::Yield: return tr("gives the loop a pass");
        case Reason::Sleep: return tr("sleeps until %1").arg(timeText(instantAt(event.value)));
        case Reason::Future:
            return code == QLatin1String("future") ? tr("waits for a result") : tr("waits for a result (%1)").arg(code);
        case Reason::Task: return tr("waits for the end of %1").arg(actor);
        case Reason::Gather:
            return children(event.resource(), tr("waits for %1 (gather)"), tr("waits for the end of gather()"));
        case Reason::Wait:
            return children(event.resource(), tr("waits for %1 (wait)"), tr("waits for the end of wait()"));
        case Reason::WaitFor: return limited(tr("waits for the end of %1").arg(actor));
        case Reason::Shield: return tr("waits for the end of %1, which is shielded").arg(actor);
        case Reason::QueueGet: return tr("waits for an item (%1)").arg(code);
        case Reason::QueuePut: return tr("waits for room (%1)").arg(code);
        case Reason::QueueJoin: return tr("waits until every item has been dealt with (%1)").arg(code);
        case Reason::Lock: return tr("waits for the lock (%1)").arg(code);
        case Reason::Semaphore: return tr("waits for a free place (%1)").arg(code);
        case Reason::Event: return tr("waits for the event (%1)").arg(code);
        case Reason::Condition: return tr("waits for the condition (%1)").arg(code);
        case Reason::Barrier: return tr("waits for the others (%1)").arg(code);
        case Reason::TaskGroup: return tr("waits for the tasks of its group");
        case Reason::Executor: return tr("waits for the thread's result");
        case Reason::Stream: return tr("waits for data (%1)").arg(nameOf(event));
        case Reason::Process: return tr("waits for the process %1").arg(nameOf(event));
        }
        return {};
    }

private:
    [[nodiscard]] QString nameOf(const TraceEvent &await) const
    {
        return fromStd(m_narrator.names().resource(await.resource()));
    }
    [[nodiscard]] QString nameOf(ActorId actor) const { return words::nameOf(m_narrator.names(), actor); }

    /// "queue.get()"
    [[nodiscard]] QString codeOf(Reason reason, std::uint32_t object) const
    {
        const QString code = fromStd(m_narrator.names().awaiting(reason, object));
        return code.startsWith(QLatin1String("await ")) ? code.mid(6) : code;
    }

    /// Children that are plain futures have no names worth telling.
    [[nodiscard]] QString children(ResourceId resource, const QString &named, const QString &unnamed) const
    {
        const auto actors = m_narrator.names().childActors(resource);
        if (!actors)
            return unnamed;
        QStringList names;
        for (const ActorId actor : *actors)
            names << nameOf(actor);
        return names.isEmpty() ? unnamed : named.arg(listed(names));
    }

    /// With the time limit that was set in this very turn.
    [[nodiscard]] QString limited(const QString &text) const
    {
        for (EventIndex i = m_turn.event; i < std::min(m_turn.end, m_spans.eventsRead()); ++i) {
            const TraceEvent &event = m_trace[i];
            if (event.kind == EventKind::TimerSet && static_cast<HandleRole>(event.tag) == HandleRole::Loop
                && event.actor == m_turn.actor)
                return tr("%1, until %2 at the latest").arg(text, timeText(instantAt(event.value)));
        }
        return text;
    }

    [[nodiscard]] QString callback(const TraceEvent &event) const
    {
        const Narrator::Callback &callback = m_narrator.callback(event.handle());
        const QString name = callbackName(m_narrator, callback.label);
        if (!callback.timer)
            return name.isEmpty() ? tr("the loop calls a callback") : tr("the loop calls the callback %1").arg(name);
        return name.isEmpty() ? tr("a timer is due and the loop calls its callback")
                              : tr("the timer is due and the loop calls the callback %1").arg(name);
    }

    [[nodiscard]] QString sent(const TraceEvent &event) const
    {
        const QString call = event.tag == 1
                                 ? QStringLiteral("next()")
                                 : QStringLiteral("send(%1)").arg(shortened(fromStd(m_trace.text(event.text())), 40));
        const auto &spans = m_spans.lane(event.actor).spans;
        const bool first = spans.size() < 2 || spans[1].first == m_turn.event;
        return first ? tr("%1 starts %2", "a call, a coroutine or generator").arg(call, m_who)
                     : tr("%1 resumes %2", "a call, a coroutine or generator").arg(call, m_who);
    }

    /// The Ready span before the turn.
    [[nodiscard]] QString task() const
    {
        const auto &spans = m_spans.lane(m_turn.actor).spans;
        const auto running =
            std::ranges::partition_point(spans, [this](const Span &span) { return span.first < m_turn.event; });
        if (running == spans.begin())
            return tr("%1 gets the thread").arg(m_who);
        const Span &ready = *std::prev(running);
        if (m_turn.at > ready.begin)
            return late(ready);
        if (std::prev(running) == spans.begin())
            return tr("%1 gets the thread for the first time").arg(m_who);
        if (ready.reason == Reason::Yield)
            return yielded(ready);
        const auto before = std::prev(std::prev(running));
        if (const Wakeup *const cancel = cancelSince(before->first))
            return cancelled(*cancel);
        return woken(ready, *before);
    }

    [[nodiscard]] QString late(const Span &ready) const
    {
        const bool slept =
            m_trace[ready.first].kind == EventKind::TaskAwait && m_trace[ready.first].reason() == Reason::Sleep;
        return slept ? tr("%1, whose timer was due at %2, gets the thread only now").arg(m_who, timeText(ready.begin))
                     : tr("%1, ready since %2, gets the thread only now").arg(m_who, timeText(ready.begin));
    }

    /// Who had the thread between a sleep(0) and this turn.
    [[nodiscard]] QString yielded(const Span &ready) const
    {
        QStringList others;
        const auto &steps = m_spans.steps();
        for (auto step = std::ranges::lower_bound(steps, ready.first); step != steps.end() && *step < m_turn.event;
             ++step) {
            const TraceEvent &event = m_trace[*step];
            const QString callback = event.kind == EventKind::HandleRun
                                         ? callbackName(m_narrator, m_narrator.callback(event.handle()).label)
                                         : QString();
            const QString other = event.kind != EventKind::HandleRun ? nameOf(event.actor)
                                  : callback.isEmpty()               ? tr("a callback")
                                                                     : callback;
            if (!others.contains(other))
                others << other;
        }
        if (others.isEmpty())
            return tr("%1 gets the thread again, as nobody else had reached the front of the queue in that pass")
                .arg(m_who);
        return tr("%1 has let %2 go first and gets the thread again").arg(m_who, listed(others));
    }

    /// The first request since an await that this task be cancelled.
    [[nodiscard]] const Wakeup *cancelSince(EventIndex await) const
    {
        const auto &wakeups = m_spans.wakeups();
        auto wakeup = std::ranges::lower_bound(wakeups, await, {}, &Wakeup::event);
        for (; wakeup != wakeups.end() && wakeup->event < m_turn.event; ++wakeup)
            if (wakeup->kind == Wakeup::Kind::Cancel && wakeup->to == m_turn.actor)
                return &*wakeup;
        return nullptr;
    }

    [[nodiscard]] QString cancelled(const Wakeup &cancel) const
    {
        if (const Narrator::Callback *const limit = timeLimit(cancel.event))
            return limit->actor == m_turn.actor
                       ? tr("the time limit of %1 is over: it gets the thread, with CancelledError where it was waiting")
                             .arg(m_who)
                       : tr("%1, cancelled because the time limit of %2 is over, gets the thread, with CancelledError where it was waiting")
                             .arg(m_who, nameOf(limit->actor));
        if (cancel.from == ActorId::Main || cancel.from == ActorId::None)
            return tr("%1 gets the thread, with CancelledError where it was waiting").arg(m_who);
        const QString from = nameOf(cancel.from);
        const Lane &sender = m_spans.lane(cancel.from);
        if (sender.outcome == Outcome::Failed && sender.finishedBy < cancel.event)
            return tr("%1, cancelled by its group because %2 has failed, gets the thread, with CancelledError where it was waiting")
                .arg(m_who, from);
        return tr("%1, cancelled by %2, gets the thread, with CancelledError where it was waiting").arg(m_who, from);
    }

    /// The timer of the loop's own in which something happened; null when it was in somebody's turn.
    [[nodiscard]] const Narrator::Callback *timeLimit(EventIndex event) const
    {
        for (EventIndex i = event; i > 0; --i) {
            const TraceEvent &before = m_trace[i - 1];
            if (before.kind == EventKind::TaskStep || before.kind == EventKind::Pass)
                return nullptr;
            if (before.kind == EventKind::HandleRun) {
                const Narrator::Callback &callback = m_narrator.callback(before.handle());
                return callback.timer && callback.role == HandleRole::Loop ? &callback : nullptr;
            }
        }
        return nullptr;
    }

    /// By which of its children a gather or wait came to its end.
    [[nodiscard]] QString gathered(const Span &ready, const Span &awaited, const QString &call) const
    {
        const QString end = tr("%1 is woken by the end of %2 and gets the thread", "of a call").arg(m_who, call);
        const auto children = m_narrator.names().childActors(m_trace[awaited.first].resource());
        if (!children)
            return end;
        const Lane *last = nullptr;
        bool all = true;
        for (const ActorId child : *children) {
            const Lane &lane = m_spans.lane(child);
            const bool over = lane.finishedBy < ready.first;
            all = all && over;
            if (over && (!last || lane.finishedBy > last->finishedBy))
                last = &lane;
        }
        if (!last)
            return end;
        if (all && children->size() > 1)
            return tr("%1 is woken by the end of %2, the last that %3 waited for, and gets the thread")
                .arg(m_who, nameOf(last->actor), call);
        return (last->outcome == Outcome::Failed ? tr("%1 is woken by the failure of %2 (%3) and gets the thread")
                                                 : tr("%1 is woken by the end of %2 (%3) and gets the thread"))
            .arg(m_who, nameOf(last->actor), call);
    }

    [[nodiscard]] QString woken(const Span &ready, const Span &awaited) const
    {
        const auto actor = static_cast<ActorId>(awaited.object);
        switch (awaited.reason) {
        case Reason::Sleep: return tr("%1 is woken by its timer and gets the thread").arg(m_who);
        case Reason::WaitFor:
            if (raw(actor) < m_spans.lanes().size() && m_spans.lane(actor).finishedBy > ready.first)
                return tr("the time limit of %1 is over: it is woken and gets the thread").arg(m_who);
            [[fallthrough]];
        case Reason::Task:
        case Reason::Shield:
            return tr("%1 is woken by the end of %2 and gets the thread", "of a task").arg(m_who, nameOf(actor));
        case Reason::Gather: return gathered(ready, awaited, QStringLiteral("gather()"));
        case Reason::Wait: return gathered(ready, awaited, QStringLiteral("wait()"));
        case Reason::TaskGroup: return tr("%1 is woken by the end of its group and gets the thread").arg(m_who);
        case Reason::Executor:
            return tr("%1 is woken by the thread's result and gets the thread of the loop").arg(m_who);
        case Reason::Stream: return tr("%1 gets data (%2) and the thread").arg(m_who, nameOf(m_trace[awaited.first]));
        case Reason::Process:
            return tr("%1 is woken by the end of the process %2 and gets the thread")
                .arg(m_who, nameOf(m_trace[awaited.first]));
        default: break;
        }
        const QString code = awaited.reason == Reason::Future ? tr("a result") : codeOf(awaited.reason, awaited.object);
        if (ready.by == ActorId::Main || ready.by == ActorId::None || ready.by == m_turn.actor)
            return tr("%1, which was waiting for %2, is woken and gets the thread").arg(m_who, code);
        return tr("%1, which was waiting for %2, is woken by %3 and gets the thread")
            .arg(m_who, code, nameOf(ready.by));
    }

    const Narrator &m_narrator;
    const Passage &m_turn;
    const Spans &m_spans;
    const Trace &m_trace;
    QString m_who;
};

} // namespace

QString openingOf(const Narrator &narrator, const Passage &turn)
{
    return Reasons(narrator, turn).opening();
}

QString awaitingOf(const Narrator &narrator, const Passage &turn, EventIndex await)
{
    return Reasons(narrator, turn).awaiting(await);
}

} // namespace coroscope::words
