// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sentences.h"

#include "app/words/phrases.h"
#include "core/model/endless.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::words {

namespace {

class Teller {
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    Teller(const Narrator &narrator, const Passage &passage, qsizetype longest)
        : m_narrator(narrator), m_passage(passage), m_longest(longest), m_spans(narrator.spans()),
          m_trace(m_spans.trace())
    {
    }

    [[nodiscard]] QString tell() const
    {
        const QString text = whole();
        //: time, what happens
        return tr("%1: %2.").arg(timeText(m_passage.at), text);
    }

    [[nodiscard]] QString tellWithSleep() const
    {
        return tr("%1: %2; nobody needs the thread until then.").arg(timeText(m_passage.at), whole());
    }

    [[nodiscard]] bool sleepsOnlyFor(const Passage &turn) const
    {
        const EventIndex last = std::min(turn.end, m_spans.eventsRead()) - 1;
        const TraceEvent &await = m_trace[last];
        const bool sleeping =
            await.kind == EventKind::TaskAwait && await.actor == turn.actor && await.reason() == Reason::Sleep;
        const Alarm alarm = nextAlarm();
        return sleeping && alarm.count == 1 && alarm.at == instantAt(await.value)
               && alarm.whom == QStringList(nameOf(m_narrator.names(), turn.actor)) && !sooner(alarm);
    }

    /// Who waits for whom.
    [[nodiscard]] static QString waitsFor(const Names &names, const EndlessWait &wait, ActorId next)
    {
        const QString who = nameOf(names, wait.actor);
        const QString other = nameOf(names, next);
        if (wait.reason != Reason::Lock)
            return tr("%1 waits for the end of %2").arg(who, other);
        const QString lock = fromStd(names.resource(static_cast<ResourceId>(wait.object)));
        //: a task, a lock, the task that holds it
        return tr("%1 waits for the lock %2, which %3 holds").arg(who, quoted(lock), other);
    }

private:
    [[nodiscard]] QString whole() const
    {
        switch (m_passage.kind) {
        case Passage::Kind::Turn: return turn();
        case Passage::Kind::LoopStarts: return loopStarts();
        case Passage::Kind::Sleeps: return sleeps();
        case Passage::Kind::Aside: return aside(m_trace[m_passage.event]);
        case Passage::Kind::LoopStops: return loopStops();
        case Passage::Kind::Ends: break;
        }
        return ends(m_trace[m_passage.event]);
    }

    [[nodiscard]] QString turn() const
    {
        const TraceEvent &event = m_trace[m_passage.event];
        if (event.kind == EventKind::BlockBegan)
            return blocks(event);
        QStringList deeds = deedsOf(m_narrator, m_passage);
        QString text = turn(chained(deeds));
        if (text.size() > m_longest) {
            deeds = mainDeedsOf(m_narrator, m_passage);
            text = turn(chained(deeds));
        }
        while (text.size() > m_longest
               && deeds.size() > 1) { // what comes of the turn matters most, then what it begins with
            deeds.removeAt(deeds.size() > 2 ? deeds.size() - 2 : 0);
            text = turn(chained(deeds));
        }
        return text;
    }

    [[nodiscard]] QString turn(const QString &deeds) const
    {
        const QString opening = openingOf(m_narrator, m_passage);
        if (!opening.isEmpty() && deeds.isEmpty())
            return opening;
        const bool namedLast = callback() || m_spans.lane(m_passage.actor).kind == ActorKind::Driven;
        //: how a callback, coroutine or generator, named at the end, is called; what it does
        if (!opening.isEmpty() && namedLast)
            return tr("%1, which %2").arg(opening, deeds);
        //: how a task (feminine in French) gets the thread; what it does
        if (!opening.isEmpty())
            return tr("%1; it %2").arg(opening, deeds);
        return deeds.isEmpty() ? tr("%1 goes on").arg(who()) : tr("%1 %2", "who does what").arg(who(), deeds);
    }

