// SPDX-License-Identifier: MIT
#include "core/loop/timer_queue.h"

#include "core/loop/task.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>

namespace coroscope {

namespace {

constexpr std::size_t kChildren = 4; ///< of the heap's nodes: they lie in two cache lines, and it is half as deep
constexpr std::size_t kNext = 64;    ///< so few timers are moved aside quicker than a heap is put in order
constexpr std::size_t kFewToSort = 256;
constexpr auto kLatestFirst = [](const auto &a, const auto &b) { return b < a; };

} // namespace

TimerQueue::~TimerQueue()
{
    std::for_each(m_sorted.begin(), m_sorted.end(), &TimerQueue::release);
    std::for_each(m_others.begin(), m_others.end(), &TimerQueue::release);
}

void TimerQueue::add(Instant when, Handle &handle)
{
    handle.retain();
    handle.m_inTimers = true;
    add({nanosecondsOf(when), ++m_order, Entry(&handle)});
}

std::uint64_t TimerQueue::add(Instant when, TaskBase &sleeper)
{
    sleeper.retain();
    add({nanosecondsOf(when), ++m_order, Entry::timerOf(sleeper)});
    return m_order;
}

void TimerQueue::add(const Timer &timer)
{
    m_earliest = std::min(m_earliest, timer.when);
    if (m_sorted.size() < kNext || timer.when < m_sorted[m_sorted.size() - kNext].when) {
        insertAmongNext(timer);
    } else {
        m_earliestOther = std::min(m_earliestOther, timer.when);
        m_others.push_back(timer);
    }
}

/// A binary search without branches. The new timer comes after all that have the same deadline.
void TimerQueue::insertAmongNext(const Timer &timer)
{
    const auto end = m_sorted.end();
    std::size_t count = std::min(m_sorted.size(), kNext);
    auto place = end - static_cast<std::ptrdiff_t>(count);
    while (count > 0) {
        const std::size_t half = (count + 1) / 2;
        const auto middle = place + static_cast<std::ptrdiff_t>(half);
        place = middle[-1].when > timer.when ? middle : place;
        count -= half;
    }
    m_sorted.insert(place, timer);
}

/// Makes the first timer the last of the sorted ones or the heap's first, if there is any.
inline void TimerQueue::settle()
{
    if (m_sorted.empty() || m_sorted.back().when >= m_earliestOther) [[unlikely]]
        orderOthers();
}

void TimerQueue::orderOthers()
{
    const std::size_t unsorted = m_others.size() - m_heaped;
    if (unsorted < m_sorted.size() + m_heaped) {
        while (m_heaped < m_others.size())
            siftUp(m_heaped++);
        return;
    }
    m_others.insert(m_others.end(), m_sorted.begin(), m_sorted.end());
    m_sorted = std::exchange(m_others, {});
    sortLatestFirst(m_sorted);
    m_heaped = 0;
    m_earliestOther = kNoDeadline;
}

inline void TimerQueue::noteEarliest()
{
    m_earliest = m_sorted.empty() ? m_earliestOther : std::min(m_sorted.back().when, m_earliestOther);
}

/// With many timers the sleepers have long left the caches: first the task comes, then what it points to.
inline void TimerQueue::askForNextSleepers() const
{
    constexpr std::size_t kTask = 8;
    constexpr std::size_t kWhatItPointsTo = 4;
    if (m_sorted.size() < kTask)
        return;
    const Timer *const end = m_sorted.data() + m_sorted.size();
    end[-std::ptrdiff_t(kTask)].entry.prefetch();
    if (const Entry next = end[-std::ptrdiff_t(kWhatItPointsTo)].entry; next.kind() == ReadyQueue::Kind::Timer)
        next.task()->prefetchWhatItPointsTo();
}

inline TimerQueue::Timer TimerQueue::takeFirst()
{
    Timer first;
    if (heapIsFirst()) [[unlikely]] {
        first = takeFromHeap();
    } else {
        first = m_sorted.back();
        m_sorted.pop_back();
        askForNextSleepers();
    }
    noteEarliest();
    return first;
}

std::optional<TimerQueue::Entry> TimerQueue::takeDue(Instant now)
{
    if (m_cancelled > 0) [[unlikely]]
        dropCancelledFirst();
    if (!anyDue(now) || empty())
        return std::nullopt;
    settle();
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
    while (m_cancelled > 0 && !empty()) {
        settle();
        if (!cancelled(heapIsFirst() ? m_others.front() : m_sorted.back()))
            break;
        --m_cancelled;
        release(takeFirst());
    }
}

void TimerQueue::cancelledOne()
{
    constexpr std::size_t kFew = 100;
    if (++m_cancelled > size() / 2 && size() > kFew)
        dropCancelled();
}

void TimerQueue::dropCancelled()
{
    Timers dropped;
    for (Timers *timers : {&m_sorted, &m_others}) {
        std::copy_if(timers->begin(), timers->end(), std::back_inserter(dropped), &TimerQueue::cancelled);
        std::erase_if(*timers, &TimerQueue::cancelled);
    }
    m_cancelled = 0;
    m_heaped = 0;
    m_earliestOther = kNoDeadline;
    for (const Timer &timer : m_others)
        m_earliestOther = std::min(m_earliestOther, timer.when);
    noteEarliest();
    std::for_each(dropped.begin(), dropped.end(), &TimerQueue::release);
}

// The heap

TimerQueue::Timer TimerQueue::takeFromHeap()
{
    const Timer first = m_others.front();
    const Timer last = m_others.back();
    m_others.pop_back();
    m_heaped = m_others.size();
    if (!m_others.empty())
        siftDown(0, last);
    m_earliestOther = m_others.empty() ? kNoDeadline : m_others.front().when;
    return first;
}

void TimerQueue::siftUp(std::size_t hole)
{
    const Timer timer = m_others[hole];
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / kChildren;
        if (!(timer < m_others[parent]))
            break;
        m_others[hole] = m_others[parent];
        hole = parent;
    }
    m_others[hole] = timer;
}

