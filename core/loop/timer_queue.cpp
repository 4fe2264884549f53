// SPDX-License-Identifier: MIT
#include "core/loop/timer_queue.h"

#include "core/loop/task.h"

#include <algorithm>

namespace coroscope {

namespace {
constexpr std::size_t kChildren = 4;
}

TimerQueue::~TimerQueue()
{
    for (const Timer &timer : m_heap)
        release(timer);
}

void TimerQueue::add(Instant when, Handle &handle)
{
    handle.retain();
    handle.m_inTimers = true;
    m_heap.emplace_back();
    siftUp(m_heap.size() - 1, {nanosecondsOf(when), ++m_order, Entry(&handle)});
}

std::uint64_t TimerQueue::add(Instant when, TaskBase &sleeper)
{
    sleeper.retain();
    m_heap.emplace_back();
    siftUp(m_heap.size() - 1, {nanosecondsOf(when), ++m_order, Entry::timerOf(sleeper)});
    return m_order;
}

std::optional<Instant> TimerQueue::nextDeadline()
{
    dropCancelledFirst();
    if (m_heap.empty())
        return std::nullopt;
    return instantAt(m_heap.front().when);
}

std::optional<TimerQueue::Entry> TimerQueue::takeDue(Instant now)
{
    dropCancelledFirst();
    if (m_heap.empty() || m_heap.front().when > nanosecondsOf(now))
        return std::nullopt;
    const Entry first = takeFirst().entry;
    if (first.kind() == ReadyQueue::Kind::Handle)
        first.handle()->m_inTimers = false;
    return first;
}

bool TimerQueue::cancelled(const Timer &timer)
{
    if (timer.entry.kind() == ReadyQueue::Kind::Handle)
        return timer.entry.handle()->cancelled();
    return timer.entry.task()->sleepTimer() != timer.order;
}

void TimerQueue::release(const Timer &timer)
{
    if (timer.entry.kind() == ReadyQueue::Kind::Handle)
        timer.entry.handle()->release();
    else
        timer.entry.task()->release();
}

void TimerQueue::dropCancelledFirst()
{
    while (m_cancelled > 0 && !m_heap.empty() && cancelled(m_heap.front())) {
        --m_cancelled;
        release(takeFirst());
    }
}

void TimerQueue::cancelledOne()
{
    constexpr std::size_t kFew = 100;
    if (++m_cancelled > m_heap.size() / 2 && m_heap.size() > kFew)
        dropCancelled();
}

void TimerQueue::dropCancelled()
{
    const auto alive = std::partition(m_heap.begin(), m_heap.end(), [](const Timer &timer) { return !cancelled(timer); });
    std::for_each(alive, m_heap.end(), &TimerQueue::release);
    m_heap.erase(alive, m_heap.end());
    m_cancelled = 0;
    for (std::size_t hole = m_heap.size() / kChildren + 1; hole-- > 0;)
        if (hole < m_heap.size())
            siftDown(hole, m_heap[hole]);
}

TimerQueue::Timer TimerQueue::takeFirst()
{
    const Timer first = m_heap.front();
    const Timer last = m_heap.back();
    m_heap.pop_back();
    if (!m_heap.empty()) {
        siftDown(0, last);
        m_heap.front().entry.prefetch(); // it is next, and with many timers long out of the caches
    }
    return first;
}

void TimerQueue::siftUp(std::size_t hole, Timer timer)
{
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / kChildren;
        if (!(timer < m_heap[parent]))
            break;
        m_heap[hole] = m_heap[parent];
        hole = parent;
    }
    m_heap[hole] = timer;
}

void TimerQueue::siftDown(std::size_t hole, Timer timer)
{
    const std::size_t size = m_heap.size();
    for (std::size_t first = hole * kChildren + 1; first < size; first = hole * kChildren + 1) {
        std::size_t least = first;
        for (std::size_t child = first + 1; child < std::min(first + kChildren, size); ++child)
            if (m_heap[child] < m_heap[least])
                least = child;
        if (!(m_heap[least] < timer))
            break;
        m_heap[hole] = m_heap[least];
        hole = least;
    }
    m_heap[hole] = timer;
}

} // namespace coroscope