    [[nodiscard]] bool callback() const { return m_passage.actor == ActorId::Main && m_passage.inLoop; }

    [[nodiscard]] QString who() const
    {
        return callback() ? tr("the callback") : nameOf(m_narrator.names(), m_passage.actor);
    }

    [[nodiscard]] QString blocks(const TraceEvent &event) const
    {
        const QString call = shortened(fromStd(m_trace.text(event.text())));
        const QString until = timeText(event.at() + Duration(event.value));
        const QStringList denied = m_passage.actor == ActorId::Main && !m_passage.inLoop
                                       ? QStringList()
                                       : deniedBy(m_narrator, m_passage.event);
        if (denied.isEmpty())
            return tr("%1 calls %2 and keeps the thread until %3").arg(who(), call, until);
        //: who calls what; who has to wait; until when
        return tr("%1 calls %2 and keeps the thread; %3 until %4")
            .arg(who(), call, denied.join(tr("; ", "between two clauses")), until);
    }

    [[nodiscard]] QString loopStarts() const
    {
        QStringList deeds = deedsOf(m_narrator, m_passage);
        deeds << tr("starts the loop");
        return tr("%1 %2", "who does what").arg(nameOf(m_narrator.names(), ActorId::Main), chained(deeds));
    }

    // Nobody has the thread.

    struct Alarm {
        Instant at = kNever;
        QStringList whom; // what bears the same name is named once
        int count = 0;

        void add(Instant deadline, const QString &name)
        {
            if (deadline < at) {
                at = deadline;
                whom.clear();
                count = 0;
            }
            count += deadline == at;
            if (deadline == at && !whom.contains(name))
                whom << name;
        }
    };

    [[nodiscard]] QString sleeps() const
    {
        const Alarm alarm = nextAlarm();
        if (alarm.at == kNever && m_spans.passes().empty()) // no loop: a hand drives
            return tr("nobody has the thread; the coroutines wait for the next send");
        if (alarm.at == kNever)
            return tr("%1; the loop sleeps until something comes from outside", "nobody needs the thread")
                .arg(nobody());
        return (sooner(alarm) ? tr("%1; the loop sleeps until %2 at the latest, for %3", "nobody needs the thread")
                              : tr("%1; the loop sleeps until %2, for %3", "nobody needs the thread"))
            .arg(nobody(), timeText(alarm.at), listed(alarm.whom));
    }

    /// Whether something else happens before.
    [[nodiscard]] bool sooner(const Alarm &alarm) const
    {
        return m_passage.event < m_spans.eventsRead() && m_trace[m_passage.event].at() < alarm.at;
    }

    /// Threads of an executor may be at work all the same.
    [[nodiscard]] QString nobody() const
    {
        const bool atWork = std::ranges::any_of(m_spans.lanes(), [this](const Lane &lane) {
            const Span *const span = lane.kind == ActorKind::Worker && lane.finishedBy >= m_passage.event
                                         ? spanAt(lane, m_passage.event)
                                         : nullptr;
            return span && span->state == State::Blocking;
        });
        return atWork ? tr("nobody needs the loop's thread") : tr("nobody needs the thread");
    }

    [[nodiscard]] Alarm nextAlarm() const
    {
        Alarm alarm;
        const ShownUntil until{m_passage.event, m_passage.at};
        for (const Lane &lane : m_spans.lanes()) {
            const Span *const span = lane.finishedBy < until.cursor ? nullptr : spanAt(lane, until.cursor);
            if (span && span->state == State::Awaiting && span->reason == Reason::Sleep)
                alarm.add(instantAt(span->value), nameOf(m_narrator.names(), lane.actor));
            else if (span && span->state == State::Blocking && lane.kind == ActorKind::Worker)
                alarm.add(span->begin + Duration(span->value), nameOf(m_narrator.names(), lane.actor));
        }
        for (const Narrator::Callback &callback : m_narrator.callbacks())
            if (callback.timer && callback.set < until.cursor && callback.gone >= until.cursor)
                alarm.add(callback.deadline, timerName(callback));
        return alarm;
    }