void TimerQueue::siftDown(std::size_t hole, const Timer &timer)
{
    const std::size_t size = m_others.size();
    for (std::size_t first = hole * kChildren + 1; first < size; first = hole * kChildren + 1) {
        std::size_t least = first;
        for (std::size_t child = first + 1; child < std::min(first + kChildren, size); ++child)
            least = m_others[child] < m_others[least] ? child : least;
        if (!(m_others[least] < timer))
            break;
        m_others[hole] = m_others[least];
        hole = least;
    }
    m_others[hole] = timer;
}

// Sorting all at once

void TimerQueue::sortLatestFirst(Timers &timers)
{
    if (timers.size() > kFewToSort)
        sortIntoBuckets(timers);
    else
        std::sort(timers.begin(), timers.end(), kLatestFirst);
}

/// One pass puts the timers into as many buckets of time as there are a few of them for each, then every bucket is
/// sorted. Where all the deadlines fall into one bucket, that is still std::sort.
void TimerQueue::sortIntoBuckets(Timers &timers)
{
    constexpr std::size_t kPerBucket = 4;
    const auto [first, last] = std::minmax_element(timers.begin(), timers.end(),
                                                   [](const Timer &a, const Timer &b) { return a.when < b.when; });
    const auto latest = static_cast<std::uint64_t>(last->when);
    const auto bits = std::bit_width(timers.size() / kPerBucket);
    const auto rangeBits = std::bit_width(latest - static_cast<std::uint64_t>(first->when));
    const auto shift = rangeBits - std::min(rangeBits, bits);
    const auto bucketOf = [&](const Timer &timer) {
        return (latest - static_cast<std::uint64_t>(timer.when)) >> shift;
    };

    std::vector<std::uint32_t> ends((std::size_t(1) << bits) + 1);
    for (const Timer &timer : timers)
        ++ends[bucketOf(timer)];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    Timers sorted(timers.size());
    for (const Timer &timer : timers) // from the ends: of equal deadlines the one made first comes last
        sorted[--ends[bucketOf(timer)]] = timer;
    for (std::size_t i = 1; i < ends.size(); ++i) // they have become beginnings
        std::sort(sorted.begin() + ends[i - 1], sorted.begin() + ends[i], kLatestFirst);
    timers = std::move(sorted);
}

} // namespace coroscope
