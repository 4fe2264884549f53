// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/handle.h"
#include "core/loop/ready_queue.h"
#include "core/record/memory.h"
#include "core/record/time.h"

#include <optional>
#include <vector>

namespace coroscope {

/// The loop's timers, ordered by deadline and then by creation. (CPython's binary heap leaves the order of equal
/// deadlines open; with a real clock the timer made first has the earlier one.)
///
/// Most of them lie in one sorted array, from which the next is taken at its end. What a heap costs with 100,000 timers
/// is not its comparisons but waiting: for branches nobody can predict, and for sleepers that have long left the
/// caches. In an array one sees who is next, and can ask for them in time.
///
/// A timer that comes among the next few is put in its place. All others gather aside, unsorted, until one of them may
/// be next; then they are sorted together with the array, which is much quicker than one by one. Only when they are the
/// fewer are they made a heap instead. So a timer pays for two at each sorting, and no order of adding makes this slow.
///
/// A sleeping task is its own timer: no handle is made for it. Cancelled timers stay until they are next or are more
/// than half of over a hundred, as in asyncio.
class TimerQueue {
public:
    using Entry = ReadyQueue::Entry;

    TimerQueue() = default;
    ~TimerQueue();
    TimerQueue(const TimerQueue &) = delete;
    TimerQueue &operator=(const TimerQueue &) = delete;

    /// Keeps a reference to the handle until it is taken or dropped.
    void add(Instant when, Handle &handle);
    /// The same for a sleeping task; gives what tells this timer from the task's earlier ones.
    std::uint64_t add(Instant when, TaskBase &sleeper);
    /// The deadline of the first timer that is not cancelled.
    [[nodiscard]] std::optional<Instant> nextDeadline()
    {
        if (m_cancelled > 0) [[unlikely]]
            dropCancelledFirst();
        return empty() ? std::nullopt : std::optional(instantAt(m_earliest));
    }
    /// Whether the first timer, cancelled or not, is due.
    [[nodiscard]] bool anyDue(Instant now) const { return m_earliest <= nanosecondsOf(now); }
    /// Takes the first timer if it is due and not cancelled; the caller gets the reference.
    [[nodiscard]] std::optional<Entry> takeDue(Instant now);
    [[nodiscard]] bool empty() const { return m_sorted.empty() && m_others.empty(); }
    /// How many there are, cancelled ones included.
    [[nodiscard]] std::size_t size() const { return m_sorted.size() + m_others.size(); }
    /// To be told of each timer that is cancelled while it is here.
    void cancelledOne();

private:
    struct Timer {
        std::int64_t when;
        std::uint64_t order;
        Entry entry;
        /// Without a branch: which of two timers is the earlier nobody can predict.
        friend bool operator<(const Timer &a, const Timer &b)
        {
            return static_cast<bool>(int(a.when < b.when) | (int(a.when == b.when) & int(a.order < b.order)));
        }
    };
    using Timers = std::vector<Timer, LargeAllocator<Timer>>;
    static constexpr std::int64_t kNoDeadline = INT64_MAX;

    [[nodiscard]] static bool cancelled(const Timer &timer);
    static void release(const Timer &timer);
    void add(const Timer &timer);
    void insertAmongNext(const Timer &timer);
    void settle();
    void orderOthers();
    [[nodiscard]] bool heapIsFirst() const
    {
        return m_heaped > 0 && (m_sorted.empty() || m_others.front() < m_sorted.back());
    }
    Timer takeFirst();
    Timer takeFromHeap();
    void askForNextSleepers() const;
    void noteEarliest();
    void dropCancelledFirst();
    void dropCancelled();
    void siftUp(std::size_t hole);
    void siftDown(std::size_t hole, const Timer &timer);
    static void sortLatestFirst(Timers &timers);
    static void sortIntoBuckets(Timers &timers);

    Timers m_sorted; ///< the earliest at the end
    Timers m_others; ///< the first m_heaped of them are a heap
    std::size_t m_heaped = 0;
    std::int64_t m_earliestOther = kNoDeadline; ///< the deadline of the first of m_others
    std::int64_t m_earliest = kNoDeadline;      ///< and of all
    std::uint64_t m_order = 0;
    std::size_t m_cancelled = 0;
};

} // namespace coroscope
