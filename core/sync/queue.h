// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/locks.h"
#include "core/sync/ring.h"

#include <optional>
#include <vector>

namespace coroscope {

[[noreturn]] void throwQueueFull();
[[noreturn]] void throwQueueEmpty();

/// How a queue keeps its items: first in first out.
template <class T>
class FifoItems {
public:
    static constexpr ResourceKind kKind = ResourceKind::Queue;
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    void put(T item) { m_items.push(std::move(item)); }
    T get() { return m_items.pop(); }

private:
    Ring<T> m_items;
};

/// Last in first out (LifoQueue).
template <class T>
class LifoItems {
public:
    static constexpr ResourceKind kKind = ResourceKind::LifoQueue;
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    void put(T item) { m_items.push_back(std::move(item)); }
    T get()
    {
        T item = std::move(m_items.back());
        m_items.pop_back();
        return item;
    }

private:
    std::vector<T> m_items;
};

/// The smallest first (PriorityQueue), by the algorithm of Python's heapq: items that are equal without being the same
/// come out in the order in which they would there.
template <class T>
class PriorityItems {
public:
    static constexpr ResourceKind kKind = ResourceKind::PriorityQueue;
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    void put(T item)
    {
        m_items.push_back(std::move(item));
        rise(0, m_items.size() - 1);
    }
    T get()
    {
        T last = std::move(m_items.back());
        m_items.pop_back();
        if (m_items.empty())
            return last;
        std::swap(last, m_items.front());
        sink();
        return last;
    }

private:
    /// heapq._siftdown
    void rise(std::size_t start, std::size_t position)
    {
        while (position > start) {
            const std::size_t parent = (position - 1) / 2;
            if (!(m_items[position] < m_items[parent]))
                break;
            std::swap(m_items[position], m_items[parent]);
            position = parent;
        }
    }
    /// heapq._siftup: the smaller child up to the leaves, then the item rises from there.
    void sink()
    {
        std::size_t position = 0;
        for (std::size_t child = 1; child < m_items.size(); child = 2 * position + 1) {
            if (child + 1 < m_items.size() && !(m_items[child] < m_items[child + 1]))
                ++child;
            std::swap(m_items[position], m_items[child]);
            position = child;
        }
        rise(0, position);
    }

    std::vector<T> m_items;
};

/// asyncio.Queue and its kin. `co_await queue.put(x)` waits while the queue is full, `co_await queue.get()` while it
/// is empty; neither suspends when it need not. maxsize 0: never full.
template <class T, class Items>
class BasicQueue : public TracedResource {
public:
    explicit BasicQueue(int maxsize = 0, std::string_view name = {})
        : TracedResource(Items::kKind, name, maxsize), m_maxsize(maxsize), m_finished(resource())
    {
        m_finished.set();
    }

    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] bool empty() const { return m_items.size() == 0; }
    [[nodiscard]] bool full() const { return m_maxsize > 0 && m_items.size() >= static_cast<std::size_t>(m_maxsize); }

    /// Throws QueueFull.
    void putNowait(T item)
    {
        if (full()) [[unlikely]]
            throwQueueFull();
        m_items.put(std::move(item));
        recordLevel(static_cast<std::int64_t>(size()));
        if (m_unfinished++ == 0)
            m_finished.clear();
        m_getters.wakeNext();
    }
    /// Throws QueueEmpty.
    T getNowait()
    {
        if (empty()) [[unlikely]]
            throwQueueEmpty();
        T item = m_items.get();
        recordLevel(static_cast<std::int64_t>(size()));
        m_putters.wakeNext();
        return item;
    }

    /// An item got from the queue is dealt with. Throws ValueError when there are no more of them.
    void taskDone()
    {
        if (m_unfinished == 0)
            throw ValueError("task_done() called too many times");
        if (--m_unfinished == 0)
            m_finished.set();
    }
    /// Waits until every item put has been dealt with.
    [[nodiscard]] Event::Wait join() { return m_finished.waitAs(Reason::QueueJoin); }

