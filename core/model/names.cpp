// SPDX-License-Identifier: MIT
#include "core/model/names.h"

namespace coroscope {

namespace {

const char *kindName(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::Queue:
    case ResourceKind::LifoQueue:
    case ResourceKind::PriorityQueue: return "queue";
    case ResourceKind::Lock: return "lock";
    case ResourceKind::Semaphore:
    case ResourceKind::BoundedSemaphore: return "semaphore";
    case ResourceKind::Event: return "event";
    case ResourceKind::Condition: return "condition";
    case ResourceKind::Barrier: return "barrier";
    case ResourceKind::Future: return "future";
    case ResourceKind::Gather: return "gather";
    case ResourceKind::Wait: return "wait";
    case ResourceKind::TaskGroup: return "TaskGroup";
    case ResourceKind::Executor: return "executor";
    case ResourceKind::Stream: return "stream";
    case ResourceKind::Process: return "process";
    case ResourceKind::Variable: return "variable";
    }
    return "";
}

/// The kind a reason speaks of, for resources whose creation was not read.
ResourceKind kindOf(Reason reason)
{
    switch (reason) {
    case Reason::QueueGet:
    case Reason::QueuePut:
    case Reason::QueueJoin: return ResourceKind::Queue;
    case Reason::Lock: return ResourceKind::Lock;
    case Reason::Semaphore: return ResourceKind::Semaphore;
    case Reason::Event: return ResourceKind::Event;
    case Reason::Condition: return ResourceKind::Condition;
    case Reason::Barrier: return ResourceKind::Barrier;
    case Reason::TaskGroup: return ResourceKind::TaskGroup;
    case Reason::Stream: return ResourceKind::Stream;
    case Reason::Process: return ResourceKind::Process;
    default: return ResourceKind::Future;
    }
}

/// The method a task awaits on a resource.
const char *method(Reason reason)
{
    switch (reason) {
    case Reason::QueueGet: return ".get()";
    case Reason::QueuePut: return ".put()";
    case Reason::QueueJoin: return ".join()";
    case Reason::Lock:
    case Reason::Semaphore: return ".acquire()";
    case Reason::Event:
    case Reason::Condition:
    case Reason::Barrier:
    case Reason::Process: return ".wait()";
    case Reason::Stream: return ".read()";
    default: return "";
    }
}

} // namespace

void Names::update()
{
    for (const EventIndex end = m_spans.eventsRead(); m_read < end; ++m_read) {
        const TraceEvent &event = m_spans.trace()[m_read];
        if (event.kind != EventKind::ResourceCreated && event.kind != EventKind::FutureLinked)
            continue;
        if (m_resources.size() <= event.object)
            m_resources.resize(event.object + std::size_t(1));
        Resource &resource = m_resources[event.object];
        if (event.kind == EventKind::ResourceCreated) {
            resource.kind = static_cast<ResourceKind>(event.tag);
            resource.name = static_cast<TextId>(event.source);
        } else {
            resource.children.push_back({static_cast<std::uint32_t>(event.value), event.tag != 0});
        }
    }
}

std::string Names::lane(ActorId actor) const
{
    return raw(actor) < m_spans.lanes().size() ? m_spans.lane(actor).label : std::string();
}

std::string Names::resource(ResourceId id) const
{
    if (raw(id) >= m_resources.size())
        return kindName(ResourceKind::Future);
    const Resource &resource = m_resources[raw(id)];
    return resource.name == TextId::Empty ? kindName(resource.kind) : m_spans.trace().text(resource.name);
}

ResourceKind Names::kind(ResourceId id) const
{
    return raw(id) < m_resources.size() ? m_resources[raw(id)].kind : ResourceKind::Future;
}

std::string Names::children(ResourceId id, std::size_t most) const
{
    std::string out;
    if (raw(id) >= m_resources.size())
        return out;
    const auto &children = m_resources[raw(id)].children;
    for (std::size_t i = 0; i < children.size() && i < most; ++i)
        out += (i ? ", " : "")
               + (children[i].isResource ? resource(static_cast<ResourceId>(children[i].id))
                                         : lane(static_cast<ActorId>(children[i].id)));
    return children.size() > most ? out + ", …" : out;
}

std::optional<std::vector<ActorId>> Names::childActors(ResourceId id) const
{
    std::vector<ActorId> actors;
    if (raw(id) >= m_resources.size())
        return actors;
    for (const Child &child : m_resources[raw(id)].children) {
        if (child.isResource)
            return std::nullopt;
        actors.push_back(static_cast<ActorId>(child.id));
    }
    return actors;
}

std::string Names::awaiting(const Span &span) const
{
    return awaiting(span.reason, span.object,
                    span.reason == Reason::Sleep ? instantAt(span.value) - span.begin : Duration(0));
}

std::string Names::awaiting(Reason reason, std::uint32_t object, Duration sleep) const
{
    const auto id = static_cast<ResourceId>(object);
    const auto actor = static_cast<ActorId>(object);
    switch (reason) {
    case Reason::None: return "yield";
    case Reason::Yield: return "await sleep(0)";
    case Reason::Sleep: return "await sleep(" + secondsText(sleep) + ')';
    case Reason::Task: return "await " + lane(actor);
    case Reason::Gather: return "await gather(" + children(id) + ')';
    case Reason::Wait: return "await wait(" + children(id) + ')';
    case Reason::WaitFor: return "await wait_for(" + lane(actor) + ')';
    case Reason::Shield: return "await shield(" + lane(actor) + ')';
    case Reason::Executor: return "await run_in_executor()";
    default:
        return "await " + (raw(id) < m_resources.size() ? resource(id) : kindName(kindOf(reason))) + method(reason);
    }
}

} // namespace coroscope
