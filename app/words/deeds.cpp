// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/phrases.h"
#include "app/words/sentences.h"

#include "core/program/program.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::words {

namespace {

/// What is done in a turn. Deeds of one kind that follow each other are told together: "prints “a”, “b” and “c”".
class Deeds {
    Q_DECLARE_TR_FUNCTIONS(Deeds)

public:
    Deeds(const Narrator &narrator, const Passage &turn, bool withFrames)
        : m_narrator(narrator), m_turn(turn), m_spans(narrator.spans()), m_trace(m_spans.trace()),
          m_withFrames(withFrames)
    {
    }

    [[nodiscard]] QStringList told()
    {
        for (EventIndex i = m_turn.from; i < std::min(m_turn.end, m_spans.eventsRead()); ++i)
            read(i, m_trace[i]);
        QStringList texts;
        for (const Deed &deed : m_deeds)
            if (m_withFrames || (deed.kind != Kind::Enter && deed.kind != Kind::Visit && deed.kind != Kind::Leave))
                texts << textOf(deed);
        if (texts.size() > kMost) // the first ones, and the last, which says how the turn ends
            texts.erase(texts.begin() + kMost - 1, texts.end() - 1);
        return texts;
    }

private:
    enum class Kind { Print, Create, StartThread, Enter, Visit, Leave, Wake, CallSoon, CallAt, Other };
    struct Deed {
        Kind kind;
        QStringList items;
    };
    static constexpr int kMost = 6;

    void add(Kind kind, const QString &item)
    {
        if (!m_deeds.empty() && m_deeds.back().kind == kind && kind != Kind::Other)
            m_deeds.back().items << item;
        else
            m_deeds.push_back({kind, {item}});
    }

    void other(const QString &deed) { add(Kind::Other, deed); }

    void read(EventIndex index, const TraceEvent &event)
    {
        switch (event.kind) {
        case EventKind::Printed:
            if (const QString text = printedText(m_trace, event);
                !text.isEmpty() && m_spans.lane(event.actor).kind != ActorKind::Worker)
                add(Kind::Print, quoted(text));
            break;
        case EventKind::ActorCreated: created(event); break;
        case EventKind::TaskReady:
            if (event.actor != m_turn.actor && !m_cancelled.contains(raw(event.actor)))
                wakes(index, event.actor);
            break;
        case EventKind::TaskCancelRequested:
            m_cancelled << raw(event.actor);
            other(event.actor == m_turn.actor ? tr("asks for its own cancellation")
                                              : tr("asks for the cancellation of %1").arg(who(event.actor)));
            break;
        case EventKind::NeverAwaited: neverAwaited(index, event); break;
        case EventKind::CallbackFailed: other(tr("raises %1").arg(textOf(event))); break;
        case EventKind::Caught: other(tr("catches %1").arg(textOf(event))); break;
        case EventKind::ResourceLevel: level(index, event); break;
        case EventKind::HandleReady:
        case EventKind::TimerSet:
        case EventKind::HandleCancelled: readCallback(event); break;
        default:
            if (event.actor == m_turn.actor)
                readOwn(index, event);
            break;
        }
    }

    void readOwn(EventIndex index, const TraceEvent &event)
    {
        switch (event.kind) {
        case EventKind::FrameEntered:
            if (const QString call = callOf(m_trace.text(event.text()));
                !call.isEmpty() && isPrograms(event.place()) && m_turn.actor != ActorId::Main)
                add(Kind::Enter, call);
            break;
        case EventKind::FrameLeft: left(index, event); break;
        case EventKind::TaskAwait: other(awaitingOf(m_narrator, m_turn, index)); break;
        case EventKind::TaskDone: ends(resultText(m_trace, event), tr("ends"), tr("ends with the result %1")); break;
        case EventKind::TaskFailed: other(tr("fails with %1").arg(textOf(event))); break;
        case EventKind::TaskCancelled: other(tr("ends as cancelled")); break;
        case EventKind::Yielded: other(tr("yields %1").arg(textOf(event))); break;
        case EventKind::Returned:
            ends(m_trace.text(event.text()), tr("ends: StopIteration"), tr("ends: StopIteration with the value %1"));
            break;
        case EventKind::Raised: other(tr("raises %1").arg(textOf(event))); break;
        default: break;
        }
    }

    void created(const TraceEvent &event)
    {
        switch (static_cast<ActorKind>(event.tag)) {
        case ActorKind::Task: return add(Kind::Create, who(event.actor));
        case ActorKind::Worker: return add(Kind::StartThread, who(event.actor));
        case ActorKind::Driven: return other(tr("creates the coroutine %1").arg(who(event.actor)));
        case ActorKind::Main: break;
        }
    }