    class Get;
    class Put;
    [[nodiscard]] Get get() { return Get(*this); }
    [[nodiscard]] Put put(T item) { return Put(*this, std::move(item)); }

private:
    class GetAwaiter;
    class PutAwaiter;

    int m_maxsize;
    Items m_items;
    WaitQueue m_getters;
    WaitQueue m_putters;
    std::size_t m_unfinished = 0;
    Event m_finished;
};

template <class T, class Items>
class BasicQueue<T, Items>::GetAwaiter : public QueuedAwaiter, public Recheck {
public:
    GetAwaiter(BasicQueue &queue, Driver &driver, const std::source_location &place)
        : QueuedAwaiter(driver, place), m_queue(queue)
    {
    }

    [[nodiscard]] bool await_ready() const { return !m_queue.empty(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> leaf)
    {
        task().recheckWith(this);
        queueUp(leaf, m_queue.m_getters, Reason::QueueGet, m_queue.resource());
    }
    bool mayResume() final
    {
        if (!m_queue.empty() || raises())
            return true;
        queueUpAgain(m_queue.m_getters, Reason::QueueGet, m_queue.resource());
        return false;
    }
    [[gnu::always_inline]] T await_resume()
    {
        if (raises()) [[unlikely]]
            giveUp();
        return m_queue.getNowait();
    }

private:
    [[noreturn, gnu::noinline]] void giveUp()
    {
        leave();
        if (!m_queue.empty() && !cancelled()) // woken, but cannot take the item: the next in line may
            m_queue.m_getters.wakeNext();
        raise();
    }

    BasicQueue &m_queue;
};

template <class T, class Items>
class BasicQueue<T, Items>::PutAwaiter : public QueuedAwaiter, public Recheck {
public:
    PutAwaiter(BasicQueue &queue, T item, Driver &driver, const std::source_location &place)
        : QueuedAwaiter(driver, place), m_queue(queue), m_item(std::move(item))
    {
    }

    [[nodiscard]] bool await_ready() const { return !m_queue.full(); }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> leaf)
    {
        task().recheckWith(this);
        queueUp(leaf, m_queue.m_putters, Reason::QueuePut, m_queue.resource());
    }
    bool mayResume() final
    {
        if (!m_queue.full() || raises())
            return true;
        queueUpAgain(m_queue.m_putters, Reason::QueuePut, m_queue.resource());
        return false;
    }
    [[gnu::always_inline]] void await_resume()
    {
        if (raises()) [[unlikely]]
            giveUp();
        m_queue.putNowait(std::move(m_item));
    }

private:
    [[noreturn, gnu::noinline]] void giveUp()
    {
        leave();
        if (!m_queue.full() && !cancelled())
            m_queue.m_putters.wakeNext();
        raise();
    }

    BasicQueue &m_queue;
    T m_item;
};

template <class T, class Items>
class BasicQueue<T, Items>::Get {
public:
    explicit Get(BasicQueue &queue) : m_queue(queue) {}
    GetAwaiter awaitIn(Driver &driver, const std::source_location &place) const { return {m_queue, driver, place}; }

private:
    BasicQueue &m_queue;
};

template <class T, class Items>
class BasicQueue<T, Items>::Put {
public:
    Put(BasicQueue &queue, T item) : m_queue(queue), m_item(std::move(item)) {}
    PutAwaiter awaitIn(Driver &driver, const std::source_location &place) &&
    {
        return {m_queue, std::move(m_item), driver, place};
    }

private:
    BasicQueue &m_queue;
    T m_item;
};

template <class T>
using Queue = BasicQueue<T, FifoItems<T>>;
template <class T>
using LifoQueue = BasicQueue<T, LifoItems<T>>;
template <class T>
using PriorityQueue = BasicQueue<T, PriorityItems<T>>;

} // namespace coroscope
