// SPDX-License-Identifier: MIT
#include "core/sync/gather.h"

#include <algorithm>

namespace coroscope {

GatherBase::GatherBase(EventLoop &loop, std::size_t expected, bool returnExceptions)
    : PlainFuture(loop), m_slots(expected), m_returnExceptions(returnExceptions)
{
    m_children.reserve(expected);
    if (loop.world().trace())
        nameResource(ResourceKind::Gather, {});
}

GatherBase::~GatherBase()
{
    if (!neverRetrieved())
        return;
    loop().callExceptionHandler({"_GatheringFuture exception was never retrieved", peekException()});
    markRetrieved();
}

void GatherBase::awaitedAs(Reason &reason, std::uint32_t &object)
{
    reason = Reason::Gather;
    object = raw(resource());
}

void GatherBase::addChild(Ref<FutureBase> &&child, bool isNew)
{
    const bool twice = !isNew && std::find(m_children.begin(), m_children.end(), child) != m_children.end();
    if (!twice)
        m_slots[m_watched++].watch(*child, *this);
    if (loop().world().trace())
        recordLink(loop().world(), m_resource, *child);
    m_children.push_back(std::move(child));
}

bool GatherBase::cancel()
{
    if (done())
        return false;
    bool any = false;
    for (const auto &child : m_children)
        any |= child->cancel();
    // Once a child was really cancelled, the cancellation is passed on whatever becomes of the others.
    m_cancelRequested |= any;
    return any;
}

void GatherBase::Slot::watch(FutureBase &child, GatherBase &owner)
{
    m_owner = &owner;
    owner.retain();
    child.addDoneCallback(*this);
}

void GatherBase::Slot::run(FutureBase &child)
{
    const Ref<GatherBase> owner(m_owner);
    owner->release(); // the callback's reference
    owner->childDone(child);
}

void GatherBase::childDone(FutureBase &child)
{
    ++m_finished;
    if (done()) {
        child.markRetrieved();
        return;
    }
    if (!m_returnExceptions && !child.succeeded()) [[unlikely]] {
        if (child.cancelled()) {
            fail(std::make_exception_ptr(CancelledError()));
            return;
        }
        fail(child.exception());
        return;
    }
    if (m_finished < m_watched)
        return;
    if (!m_cancelRequested) {
        collect();
        return;
    }
    for (const auto &each : m_children)
        each->markRetrieved();
    fail(std::make_exception_ptr(CancelledError()));
}

} // namespace coroscope
