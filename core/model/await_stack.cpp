// SPDX-License-Identifier: MIT
#include "core/model/await_stack.h"

#include <algorithm>

namespace coroscope {

bool AwaitStacks::update()
{
    const EventIndex size = m_trace.size();
    if (m_read == size)
        return false;
    for (; m_read < size; ++m_read)
        read(m_read, m_trace[m_read]);
    return true;
}

AwaitStack AwaitStacks::at(ActorId actor, EventIndex cursor) const
{
    AwaitStack stack;
    if (raw(actor) >= m_changes.size())
        return stack;
    const auto &changes = m_changes[raw(actor)];
    const auto after = std::partition_point(changes.begin(), changes.end(),
                                            [cursor](const Change &each) { return each.since < cursor; });
    if (after == changes.begin())
        return stack;
    const Change &now = *std::prev(after);
    stack.await = now.await;
    SourceId place = now.place;
    for (NodeIndex node = now.innermost; node != kNoNode; node = m_nodes[node].caller) {
        stack.frames.push_back({m_nodes[node].function, place});
        place = m_nodes[node].calledFrom;
    }
    std::reverse(stack.frames.begin(), stack.frames.end());
    return stack;
}

void AwaitStacks::read(EventIndex index, const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::ActorCreated:
        m_nodes.push_back({static_cast<TextId>(event.source), SourceId::Nowhere, kNoNode});
        change(index, event.actor,
               {.innermost = static_cast<NodeIndex>(m_nodes.size() - 1), .place = SourceId::Nowhere});
        break;
    case EventKind::FrameEntered: enter(index, event); break;
    case EventKind::FrameLeft: leave(index, event); break;
    case EventKind::TaskAwait:
    case EventKind::Yielded:
        if (auto &changes = changesOf(event.actor); !changes.empty())
            change(index, event.actor, {.await = index, .innermost = changes.back().innermost, .place = event.place()});
        break;
    case EventKind::BlockBegan:
        if (auto &changes = changesOf(event.actor); !changes.empty())
            change(index, event.actor, {.innermost = changes.back().innermost, .place = event.place()});
        break;
    case EventKind::TaskReady:
    case EventKind::TaskStep:
    case EventKind::Sent:
        if (auto &changes = changesOf(event.actor); !changes.empty() && changes.back().await != AwaitStack::kNone)
            change(index, event.actor, {.innermost = changes.back().innermost, .place = changes.back().place});
        break;
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled:
    case EventKind::Returned:
    case EventKind::Raised: change(index, event.actor, {.innermost = kNoNode, .place = SourceId::Nowhere}); break;
    default: break;
    }
}

void AwaitStacks::enter(EventIndex index, const TraceEvent &event)
{
    const auto &changes = changesOf(event.actor);
    m_nodes.push_back({event.text(), event.place(), changes.empty() ? kNoNode : changes.back().innermost});
    change(index, event.actor, {.innermost = static_cast<NodeIndex>(m_nodes.size() - 1), .place = SourceId::Nowhere});
}

void AwaitStacks::leave(EventIndex index, const TraceEvent &event)
{
    const auto &changes = changesOf(event.actor);
    if (changes.empty() || changes.back().innermost == kNoNode)
        return; // it has ended already
    const Node &left = m_nodes[changes.back().innermost];
    change(index, event.actor, {.innermost = left.caller, .place = left.calledFrom});
}

std::vector<AwaitStacks::Change> &AwaitStacks::changesOf(ActorId actor)
{
    if (m_changes.size() <= raw(actor))
        m_changes.resize(raw(actor) + std::size_t(1));
    return m_changes[raw(actor)];
}

void AwaitStacks::change(EventIndex index, ActorId actor, Change to)
{
    to.since = index;
    changesOf(actor).push_back(to);
}

} // namespace coroscope