    void ends(const std::string &result, const QString &plain, const QString &withResult)
    {
        other(result == "None" || result == "null" ? plain : withResult.arg(shortened(fromStd(result))));
    }

    /// What is warned of in one breath is told in one.
    void neverAwaited(EventIndex index, const TraceEvent &event)
    {
        const bool warned = index + 1 < m_spans.eventsRead() && m_trace[index + 1].kind == EventKind::Warned;
        other((warned ? tr("drops the coroutine %1(), which was never awaited (Python warns)")
                      : tr("drops the coroutine %1(), which was never awaited"))
                  .arg(functionName(m_trace.text(event.text()))));
    }

    /// Whoever releases a semaphore that others wait for takes the place again in the name of the first of them.
    void wakes(EventIndex index, ActorId woken)
    {
        const TraceEvent &before = m_trace[index - 1];
        const bool isLevel =
            index > m_turn.from && before.kind == EventKind::ResourceLevel && before.actor == m_turn.actor;
        const bool passedOn =
            isLevel && isSemaphore(before.resource()) && before.value < m_narrator.levelBefore(index - 1);
        if (!passedOn)
            return add(Kind::Wake, who(woken));
        m_deeds.pop_back(); // "takes a place"
        other(tr("passes it on to %1, which it wakes").arg(who(woken)));
    }

    [[nodiscard]] bool isSemaphore(ResourceId resource) const
    {
        const ResourceKind kind = m_narrator.names().kind(resource);
        return kind == ResourceKind::Semaphore || kind == ResourceKind::BoundedSemaphore;
    }

    /// Coroutines of asyncio itself are no news.
    [[nodiscard]] bool isPrograms(SourceId place) const
    {
        const std::string &file = m_trace.place(place).file;
        const bool lesson = file.find("core/") == std::string::npos || file.find("core/lessons/") != std::string::npos;
        return lesson && file != program::kScenarioFile; // an operation says itself what it does
    }

    void left(EventIndex index, const TraceEvent &event)
    {
        const auto frames = m_narrator.stacks().at(event.actor, index).frames;
        if (frames.size() < 2 || m_turn.actor == ActorId::Main || !isPrograms(frames[frames.size() - 2].place))
            return;
        const QString name = callOf(m_trace.text(frames.back().function));
        if (name.isEmpty())
            return;
        if (!m_deeds.empty() && m_deeds.back().kind == Kind::Enter
            && m_deeds.back().items.last() == name) { // it did nothing worth telling, and waited for nothing
            m_deeds.back().items.removeLast();
            if (m_deeds.back().items.isEmpty())
                m_deeds.pop_back();
            add(Kind::Visit, name);
            return;
        }
        add(Kind::Leave, name);
    }

    void level(EventIndex index, const TraceEvent &event)
    {
        const std::int64_t before = m_narrator.levelBefore(index);
        const bool up = event.value > before;
        if (event.actor != m_turn.actor)
            return;
        const QString name = fromStd(m_narrator.names().resource(event.resource()));
        if (static_cast<LevelChange>(event.tag) != LevelChange::Set)
            return other(
                (static_cast<LevelChange>(event.tag) == LevelChange::Read ? tr("reads %1 (%2)") : tr("writes %1 (%2)"))
                    .arg(name)
                    .arg(event.value));
        if (event.value == before)
            return;
        switch (m_narrator.names().kind(event.resource())) {
        case ResourceKind::Queue:
        case ResourceKind::LifoQueue:
        case ResourceKind::PriorityQueue:
            return other((up ? tr("puts an item into %1 (%2 in it now)") : tr("takes an item from %1 (%2 left)"))
                             .arg(name)
                             .arg(event.value));
        case ResourceKind::Lock:
        case ResourceKind::Condition: return other((up ? tr("acquires %1") : tr("releases %1")).arg(name));
        case ResourceKind::Semaphore:
        case ResourceKind::BoundedSemaphore:
            return other((up ? tr("gives a place of %1 back (%2 free)") : tr("takes a place of %1 (%2 free)"))
                             .arg(name)
                             .arg(event.value));
        case ResourceKind::Event: return other((up ? tr("sets %1") : tr("clears %1")).arg(name));
        case ResourceKind::Stream:
            return other(up ? tr("writes %n bytes to %1", nullptr, static_cast<int>(event.value - before)).arg(name)
                            : tr("closes the connection to %1").arg(name));
        default: return;
        }
    }

