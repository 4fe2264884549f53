// SPDX-License-Identifier: MIT
#include "core/sync/wait.h"

#include <algorithm>

namespace coroscope {

namespace {

/// A callable among the done-callbacks of a future for a scope (fut.remove_done_callback in a finally).
class Watch {
public:
    Watch(Ref<FutureBase> future, std::function<void(FutureBase &)> callback)
        : m_future(std::move(future)), m_node(&m_future->addDoneCallback(std::move(callback)))
    {
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    ~Watch() { remove(); }

    /// A future that is done has scheduled its callbacks; they stay so.
    void remove()
    {
        if (!m_future->done() && m_node && m_future->removeDoneCallback(*m_node))
            m_node->drop();
        m_node = nullptr;
    }

private:
    Ref<FutureBase> m_future;
    DoneCallback *m_node;
};

/// asyncio's _release_waiter.
void releaseWaiter(const Future<void> &waiter)
{
    if (!waiter.done())
        waiter.setResult();
}

/// What one call of wait() knows.
struct Waiting {
    explicit Waiting(EventLoop &loop, std::size_t futures, ReturnWhen returnWhen)
        : waiter(loop.createFuture<void>()), counter(futures), when(returnWhen)
    {
    }

    void completed(FutureBase &future)
    {
        if (counter > 0)
            --counter;
        if (counter > 0 && when != ReturnWhen::FirstCompleted && !endsEarly(future))
            return;
        if (timer)
            timer->cancel(future.loop());
        releaseWaiter(waiter);
    }
    /// Looking marks the exception as retrieved; that of the last future is left alone, as in asyncio.
    [[nodiscard]] bool endsEarly(FutureBase &future) const
    {
        return when == ReturnWhen::FirstException && !future.cancelled() && future.exception();
    }

