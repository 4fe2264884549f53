// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/time.h"

#include <atomic>
#include <cstddef>
#include <functional>

namespace coroscope {

/// What happens to a run from outside of its loop: threads, the network, processes, Ctrl-C. The loop asks it between
/// two iterations, and a blocking call while it keeps the thread. It belongs to the run's thread; what happens in
/// others comes in by EventLoop::callSoonThreadsafe() or World::post().
///
/// A loop that has nothing to run ends when it knows that nothing will come (quiet()). So whoever has something begin
/// that will end at a time nobody knows (a thread, a socket that listens) says so, and says when it is over:
///
///     world.outside().workStarted();
///     std::thread([&world, &loop, deliver] {
///         ...
///         loop.callSoonThreadsafe([&world, deliver] {
///             world.outside().workFinished();
///             deliver();
///         });
///     });
class Outside {
public:
    virtual ~Outside() = default;
    Outside(const Outside &) = delete;
    Outside &operator=(const Outside &) = delete;

    /// Has something happen at an instant, after what was told earlier to happen then.
    virtual void at(Instant when, std::function<void()> happening) = 0;
    /// Ctrl-C at an instant, before whatever else happens then.
    virtual void interruptAt(Instant when) = 0;

    /// When the next thing happens of which that is known; kNever when there is none.
    [[nodiscard]] virtual Instant next() const = 0;
    /// Has happen, in order, what is due at `now`, and what comes of it at that instant.
    virtual void happen(Instant now) = 0;
    /// When Ctrl-C comes, or came without having been taken; kNever when there is none.
    [[nodiscard]] virtual Instant nextInterrupt() const = 0;
    virtual void takeInterrupt() = 0;
    /// The run is taken down: nothing happens any more, and what was to happen is freed.
    virtual void forget() = 0;

    /// Nothing will ever happen any more. Asked before every iteration.
    [[nodiscard]] bool quiet() const { return m_work.load(std::memory_order_acquire) == 0; }
    /// These two from any thread.
    void workStarted() { m_work.fetch_add(1, std::memory_order_release); }
    void workFinished() { m_work.fetch_sub(1, std::memory_order_release); }

protected:
    Outside() = default;

private:
    std::atomic<std::size_t> m_work = 0; ///< what was begun and is not over
};

} // namespace coroscope