    [[nodiscard]] static const Span *spanAt(const Lane &lane, EventIndex cursor)
    {
        const auto after =
            std::ranges::partition_point(lane.spans, [cursor](const Span &span) { return span.first < cursor; });
        return after == lane.spans.begin()
                       || (std::prev(after)->last < cursor && std::prev(after)->last != std::prev(after)->first)
                   ? nullptr
                   : &*std::prev(after);
    }

    [[nodiscard]] QString timerName(const Narrator::Callback &callback) const
    {
        if (callback.role == HandleRole::Loop)
            return tr("the time limit of %1").arg(nameOf(m_narrator.names(), callback.actor));
        const QString name = callbackName(m_narrator, callback.label);
        return name.isEmpty() ? tr("a callback") : tr("the callback %1").arg(name);
    }

    // Beside the thread.

    [[nodiscard]] QString aside(const TraceEvent &event) const
    {
        const QString who = nameOf(m_narrator.names(), event.actor);
        const QString text = event.kind == EventKind::WorkerStopped || event.kind == EventKind::TaskStep ? QString()
                             : event.kind == EventKind::Printed ? printedText(m_trace, event)
                                                                : fromStd(m_trace.text(event.text()));
        switch (event.kind) {
        case EventKind::WorkerStarted:
            return tr("%1 is in %2 until %3, in its own thread")
                .arg(who, text, timeText(event.at() + Duration(event.value)));
        case EventKind::WorkerStopped: return tr("%1 comes back from its call").arg(who);
        case EventKind::TaskStep: return tr("%1 is cancelled before its first step").arg(who);
        case EventKind::Printed:
            return event.actor == ActorId::Main ? tr("outside the loop, %1 is printed").arg(quoted(text))
                                                : tr("%1 prints %2").arg(who, quoted(text));
        case EventKind::Warned: return tr("Python warns: %1").arg(shortened(text, 100));
        case EventKind::NeverRetrieved:
            return tr("nobody has asked for the exception of %1: %2").arg(who, shortened(text, 100));
        default: return tr("the loop reports: %1").arg(shortened(text, 120));
        }
    }

    // Ends.

    [[nodiscard]] QString loopStops() const
    {
        const TraceEvent &event = m_trace[m_passage.event];
        switch (static_cast<LoopEnd>(event.value)) {
        case LoopEnd::Complete:
        case LoopEnd::Stopped: return tr("the loop stops");
        case LoopEnd::Idle: return stuck();
        case LoopEnd::Interrupt: return tr("Ctrl+C interrupts the loop");
        case LoopEnd::Spin: return tr("the loop goes round and round without end, and is stopped");
        case LoopEnd::Error: break;
        }
        return tr("an error stops the loop");
    }

    [[nodiscard]] QString stuck() const
    {
        QStringList waiting;
        for (const Lane &lane : m_spans.lanes()) {
            const bool pending = lane.kind == ActorKind::Task && lane.createdBy < m_passage.event
                                 && lane.finishedBy > m_passage.event && !lane.spans.empty();
            if (pending && lane.spans.back().state == State::Awaiting && lane.spans.back().reason != Reason::Sleep)
                waiting << nameOf(m_narrator.names(), lane.actor);
        }
        if (waiting.isEmpty())
            return tr("nothing is left to do: Coroscope stops here, where Python's loop would wait for Ctrl+C");
        if (waiting.size() == 1)
            return tr("nothing is left that could ever run; %1 waits for ever").arg(waiting.first());
        return tr("nothing is left that could ever run; %1 wait for ever").arg(listed(waiting));
    }