    Future<void> waiter;
    std::size_t counter;
    ReturnWhen when;
    Ref<Handle> timer;
};

std::vector<Ref<FutureBase>> withoutDuplicates(const std::vector<Ref<FutureBase>> &futures)
{
    std::vector<Ref<FutureBase>> unique;
    for (const auto &future : futures)
        if (std::find(unique.begin(), unique.end(), future) == unique.end())
            unique.push_back(future);
    return unique;
}

DoneAndPending sorted(const std::vector<Ref<FutureBase>> &futures)
{
    DoneAndPending sets;
    for (const auto &future : futures)
        (future->done() ? sets.done : sets.pending).push_back(future);
    return sets;
}

} // namespace

Coro<DoneAndPending> waitFutures(std::vector<Ref<FutureBase>> given, std::optional<Duration> timeout, ReturnWhen when)
{
    if (given.empty())
        throw ValueError("Set of Tasks/Futures is empty.");
    const auto futures = withoutDuplicates(given);
    EventLoop &loop = EventLoop::running();
    const auto waiting = std::make_shared<Waiting>(loop, futures.size(), when);
    const ResourceId resource = loop.world().newResource(ResourceKind::Wait, {}, 0);
    if (timeout)
        waiting->timer = loop.callLater(
            *timeout, [waiter = waiting->waiter] { releaseWaiter(waiter); }, "wait timeout", HandleRole::Loop);
    std::deque<Watch> watches;
    for (const auto &future : futures) {
        recordLink(loop.world(), resource, *future);
        watches.emplace_back(future, [waiting](FutureBase &done) { waiting->completed(done); });
    }
    std::exception_ptr error;
    try {
        const AwaitAs<void> waiter(waiting->waiter, Reason::Wait, raw(resource));
        co_await waiter;
    } catch (...) {
        error = std::current_exception();
    }
    if (waiting->timer)
        waiting->timer->cancel(loop);
    watches.clear();
    if (error)
        std::rethrow_exception(error);
    co_return sorted(futures);
}

namespace detail {

Coro<void> cancelAndWait(Ref<FutureBase> future)
{
    EventLoop &loop = future->loop();
    const Future<void> waiter = loop.createFuture<void>();
    const Watch watch(future, [waiter](FutureBase &) { releaseWaiter(waiter); });
    future->cancel();
    const AwaitAs<void> released(waiter, Reason::WaitFor, objectOf(*future));
    co_await released;
}

Coro<bool> waitForOrTimeout(Ref<FutureBase> future, Duration timeout)
{
    EventLoop &loop = future->loop();
    const Future<void> waiter = loop.createFuture<void>();
    const Ref<Handle> timer =
        loop.callLater(timeout, [waiter] { releaseWaiter(waiter); }, "wait_for timeout", HandleRole::Loop);
    Watch watch(future, [waiter](FutureBase &) { releaseWaiter(waiter); });
    std::exception_ptr error;
    try {
        const AwaitAs<void> released(waiter, Reason::WaitFor, objectOf(*future));
        co_await released;
    } catch (const CancelledError &) {
        error = std::current_exception();
    }
    bool timedOut = false;
    if (!future->done()) {
        watch.remove();
        try {
            co_await cancelAndWait(future);
        } catch (...) {
            error = std::current_exception();
        }
        timedOut = true;
        if (error) {
            timer->cancel(loop);
            std::rethrow_exception(error);
        }
    }
    timer->cancel(loop);
    co_return timedOut;
}

bool endedCancelled(FutureBase &future)
{
    return future.cancelled() || isCancelled(future.exception());
}

void linkShield(Ref<FutureBase> inner, Ref<FutureBase> outer, void (*copyResult)(FutureBase &, FutureBase &))
{
    DoneCallback &innerDone = inner->addDoneCallback([outer, copyResult](FutureBase &done) {
        if (outer->cancelled()) {
            done.markRetrieved();
        } else if (done.cancelled()) {
            outer->cancel();
        } else if (const std::exception_ptr error = done.exception()) {
            outer->setException(error);
        } else {
            copyResult(done, *outer);
        }
    });
    outer->addDoneCallback([inner, &innerDone](FutureBase &) {
        if (!inner->done() && inner->removeDoneCallback(innerDone))
            innerDone.drop();
    });
}

} // namespace detail

namespace {

const char *nameOf(TimeoutScope::State state)
{
    switch (state) {
    case TimeoutScope::State::Created: return "created";
    case TimeoutScope::State::Entered: return "active";
    case TimeoutScope::State::Expiring: return "expiring";
    case TimeoutScope::State::Expired: return "expired";
    case TimeoutScope::State::Exited: return "finished";
    }
    return "";
}

} // namespace

TimeoutScope::~TimeoutScope()
{
    if (m_handle)
        m_handle->cancel(m_task->loop());
}

void TimeoutScope::enter(std::optional<Instant> when)
{
    if (m_state != State::Created)
        throw RuntimeError("Timeout has already been entered");
    m_task = EventLoop::running().currentTask();
    if (!m_task)
        throw RuntimeError("Timeout should be used inside a task");
    m_state = State::Entered;
    m_cancelling = m_task->cancelling();
    reschedule(when);
}

void TimeoutScope::reschedule(std::optional<Instant> when)
{
    if (m_state == State::Created)
        throw RuntimeError("Timeout has not been entered");
    if (m_state != State::Entered)
        throw RuntimeError(std::string("Cannot change state of ") + nameOf(m_state) + " Timeout");
    EventLoop &loop = m_task->loop();
    if (m_handle)
        m_handle->cancel(loop);
    m_handle = {};
    if (!when)
        return;
    auto expire = [this] {
        m_task->cancel();
        m_state = State::Expiring;
        m_handle = {};
    };
    m_handle = *when <= loop.time() ? loop.callSoon(std::move(expire), "timeout", HandleRole::Loop)
                                    : loop.callAt(*when, std::move(expire), "timeout", HandleRole::Loop);
}

bool TimeoutScope::leave(const std::exception_ptr &error)
{
    if (m_handle)
        m_handle->cancel(m_task->loop());
    m_handle = {};
    if (m_state == State::Expiring) {
        m_state = State::Expired;
        return m_task->uncancel() <= m_cancelling && isCancelled(error);
    }
    m_state = State::Exited;
    return false;
}

} // namespace coroscope
