// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/wait_queue.h"

namespace coroscope {

/// asyncio.Event: set() wakes all who wait, and later ones do not wait until clear().
class Event : public Pooled {
public:
    explicit Event(std::string_view name = {});
    /// Speaks for another resource in the trace (a queue's "all done").
    explicit Event(ResourceId resource) : m_resource(resource) {}

    [[nodiscard]] bool isSet() const { return m_set; }
    void set();
    void clear()
    {
        if (std::exchange(m_set, false))
            recordLevel();
    }
    [[nodiscard]] ResourceId resource() const { return m_resource; }

    class Awaiter : public QueuedAwaiter {
    public:
        Awaiter(Event &event, Reason reason, Driver &driver, const std::source_location &place)
            : QueuedAwaiter(driver, place), m_event(event), m_reason(reason)
        {
        }
        [[nodiscard]] bool await_ready() const { return m_event.m_set; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> leaf)
        {
            queueUp(leaf, m_event.m_waiters, m_reason, m_event.m_resource);
        }
        void await_resume()
        {
            leave();
            if (raises())
                raise();
        }

    private:
        Event &m_event;
        Reason m_reason;
    };
    class Wait {
    public:
        Wait(Event &event, Reason reason) : m_event(event), m_reason(reason) {}
        Awaiter awaitIn(Driver &driver, const std::source_location &place) const
        {
            return {m_event, m_reason, driver, place};
        }

    private:
        Event &m_event;
        Reason m_reason;
    };
    [[nodiscard]] Wait wait() { return waitAs(Reason::Event); }
    [[nodiscard]] Wait waitAs(Reason reason) { return {*this, reason}; }

private:
    void recordLevel() const;

    ResourceId m_resource;
    bool m_traced = false; ///< has levels of its own
    bool m_set = false;
    WaitQueue m_waiters;
};

class Holders;

/// A place in the list of those who hold a lock. Leaves it when it is destroyed.
class Holder {
public:
    Holder &operator=(const Holder &) = delete;
    /// False once it was left, or the lock is gone.
    [[nodiscard]] bool holds() const { return m_list; }

protected:
    explicit Holder(Holders &list) { join(list); }
    Holder(Holder &&other) noexcept;
    ~Holder() { leave(); }
    void leave() noexcept;

private:
    friend class Holders;
    void join(Holders &list) noexcept;

    Holders *m_list = nullptr;
    Holder *m_previous = nullptr;
    Holder *m_next = nullptr;
};

/// Who holds a lock. When a run is abandoned its frames are freed while some hold locks that stand in others: whoever
/// outlives the lock is told so and releases nothing.
class Holders {
public:
    Holders() = default;
    Holders(const Holders &) = delete;
    Holders &operator=(const Holders &) = delete;
    ~Holders()
    {
        while (m_first)
            m_first->leave();
    }

private:
    friend class Holder;
    Holder *m_first = nullptr;
};

inline void Holder::join(Holders &list) noexcept
{
    m_list = &list;
    m_next = std::exchange(list.m_first, this);
    if (m_next)
        m_next->m_previous = this;
}

inline void Holder::leave() noexcept
{
    if (!m_list)
        return;
    (m_previous ? m_previous->m_next : m_list->m_first) = m_next;
    if (m_next)
        m_next->m_previous = m_previous;
    m_list = nullptr;
    m_previous = m_next = nullptr;
}

inline Holder::Holder(Holder &&other) noexcept
{
    if (Holders *const list = other.m_list) {
        other.leave();
        join(*list);
    }
}

/// Holds a lock, semaphore or condition for a scope: `const auto held = co_await lock.scoped();` is `async with lock:`.
template <class L>
class [[nodiscard]] Held : public Holder {
public:
    explicit Held(L &lock) : Holder(lock.holders()), m_lock(&lock) {}
    Held(Held &&other) noexcept = default;
    ~Held()
    {
        if (holds())
            m_lock->releaseQuietly();
    }
    /// The end of the scope, said earlier. Throws what release() throws.
    void release()
    {
        leave();
        m_lock->release();
    }

private:
    L *m_lock;
};

/// `co_await lock.acquire()`, and with Scoped the Held that releases it.
template <class L, bool Scoped>
class Acquire {
public:
    explicit Acquire(L &lock) : m_lock(lock) {}

    class Awaiter : public L::AcquireAwaiter {
    public:
        Awaiter(L &lock, Driver &driver, const std::source_location &place)
            : L::AcquireAwaiter(lock, driver, place), m_held(lock)
        {
        }
        auto await_resume()
        {
            L::AcquireAwaiter::finish();
            if constexpr (Scoped)
                return Held<L>(m_held);
        }

    private:
        L &m_held;
    };
    Awaiter awaitIn(Driver &driver, const std::source_location &place) const { return {m_lock, driver, place}; }

private:
    L &m_lock;
};

/// asyncio.Lock: fair; whoever waits longest gets it next.
class Lock : public TracedResource {
public:
    explicit Lock(std::string_view name = {}) : Lock(ResourceKind::Lock, name) {}
    Lock(ResourceKind kind, std::string_view name) : TracedResource(kind, name, 1) {}

