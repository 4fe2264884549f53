// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/event_loop.h"

namespace coroscope {

class WaitQueue;

/// A waiter in a WaitQueue: asyncio's future in a deque of waiters. Leaves the queue when it is destroyed.
class QueuedWaiter : public Waiter {
public:
    QueuedWaiter() = default;
    ~QueuedWaiter() override { leave(); }
    void leave();

private:
    friend class WaitQueue;
    WaitQueue *m_queue = nullptr;
    QueuedWaiter *m_previous = nullptr;
    QueuedWaiter *m_next = nullptr;
};

/// Who waits for a primitive, first come first served: the one cancellable queue under all of them. A cancelled waiter
/// stays in its place until its task has run, as in asyncio.
class WaitQueue {
public:
    WaitQueue() = default;
    WaitQueue(const WaitQueue &) = delete;
    WaitQueue &operator=(const WaitQueue &) = delete;
    ~WaitQueue()
    {
        while (m_first)
            m_first->leave();
    }

    [[nodiscard]] bool empty() const { return !m_first; }
    void add(QueuedWaiter &waiter)
    {
        waiter.m_queue = this;
        waiter.m_next = nullptr;
        waiter.m_previous = m_last;
        (m_last ? m_last->m_next : m_first) = &waiter;
        m_last = &waiter;
    }
    void remove(QueuedWaiter &waiter)
    {
        (waiter.m_previous ? waiter.m_previous->m_next : m_first) = waiter.m_next;
        (waiter.m_next ? waiter.m_next->m_previous : m_last) = waiter.m_previous;
        waiter.m_queue = nullptr;
    }
    [[nodiscard]] QueuedWaiter *first() const { return m_first; }
    [[nodiscard]] static QueuedWaiter *next(const QueuedWaiter &waiter) { return waiter.m_next; }
    [[nodiscard]] bool allCancelled() const
    {
        for (const QueuedWaiter *waiter = m_first; waiter; waiter = waiter->m_next)
            if (!waiter->cancelled())
                return false;
        return true;
    }
    /// The first waiter that is not done; null when there is none.
    [[nodiscard]] QueuedWaiter *firstWaiting() const
    {
        QueuedWaiter *waiter = m_first;
        while (waiter && waiter->done())
            waiter = waiter->m_next;
        return waiter;
    }
    /// Queue._wakeup_next: takes waiters off the front until one could be woken.
    void wakeNext()
    {
        while (m_first) {
            QueuedWaiter &waiter = *m_first;
            m_first = waiter.m_next;
            (m_first ? m_first->m_previous : m_last) = nullptr;
            waiter.m_queue = nullptr;
            if (!waiter.done()) [[likely]]
                return waiter.set();
        }
    }
    /// Wakes at most `most` that are not done, and leaves all in the queue (Condition.notify, Event.set).
    void wake(std::size_t most)
    {
        for (QueuedWaiter *waiter = m_first; waiter && most > 0; waiter = waiter->m_next) {
            if (!waiter->done()) {
                --most;
                waiter->set();
            }
        }
    }

private:
    QueuedWaiter *m_first = nullptr;
    QueuedWaiter *m_last = nullptr;
};

inline void QueuedWaiter::leave()
{
    if (m_queue)
        m_queue->remove(*this);
}

/// What every primitive is to the trace.
class TracedResource {
public:
    TracedResource(ResourceKind kind, std::string_view name, std::int64_t capacity)
        : m_world(&World::current()), m_id(m_world->newResource(kind, name, capacity))
    {
    }
    TracedResource(const TracedResource &) = delete;
    TracedResource &operator=(const TracedResource &) = delete;

    [[nodiscard]] ResourceId resource() const { return m_id; }

protected:
    void recordLevel(std::int64_t level) const
    {
        if (m_world->trace())
            m_world->record(
                {.kind = EventKind::ResourceLevel, .actor = m_world->actor(), .object = raw(m_id), .value = level});
    }

private:
    World *m_world;
    ResourceId m_id;
};

/// Base of the awaiters that queue up for a primitive.
class QueuedAwaiter : public LeafAwaiter, public QueuedWaiter {
public:
    using LeafAwaiter::LeafAwaiter;

protected:
    /// To be called from await_suspend.
    template <class Promise>
    void queueUp(std::coroutine_handle<Promise> leaf, WaitQueue &queue, Reason reason, ResourceId resource)
    {
        driver().suspendAt(leaf);
        queueUpAgain(queue, reason, resource);
    }
    void queueUpAgain(WaitQueue &queue, Reason reason, ResourceId resource)
    {
        TaskBase &waiting = task();
        queue.add(*this);
        wait(waiting, reason, raw(resource), place());
    }
    /// True when the await ends with CancelledError, which raise() then throws.
    [[nodiscard]] bool raises() const { return driver().hasInjected() || cancelled(); }
    [[noreturn]] void raise();
};

} // namespace coroscope
