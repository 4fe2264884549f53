// SPDX-License-Identifier: MIT
#include "core/sync/queue.h"

namespace coroscope {

void throwQueueFull()
{
    throw QueueFull();
}

void throwQueueEmpty()
{
    throw QueueEmpty();
}

void QueuedAwaiter::raise()
{
    driver().raiseInjected();
    throw CancelledError();
}

// Event

Event::Event(std::string_view name)
    : m_resource(World::current().newResource(ResourceKind::Event, name, 0)), m_traced(true)
{
}

void Event::set()
{
    if (m_set)
        return;
    m_set = true;
    recordLevel();
    m_waiters.wake(~std::size_t(0));
}

void Event::recordLevel() const
{
    if (!m_traced)
        return;
    World &world = World::current();
    world.record({.kind = EventKind::ResourceLevel, .actor = world.actor(), .object = raw(m_resource), .value = m_set});
}

// Lock

void Lock::release()
{
    if (!m_locked)
        throw RuntimeError("Lock is not acquired.");
    m_locked = false;
    recordLevel(0);
    wakeFirst();
}

void Lock::wakeFirst()
{
    // A first waiter that is done will run and take the lock, or be cancelled and come back here.
    QueuedWaiter *const first = m_waiters.first();
    if (first && !first->done())
        first->set();
}

void Lock::AcquireAwaiter::finish()
{
    leave();
    if (raises()) {
        if (!m_lock.m_locked)
            m_lock.wakeFirst();
        raise();
    }
    m_lock.m_locked = true;
    m_lock.recordLevel(1);
}

// Semaphore

Semaphore::Semaphore(ResourceKind kind, int value, std::string_view name)
    : TracedResource(kind, name, value), m_value(value)
{
    if (value < 0)
        throw ValueError("Semaphore initial value must be >= 0");
}

void Semaphore::release()
{
    ++m_value;
    recordLevel(m_value);
    wakeNext();
}

void Semaphore::wakeNext()
{
    if (QueuedWaiter *const waiter = m_waiters.firstWaiting()) {
        --m_value;
        recordLevel(m_value);
        waiter->set();
    }
}

void Semaphore::AcquireAwaiter::finish()
{
    if (!m_waited) {
        --m_semaphore.m_value;
        m_semaphore.recordLevel(m_semaphore.m_value);
        return;
    }
    leave();
    if (raises()) {
        if (!cancelled()) { // it was handed a unit and cannot take it
            ++m_semaphore.m_value;
            m_semaphore.recordLevel(m_semaphore.m_value);
            m_semaphore.wakeNext();
        }
        raise();
    }
    if (m_semaphore.m_value > 0)
        m_semaphore.wakeNext();
}

void BoundedSemaphore::release()
{
    if (value() >= m_bound)
        throw ValueError("BoundedSemaphore released too many times");
    Semaphore::release();
}

// Condition

class Condition::NotifiedAwaiter : public QueuedAwaiter {
public:
    NotifiedAwaiter(Condition &condition, Driver &driver, const std::source_location &place)
        : QueuedAwaiter(driver, place), m_condition(condition)
    {
    }
    [[nodiscard]] bool await_ready() const { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> leaf)
    {
        queueUp(leaf, m_condition.m_waiters, Reason::Condition, m_condition.resource());
    }
    void await_resume()
    {
        leave();
        if (raises())
            raise();
    }

private:
    Condition &m_condition;
};

class Condition::Notified {
public:
    explicit Notified(Condition &condition) : m_condition(condition) {}
    NotifiedAwaiter awaitIn(Driver &driver, const std::source_location &place) const
    {
        return {m_condition, driver, place};
    }

private:
    Condition &m_condition;
};

Coro<void> Condition::wait()
{
    if (!locked())
        throw RuntimeError("cannot wait on un-acquired lock");
    release();
    std::exception_ptr error;
    try {
        co_await Notified(*this);
    } catch (...) {
        error = std::current_exception();
    }
    // The lock is taken again even when the wait was cancelled.
    for (bool acquired = false; !acquired;) {
        try {
            co_await acquire();
            acquired = true;
        } catch (const CancelledError &) {
            error = std::current_exception();
        }
    }
    if (error)
        std::rethrow_exception(error);
}

Coro<void> Condition::waitFor(std::function<bool()> predicate)
{
    while (!predicate())
        co_await wait();
}

void Condition::notify(std::size_t n)
{
    if (!locked())
        throw RuntimeError("cannot notify on un-acquired lock");
    m_waiters.wake(n);
}

// Barrier

Barrier::Barrier(int parties, std::string_view name) : m_condition(name), m_parties(parties)
{
    if (parties < 1)
        throw ValueError("parties must be > 0");
}

Coro<int> Barrier::wait()
{
    const auto held = co_await m_condition.scoped();
    const std::function<bool()> drained = [this] { return m_state != State::Draining && m_state != State::Resetting; };
    co_await m_condition.waitFor(drained);
    if (broken())
        throw BrokenBarrierError("Barrier aborted");
    struct Leaving {
        Leaving(Barrier &b, const Holder &holder) : barrier(b), held(holder) {}
        ~Leaving()
        {
            if (held.holds())
                barrier.leave();
        }
        Barrier &barrier;
        const Holder &held;
    };
    const int index = m_count;
    const Leaving leaving(*this, held);
    ++m_count;
    co_await fillAndWait();
    co_return index;
}

Coro<int> Barrier::fillAndWait()
{
    if (m_count == m_parties) {
        m_state = State::Draining;
        m_condition.notifyAll();
        co_return m_count;
    }
    const std::function<bool()> filled = [this] { return m_state != State::Filling; };
    co_await m_condition.waitFor(filled);
    if (m_state == State::Broken || m_state == State::Resetting)
        throw BrokenBarrierError("Abort or reset of barrier");
    co_return m_count;
}

void Barrier::leave()
{
    --m_count;
    if (m_count == 0 && (m_state == State::Resetting || m_state == State::Draining))
        m_state = State::Filling;
    if (m_count == 0 && m_condition.locked())
        m_condition.notifyAll();
}

Coro<void> Barrier::reset()
{
    const auto held = co_await m_condition.scoped();
    m_state = m_count > 0 ? State::Resetting : State::Filling;
    m_condition.notifyAll();
}

Coro<void> Barrier::abort()
{
    const auto held = co_await m_condition.scoped();
    m_state = State::Broken;
    m_condition.notifyAll();
}

} // namespace coroscope
