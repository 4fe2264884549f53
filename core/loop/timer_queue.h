// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/handle.h"
#include "core/loop/ready_queue.h"
#include "core/memory.h"
#include "core/time.h"

#include <optional>
#include <vector>

namespace coroscope {

/// The loop's timers: a four-ary heap ordered by deadline and then by creation. (CPython's binary heap leaves the
/// order of equal deadlines open; with a real clock the timer made first has the earlier one. PROGRAM.md, rule R2.)
///
/// Four children lie in two cache lines, which halves the depth: with 100,000 timers the heap's cost is its misses.
/// For the same reason a sleeping task is its own timer: no handle is made for it. Cancelled timers stay until they
/// come to the top or are more than half of over a hundred, as in asyncio.
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
    [[nodiscard]] std::optional<Instant> nextDeadline();
    /// Whether the first timer, cancelled or not, is due.
    [[nodiscard]] bool anyDue(Instant now) const { return !m_heap.empty() && m_heap.front().when <= nanosecondsOf(now); }
    /// Takes the first timer if it is due and not cancelled; the caller gets the reference.
    [[nodiscard]] std::optional<Entry> takeDue(Instant now);
    /// How many there are, cancelled ones included.
    [[nodiscard]] std::size_t size() const { return m_heap.size(); }
    /// To be told of each timer that is cancelled while it is here.
    void cancelledOne();

private:
    struct Timer {
        std::int64_t when;
        std::uint64_t order;
        Entry entry;
        friend bool operator<(const Timer &a, const Timer &b)
        {
            return a.when != b.when ? a.when < b.when : a.order < b.order;
        }
    };

    [[nodiscard]] static bool cancelled(const Timer &timer);
    static void release(const Timer &timer);
    Timer takeFirst();
    void dropCancelledFirst();
    void dropCancelled();
    void siftUp(std::size_t hole, Timer timer);
    void siftDown(std::size_t hole, Timer timer);

    std::vector<Timer, LargeAllocator<Timer>> m_heap;
    std::uint64_t m_order = 0;
    std::size_t m_cancelled = 0;
};

} // namespace coroscope
