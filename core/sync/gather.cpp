// SPDX-License-Identifier: MIT
#include "core/sync/gather.h"

#include "core/loop/cancel_level.h"

#include <algorithm>

namespace coroscope {

GatherBase::GatherBase(EventLoop &loop, std::size_t expected, bool returnExceptions)
    : PlainFuture(loop), m_expected(expected), m_slots(LargeAllocator<Slot>().allocate(expected)),
      m_returnExceptions(returnExceptions)
{
    if (loop.world().trace())
        nameResource(ResourceKind::Gather, {});
}

GatherBase::~GatherBase()
{
    if (neverRetrieved()) [[unlikely]] {
        loop().callExceptionHandler({"_GatheringFuture exception was never retrieved", peekException()});
        markRetrieved();
    }
    std::destroy_n(m_slots, m_filled);
    LargeAllocator<Slot>().deallocate(m_slots, m_expected);
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
    return std::ranges::any_of(slots(), [&](const Slot &slot) { return &slot.child() == &child; });
}

bool GatherBase::cancel()
{
    if (done())
        return false;
    bool any = false;
    for (const Slot &slot : slots()) {
        const CancelLevel level;
        any |= slot.child().cancel();
    }
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
    for (const Slot &slot : slots())
        slot.child().markRetrieved();
    fail(std::make_exception_ptr(CancelledError()));
}

} // namespace coroscope
