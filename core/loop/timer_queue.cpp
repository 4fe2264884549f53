// SPDX-License-Identifier: MIT
#include "core/loop/timer_queue.h"

#include <algorithm>

namespace coroscope {

namespace {
constexpr std::size_t kChildren = 4;
}

TimerQueue::~TimerQueue()
{
    for (const Entry &entry : m_heap)
        entry.handle->release();
}

void TimerQueue::add(Instant when, Handle &handle)
{
    handle.retain();
    handle.m_inTimers = true;
    m_heap.emplace_back();
    siftUp(m_heap.size() - 1, {nanosecondsOf(when), m_order++, &handle});
}

std::optional<Instant> TimerQueue::nextDeadline()
{
    while (!m_heap.empty() && m_heap.front().handle->cancelled())
        takeFirst()->release();
    if (m_heap.empty())
        return std::nullopt;
    return instantAt(m_heap.front().when);
}

Handle *TimerQueue::takeDue(Instant now)
{
    if (m_heap.empty() || m_heap.front().when > nanosecondsOf(now))
        return nullptr;
    return takeFirst();
}

void TimerQueue::cancelledOne()
{
    constexpr std::size_t kFew = 100;
    if (++m_cancelled > m_heap.size() / 2 && m_heap.size() > kFew)
        dropCancelled();
}

void TimerQueue::dropCancelled()
{
    const auto alive = std::partition(m_heap.begin(), m_heap.end(), [](const Entry &entry) { return !entry.handle->cancelled(); });
    for (auto entry = alive; entry != m_heap.end(); ++entry)
        entry->handle->release();
    m_heap.erase(alive, m_heap.end());
    m_cancelled = 0;
    for (std::size_t hole = m_heap.size() / kChildren + 1; hole-- > 0;)
        if (hole < m_heap.size())
            siftDown(hole, m_heap[hole]);
}

Handle *TimerQueue::takeFirst()
{
    Handle *const first = m_heap.front().handle;
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (!m_heap.empty())
        siftDown(0, last);
    first->m_inTimers = false;
    if (first->cancelled())
        --m_cancelled;
    return first;
}

void TimerQueue::siftUp(std::size_t hole, Entry entry)
{
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / kChildren;
        if (!(entry < m_heap[parent]))
            break;
        m_heap[hole] = m_heap[parent];
        hole = parent;
    }
    m_heap[hole] = entry;
}

void TimerQueue::siftDown(std::size_t hole, Entry entry)
{
    const std::size_t size = m_heap.size();
    for (std::size_t first = hole * kChildren + 1; first < size; first = hole * kChildren + 1) {
        std::size_t least = first;
        for (std::size_t child = first + 1; child < std::min(first + kChildren, size); ++child)
            if (m_heap[child] < m_heap[least])
                least = child;
        if (!(m_heap[least] < entry))
            break;
        m_heap[hole] = m_heap[least];
        hole = least;
    }
    m_heap[hole] = entry;
}

} // namespace coroscope
