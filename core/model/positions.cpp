// SPDX-License-Identifier: MIT
#include "core/model/positions.h"

#include <utility>

namespace coroscope {

Positions::Chain Positions::chain(ActorId actor) const
{
    const auto found = m_chains.find(actor);
    return found == m_chains.end() ? Chain() : found->second;
}

void Positions::read(const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::ActorCreated:
        m_chains[event.actor] = {{static_cast<TextId>(event.source), SourceId::Nowhere}};
        break;
    case EventKind::LoopStarted:
        m_inLoop = true;
        setPlace(ActorId::Main, event.place());
        setRunning(ActorId::None);
        break;
    case EventKind::LoopStopped:
        m_inLoop = false;
        setRunning(ActorId::Main);
        break;
    case EventKind::Pass:
    case EventKind::HandleRun: setRunning(ActorId::None); break;
    case EventKind::TaskStep: setRunning(event.actor); break;
    case EventKind::TaskAwait:
        setPlace(event.actor, event.place());
        setRunning(ActorId::None);
        break;
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled:
        m_chains.erase(event.actor);
        setRunning(ActorId::None);
        break;
    case EventKind::FrameEntered:
        setPlace(event.actor, event.place());
        m_chains[event.actor].push_back({event.text(), SourceId::Nowhere});
        break;
    case EventKind::FrameLeft:
        if (Chain &chain = m_chains[event.actor]; !chain.empty())
            chain.pop_back();
        break;
    case EventKind::Finished:
        m_chains.erase(ActorId::Main);
        setRunning(ActorId::None);
        break;
    case EventKind::Printed:
    case EventKind::BlockBegan:
    case EventKind::WorkerStarted: reached(event); break;
    default: readDriven(event);
    }
}

void Positions::readDriven(const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::Sent:
        setPlace(m_running, event.place());
        m_driven.push_back(event.actor);
        m_running = event.actor;
        break;
    case EventKind::Yielded: setPlace(event.actor, event.place()); break;
    case EventKind::Returned:
    case EventKind::Raised: m_chains.erase(event.actor); break;
    default: return;
    }
    if (event.kind == EventKind::Sent)
        return;
    std::erase(m_driven, event.actor);
    m_running = !m_driven.empty() ? m_driven.back() : m_inLoop ? ActorId::None : ActorId::Main;
}

/// Code runs on behalf of the main program also where it is a callback's, or that of a coroutine that is driven by
/// hand.
void Positions::reached(const TraceEvent &event)
{
    if (event.actor != ActorId::Main)
        setPlace(event.actor, event.place());
    else if (!m_driven.empty())
        setPlace(m_driven.back(), event.place());
    else if (m_inLoop)
        m_callbackPlace = event.place();
    else
        setPlace(ActorId::Main, event.place());
}

void Positions::setPlace(ActorId actor, SourceId place)
{
    const auto found = m_chains.find(actor);
    if (found == m_chains.end() || found->second.empty() || place == SourceId::Nowhere)
        return;
    found->second.back().place = place;
    m_latest = actor;
}

void Positions::setRunning(ActorId actor)
{
    m_running = actor;
    m_callbackPlace = SourceId::Nowhere;
}

} // namespace coroscope