    /// What the program asks of the loop; that a callback of a future becomes ready is nobody's wish.
    void readCallback(const TraceEvent &event)
    {
        const Narrator::Callback &callback = m_narrator.callback(event.handle());
        const QString name = callbackName(m_narrator, callback.label);
        const QString called = name.isEmpty() ? tr("a callback") : name;
        if (callback.role == HandleRole::Loop || m_trace.text(callback.label) == "done callback")
            return;
        if (event.kind == EventKind::TimerSet)
            add(Kind::CallAt, tr("%1 at %2", "a callback and its time").arg(called, timeText(callback.deadline)));
        else if (event.kind == EventKind::HandleReady)
            add(Kind::CallSoon, called);
        else
            other(name.isEmpty() ? tr("cancels a callback") : tr("cancels the callback %1").arg(name));
    }

    [[nodiscard]] QString textOf(const Deed &deed) const
    {
        const QString items = listed(deed.items);
        const bool one = deed.items.size() == 1;
        switch (deed.kind) {
        case Kind::Print: return tr("prints %1").arg(items);
        case Kind::Create: return (one ? tr("creates the task %1") : tr("creates the tasks %1")).arg(items);
        case Kind::StartThread: return (one ? tr("starts the thread %1") : tr("starts the threads %1")).arg(items);
        case Kind::Enter: return tr("goes into %1").arg(deed.items.join(QStringLiteral(" → ")));
        case Kind::Visit: return tr("goes into %1 and back").arg(listed(deed.items));
        case Kind::Leave: return tr("comes back from %1").arg(listed(deed.items));
        case Kind::Wake: return tr("wakes %1").arg(items);
        case Kind::CallSoon: return tr("asks the loop to call %1 as soon as possible").arg(items);
        case Kind::CallAt: return tr("asks the loop to call %1").arg(items);
        case Kind::Other: break;
        }
        return deed.items.first();
    }

    [[nodiscard]] QString textOf(const TraceEvent &event) const
    {
        return shortened(fromStd(m_trace.text(event.text())));
    }
    [[nodiscard]] QString who(ActorId actor) const { return nameOf(m_narrator.names(), actor); }

    const Narrator &m_narrator;
    const Passage &m_turn;
    const Spans &m_spans;
    const Trace &m_trace;
    bool m_withFrames;
    std::vector<Deed> m_deeds;
    QList<std::uint32_t> m_cancelled;
};

struct Denied {
    Q_DECLARE_TR_FUNCTIONS(Denied)
};

} // namespace

QStringList deedsOf(const Narrator &narrator, const Passage &turn)
{
    return Deeds(narrator, turn, true).told();
}

QStringList mainDeedsOf(const Narrator &narrator, const Passage &turn)
{
    return Deeds(narrator, turn, false).told();
}

QStringList deniedBy(const Narrator &narrator, EventIndex blockBegan)
{
    const Spans &spans = narrator.spans();
    const TraceEvent &block = spans.trace()[blockBegan];
    const Instant end = block.at() + Duration(block.value);
    QStringList ready;
    QStringList late;
    for (const Lane &lane : spans.lanes()) {
        const auto after =
            std::ranges::partition_point(lane.spans, [&](const Span &span) { return span.first < blockBegan; });
        if (lane.kind != ActorKind::Task || after == lane.spans.begin() || lane.finishedBy < blockBegan
            || end == block.at())
            continue;
        // A late sleeper's spans are both opened by its await: the first says what was known here.
        auto span = std::prev(after);
        if (span != lane.spans.begin() && std::prev(span)->first == span->first)
            --span;
        if (span->state == State::Ready
            || (span->reason == Reason::Sleep && span->state == State::Awaiting
                && instantAt(span->value) <= block.at()))
            ready << nameOf(narrator.names(), lane.actor);
        else if (span->state == State::Awaiting && span->reason == Reason::Sleep && instantAt(span->value) < end)
            late << Denied::tr("%1 (at %2)", "a task and when its timer is due")
                        .arg(nameOf(narrator.names(), lane.actor), timeText(instantAt(span->value)));
    }
    QStringList clauses;
    if (ready.size() == 1)
        clauses << Denied::tr("%1 is ready but has to wait").arg(ready.first());
    else if (!ready.isEmpty())
        clauses << Denied::tr("%1 are ready but have to wait").arg(listed(ready));
    if (!late.isEmpty())
        clauses << (late.size() == 1 ? Denied::tr("the timer of %1 has to wait")
                                     : Denied::tr("the timers of %1 have to wait"))
                       .arg(listed(late));
    return clauses;
}

} // namespace coroscope::words