    [[nodiscard]] bool locked() const { return m_locked; }
    /// Throws RuntimeError when it is not locked.
    void release();
    void releaseQuietly()
    {
        if (m_locked)
            release();
    }

    class AcquireAwaiter : public QueuedAwaiter {
    public:
        AcquireAwaiter(Lock &lock, Driver &driver, const std::source_location &place)
            : QueuedAwaiter(driver, place), m_lock(lock)
        {
        }
        [[nodiscard]] bool await_ready() const { return !m_lock.m_locked && m_lock.m_waiters.allCancelled(); }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> leaf)
        {
            queueUp(leaf, m_lock.m_waiters, Reason::Lock, m_lock.resource());
        }

    protected:
        void finish();

    private:
        Lock &m_lock;
    };
    [[nodiscard]] Acquire<Lock, false> acquire() { return Acquire<Lock, false>(*this); }
    [[nodiscard]] Acquire<Lock, true> scoped() { return Acquire<Lock, true>(*this); }
    [[nodiscard]] Holders &holders() { return m_holders; }

private:
    void wakeFirst();

    Holders m_holders;
    bool m_locked = false;
    WaitQueue m_waiters;
};

/// asyncio.Semaphore (3.11.7): release() hands the unit to the first who waits.
class Semaphore : public TracedResource {
public:
    /// Throws ValueError when value < 0.
    explicit Semaphore(int value = 1, std::string_view name = {}) : Semaphore(ResourceKind::Semaphore, value, name) {}
    virtual ~Semaphore() = default;

    [[nodiscard]] bool locked() const { return m_value == 0 || !m_waiters.allCancelled(); }
    [[nodiscard]] int value() const { return m_value; }
    virtual void release();
    void releaseQuietly() { release(); }

    class AcquireAwaiter : public QueuedAwaiter {
    public:
        AcquireAwaiter(Semaphore &semaphore, Driver &driver, const std::source_location &place)
            : QueuedAwaiter(driver, place), m_semaphore(semaphore)
        {
        }
        [[nodiscard]] bool await_ready() const { return !m_semaphore.locked(); }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> leaf)
        {
            m_waited = true;
            queueUp(leaf, m_semaphore.m_waiters, Reason::Semaphore, m_semaphore.resource());
        }

    protected:
        void finish();

    private:
        Semaphore &m_semaphore;
        bool m_waited = false;
    };
    [[nodiscard]] Acquire<Semaphore, false> acquire() { return Acquire<Semaphore, false>(*this); }
    [[nodiscard]] Acquire<Semaphore, true> scoped() { return Acquire<Semaphore, true>(*this); }
    [[nodiscard]] Holders &holders() { return m_holders; }

protected:
    Semaphore(ResourceKind kind, int value, std::string_view name);

private:
    void wakeNext();

    Holders m_holders;
    int m_value;
    WaitQueue m_waiters;
};

/// asyncio.BoundedSemaphore: release() above the initial value throws ValueError.
class BoundedSemaphore : public Semaphore {
public:
    explicit BoundedSemaphore(int value = 1, std::string_view name = {})
        : Semaphore(ResourceKind::BoundedSemaphore, value, name), m_bound(value)
    {
    }
    void release() override;

private:
    int m_bound;
};

/// asyncio.Condition with a lock of its own.
class Condition {
public:
    explicit Condition(std::string_view name = {}) : m_lock(ResourceKind::Condition, name) {}

    [[nodiscard]] bool locked() const { return m_lock.locked(); }
    [[nodiscard]] auto acquire() { return m_lock.acquire(); }
    [[nodiscard]] auto scoped() { return m_lock.scoped(); }
    void release() { m_lock.release(); }
    [[nodiscard]] ResourceId resource() const { return m_lock.resource(); }
    [[nodiscard]] Lock &lock() { return m_lock; }

    /// Releases the lock, waits to be notified, takes the lock again. Throws RuntimeError when the lock is not held.
    Coro<void> wait();
    /// Waits until the predicate holds.
    Coro<void> waitFor(std::function<bool()> predicate);
    /// Wakes at most n who wait; throws RuntimeError when the lock is not held.
    void notify(std::size_t n = 1);
    void notifyAll() { notify(~std::size_t(0)); }

private:
    class NotifiedAwaiter;
    class Notified;

    Lock m_lock;
    WaitQueue m_waiters;
};

/// asyncio.Barrier: the tasks that wait() go on together when there are `parties` of them.
class Barrier {
public:
    /// Throws ValueError when parties < 1.
    explicit Barrier(int parties, std::string_view name = {});

    /// Gives 0 to parties - 1. Throws BrokenBarrierError when the barrier is broken or reset.
    Coro<int> wait();
    Coro<void> reset();
    Coro<void> abort();
    [[nodiscard]] int parties() const { return m_parties; }
    [[nodiscard]] int waiting() const { return m_state == State::Filling ? m_count : 0; }
    [[nodiscard]] bool broken() const { return m_state == State::Broken; }

private:
    enum class State { Filling, Draining, Resetting, Broken };

    Coro<int> fillAndWait();
    void leave();

    Condition m_condition;
    int m_parties;
    int m_count = 0;
    State m_state = State::Filling;
};

} // namespace coroscope