    [[nodiscard]] QString ends(const TraceEvent &event) const
    {
        switch (static_cast<RunEnd>(event.tag)) {
        case RunEnd::Uncaught:
            return tr("the program ends with %1, which nobody caught")
                .arg(shortened(fromStd(m_trace.text(event.text())), 100));
        case RunEnd::Spin: return tr("the program would go on for ever");
        case RunEnd::Idle: return ranDry();
        default: break;
        }
        const QStringList lost = lostTasks();
        if (lost.isEmpty())
            return tr("the program ends");
        return (lost.size() == 1
                    ? tr("the program ends; %1 is lost: nothing will run it to its end", "one task")
                    : tr("the program ends; %1 are lost: nothing will run them to their ends", "several tasks"))
            .arg(listed(lost));
    }

    /// Tasks that have not ended, unless it has been said already that they never will.
    [[nodiscard]] QStringList lostTasks() const
    {
        EventIndex stop = m_passage.event;
        while (stop > 0 && m_trace[stop].kind != EventKind::LoopStopped)
            --stop;
        QStringList lost;
        if (m_trace[stop].kind == EventKind::LoopStopped && static_cast<LoopEnd>(m_trace[stop].value) == LoopEnd::Idle)
            return lost;
        for (const Lane &lane : m_spans.lanes())
            if (lane.kind == ActorKind::Task && lane.finishedBy > m_passage.event)
                lost << nameOf(m_narrator.names(), lane.actor);
        return lost;
    }

    /// Nothing is left that could run. In Python it would still be there, waiting.
    [[nodiscard]] QString ranDry() const
    {
        const std::vector<EndlessWait> waits = endlessWaits(m_narrator.names());
        if (waits.empty())
            return tr("the program ends");
        const std::vector<EndlessWait> cycle = waitCycle(waits);
        QStringList links;
        for (std::size_t i = 0; i < cycle.size(); ++i)
            links << waitsFor(m_narrator.names(), cycle[i], cycle[(i + 1) % cycle.size()].actor);
        QStringList others;
        for (const EndlessWait &wait : waits)
            if (std::ranges::find(cycle, wait.actor, &EndlessWait::actor) == cycle.end())
                others << nameOf(m_narrator.names(), wait.actor);
        if (cycle.empty())
            return (others.size() == 1 ? tr("the program never ends: %1 waits for ever")
                                       : tr("the program never ends: %1 wait for ever"))
                .arg(listed(others));
        const QString ring = tr("the program never ends: %1").arg(links.join(tr("; ", "between two clauses")));
        if (others.isEmpty())
            return ring;
        //: what waits in a ring; who else has to wait because of that
        return (others.size() == 1 ? tr("%1; because of them %2 waits for ever, too")
                                   : tr("%1; because of them %2 wait for ever, too"))
            .arg(ring, listed(others));
    }

    const Narrator &m_narrator;
    const Passage &m_passage;
    qsizetype m_longest;
    const Spans &m_spans;
    const Trace &m_trace;
};

} // namespace

QString sentenceOf(const Narrator &narrator, const Passage &passage, qsizetype longest)
{
    return Teller(narrator, passage, longest).tell();
}

bool tellsOfSleep(const Narrator &narrator, const Passage &turn, const Passage &next)
{
    return turn.kind == Passage::Kind::Turn && next.kind == Passage::Kind::Sleeps
           && Teller(narrator, next, 0).sleepsOnlyFor(turn);
}

QString withSleep(const Narrator &narrator, const Passage &turn)
{
    return Teller(narrator, turn, 1000).tellWithSleep();
}

QString waitsForText(const Names &names, const EndlessWait &wait, ActorId other)
{
    return Teller::waitsFor(names, wait, other);
}

QString callbackName(const Narrator &narrator, TextId label)
{
    const QString name = fromStd(narrator.spans().trace().text(label));
    const bool own = !name.isEmpty() && name != QLatin1String("callback") && name != QLatin1String("timer");
    return own ? quoted(name) : QString();
}

} // namespace coroscope::words
