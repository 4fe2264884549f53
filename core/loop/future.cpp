// SPDX-License-Identifier: MIT
#include "core/loop/event_loop.h"

namespace coroscope {

namespace {

/// A user's callable as a done-callback; frees itself.
class CallableCallback final : public DoneCallback {
public:
    CallableCallback(std::function<void(FutureBase &)> callable, HandleRole role)
        : DoneCallback(nullptr, role), m_callable(std::move(callable))
    {
    }
    void run(FutureBase &future) override
    {
        const std::unique_ptr<CallableCallback> self(this);
        m_callable(future);
    }
    void drop() override { delete this; }

private:
    std::function<void(FutureBase &)> m_callable;
};

} // namespace

void FutureBase::reportUnseen()
{
    m_loop->callExceptionHandler({"Future exception was never retrieved", m_exception});
}

void FutureBase::dropCallbacks()
{
    while (m_last) {
        DoneCallback *const first = m_last->m_next;
        m_last->m_next = first->m_next;
        if (first == m_last)
            m_last = nullptr;
        first->drop();
    }
}

PlainFuture::PlainFuture(EventLoop &loop) : FutureBase(loop)
{
    m_nextFuture = loop.m_futures;
    if (m_nextFuture)
        m_nextFuture->m_previous = this;
    loop.m_futures = this;
}

PlainFuture::~PlainFuture()
{
    if (m_loopGone)
        return;
    (m_previous ? m_previous->m_nextFuture : loop().m_futures) = m_nextFuture;
    if (m_nextFuture)
        m_nextFuture->m_previous = m_previous;
}

bool FutureBase::cancel()
{
    m_exceptionUnseen = false;
    if (done())
        return false;
    finish(State::Cancelled);
    return true;
}

std::exception_ptr FutureBase::exception()
{
    if (cancelled())
        throw CancelledError();
    if (!done())
        throw InvalidStateError("Exception is not set.");
    m_exceptionUnseen = false;
    return m_exception;
}

void FutureBase::raiseIfNotFinished()
{
    if (m_state == State::Finished && !m_exception) [[likely]]
        return;
    if (cancelled())
        throw CancelledError();
    if (!done())
        throw InvalidStateError("Result is not set.");
    m_exceptionUnseen = false;
    std::rethrow_exception(m_exception);
}

void FutureBase::setException(std::exception_ptr error)
{
    if (done())
        throw InvalidStateError("invalid state");
    fail(std::move(error));
}

void FutureBase::fail(std::exception_ptr error)
{
    m_exception = std::move(error);
    m_exceptionUnseen = true;
    finish(State::Finished);
}

void FutureBase::scheduleCallbacks()
{
    DoneCallback *const last = std::exchange(m_last, nullptr);
    if (DoneCallback *const first = std::exchange(last->m_next, nullptr); first != last) [[unlikely]]
        scheduleUntil(first, last);
    m_loop->ready(*last, *this);
}

/// All but the last, of which there is mostly one.
void FutureBase::scheduleUntil(DoneCallback *callback, const DoneCallback *last)
{
    while (callback != last) {
        DoneCallback *const next = std::exchange(callback->m_next, nullptr);
        scheduleNow(*callback);
        callback = next;
    }
}

void FutureBase::scheduleNow(DoneCallback &callback)
{
    m_loop->ready(callback, *this);
}

bool FutureBase::removeDoneCallback(DoneCallback &callback)
{
    if (!m_last)
        return false;
    DoneCallback *before = m_last;
    do {
        DoneCallback *const here = before->m_next;
        if (here == &callback) {
            before->m_next = here->m_next;
            if (m_last == here)
                m_last = before == here ? nullptr : before;
            here->m_next = nullptr;
            return true;
        }
        before = here;
    } while (before != m_last);
    return false;
}

DoneCallback &FutureBase::addDoneCallback(std::function<void(FutureBase &)> callback, HandleRole role)
{
    auto *const node = new CallableCallback(std::move(callback), role);
    addDoneCallback(*node);
    return *node;
}

void FutureBase::nameResource(ResourceKind kind, std::string_view name)
{
    m_resource = m_loop->world().newResource(kind, name, 0);
}

ResourceId FutureBase::resource()
{
    if (m_resource == ResourceId::None)
        nameResource(ResourceKind::Future, {});
    return m_resource;
}

void FutureBase::awaitedAs(Reason &reason, std::uint32_t &object)
{
    reason = Reason::Future;
    object = raw(resource());
}

FutureAwaiterBase::FutureAwaiterBase(Ref<FutureBase> future, Driver &driver, const std::source_location &place)
    : LeafAwaiter(driver, place), DoneCallback(driver.task()), m_future(std::move(future))
{
}

FutureAwaiterBase::~FutureAwaiterBase()
{
    if (m_registered && !m_future->done())
        m_future->removeDoneCallback(*this);
}

void FutureAwaiterBase::suspend()
{
    TaskBase &waiting = task();
    if (m_reason == Reason::None && waiting.world().trace())
        m_future->awaitedAs(m_reason, m_object);
    if (m_future.get() == &waiting) {
        waiting.failAwait(m_reason, m_object, place(),
                          std::make_exception_ptr(RuntimeError("Task cannot await on itself")));
        return;
    }
    m_future->addDoneCallback(*this);
    m_registered = true;
    waiting.suspendOn(*m_future, m_reason, m_object, place());
}

void FutureAwaiterBase::resume()
{
    if (driver().hasInjected() && m_future->done())
        m_future->markRetrieved();
    driver().raiseInjected();
    m_future->raiseIfNotFinished();
}

} // namespace coroscope
