// SPDX-License-Identifier: MIT
#include "core/sync/gather.h"

#include <algorithm>

namespace coroscope {

GatherBase::GatherBase(EventLoop &loop, std::size_t expected, bool returnExceptions)
    : PlainFuture(loop), m_slots(expected), m_returnExceptions(returnExceptions)
{
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

void GatherBase::recordChild(FutureBase &child)
{
    recordLink(loop().world(), m_resource, child);
}

bool GatherBase::has(const FutureBase &child) const
{
    const auto end = m_slots.begin() + static_cast<std::ptrdiff_t>(m_filled);
    return std::any_of(m_slots.begin(), end, [&](const Slot &slot) { return &slot.child() == &child; });
}

bool GatherBase::cancel()
{
    if (done())
        return false;
    bool any = false;
    for (const Slot &slot : m_slots)
        any |= slot.child().cancel();
    // Once a child was really cancelled, the cancellation is passed on whatever becomes of the others.
    m_cancelRequested |= any;
    return any;
}

void GatherBase::forgetSlot()
{
    if (--m_slotsHeld == 0)
        release();
}

void GatherBase::slotRuns(FutureBase &child)
{
    ++m_finished;
    if (m_finished == m_watched || done() || !child.succeeded()) [[unlikely]]
        childDone(child);
    forgetSlot();
}

void GatherBase::childDone(FutureBase &child)
{
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
    for (const Slot &slot : m_slots)
        slot.child().markRetrieved();
    fail(std::make_exception_ptr(CancelledError()));
}

} // namespace coroscope
