// SPDX-License-Identifier: MIT
#include "core/model/story.h"

#include <algorithm>

namespace coroscope {

void Story::update()
{
    for (const EventIndex end = m_spans.eventsRead(); m_read < end; ++m_read)
        read(m_read, m_spans.trace()[m_read]);
}

const Passage *Story::at(EventIndex cursor, Instant now) const
{
    auto after = std::partition_point(m_passages.begin(), m_passages.end(),
                                      [cursor](const Passage &each) { return each.shownFrom <= cursor; });
    if (after == m_passages.begin())
        return nullptr;
    const Passage *const passage = &*std::prev(after);
    // Time has not moved yet: the callback that had the last turn of this instant is still what one looks at.
    const Passage *const before = passage == m_passages.data() ? nullptr : std::prev(passage);
    const bool justAsleep =
        passage->kind == Passage::Kind::Sleeps && passage->shownFrom == cursor && passage->at == now;
    return justAsleep && before && before->kind == Passage::Kind::Turn && before->actor == ActorId::Main ? before
                                                                                                         : passage;
}

void Story::read(EventIndex index, const TraceEvent &event)
{
    const bool asleep = m_inLoop && !m_blocked && event.at() > m_last;
    if (asleep) {
        endTurn(index);
        add({.kind = Passage::Kind::Sleeps,
             .from = index,
             .event = index,
             .end = index,
             .shownFrom = index,
             .at = m_last});
    }
    m_last = event.at();
    if (event.kind == EventKind::BlockEnded)
        m_blocked = false;
    if (m_nextSpan < m_spans.thread().size() && m_spans.thread()[m_nextSpan].first == index)
        beginTurn(index, event, m_spans.thread()[m_nextSpan++]);
    else
        readBeside(index, event);
    if (event.kind == EventKind::BlockBegan)
        m_blocked = true;
}

void Story::beginTurn(EventIndex index, const TraceEvent &event, const Span &span)
{
    endTurn(index);
    const bool main = span.by == ActorId::Main && !m_inLoop;
    add({.kind = Passage::Kind::Turn,
         .actor = span.by,
         .inLoop = m_inLoop,
         .from = main ? m_told : index,
         .event = index,
         .shownFrom = index + 1,
         .at = event.at()});
    m_turn = m_passages.size() - 1;
}

void Story::readBeside(EventIndex index, const TraceEvent &event)
{
    const auto single = [&](Passage::Kind kind, bool withWhatCameBefore) {
        add({.kind = kind,
             .from = withWhatCameBefore ? m_told : index,
             .event = index,
             .end = index + 1,
             .shownFrom = index + 1,
             .at = event.at()});
        m_told = index + 1;
    };
    switch (event.kind) {
    case EventKind::LoopStarted:
        endTurn(index);
        single(Passage::Kind::LoopStarts, true);
        m_inLoop = true;
        break;
    case EventKind::LoopStopped:
    case EventKind::Finished:
        endTurn(index);
        single(event.kind == EventKind::Finished ? Passage::Kind::Ends : Passage::Kind::LoopStops, false);
        m_inLoop = false;
        break;
    case EventKind::BlockEnded: // of the main program: whatever it does next is a turn of its own
    case EventKind::TaskAwait:
    case EventKind::Yielded:
    case EventKind::Returned:
    case EventKind::Raised:
        if (inTurn() && event.actor == m_passages[m_turn].actor)
            endTurn(index + 1);
        break;
    case EventKind::Pass:
    case EventKind::HandleRun:
    case EventKind::Interrupted: endTurn(index); break;
    case EventKind::TaskStep: // cancelled before its first step
        endTurn(index);
        single(Passage::Kind::Aside, false);
        break;
    default:
        if (isBeside(event))
            single(Passage::Kind::Aside, false);
        break;
    }
}

/// Reports are the loop's own; whatever else nobody with the thread does comes from elsewhere.
bool Story::isBeside(const TraceEvent &event) const
{
    const bool others = !inTurn() || m_blocked;
    switch (event.kind) {
    case EventKind::WorkerStarted:
    case EventKind::WorkerStopped:
    case EventKind::Reported:
    case EventKind::NeverRetrieved: return true;
    case EventKind::Warned: // of what somebody does in his turn
        return others;
    case EventKind::Printed: return others || m_spans.lane(event.actor).kind == ActorKind::Worker;
    default: return false;
    }
}

/// An aside within a turn does not end it.
void Story::add(Passage passage)
{
    m_passages.push_back(passage);
}

void Story::endTurn(EventIndex index)
{
    if (!inTurn())
        return;
    m_passages[m_turn].end = index;
    m_turn = kNoTurn;
    m_told = std::max(m_told, index);
}

} // namespace coroscope
