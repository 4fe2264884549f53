// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/pool.h"
#include "core/record/event.h"

#include <coroutine>
#include <exception>
#include <source_location>
#include <utility>

namespace coroscope {

class World;
class TaskBase;
class Driver;

/// What every coroutine's promise holds, whatever it returns.
struct PromiseBase {
    Driver *driver = nullptr;      ///< who resumes the chain this coroutine is part of
    PromiseBase *parent = nullptr; ///< the coroutine that awaits this one; null for the root
    union {
        EventIndex knownSince = 0; ///< until it is awaited: since when what it was called with is known, its creation
                                   ///< or earlier (Comprehension)
        std::coroutine_handle<> *ownerSlot; ///< from then on: where the parent keeps this coroutine's handle
    };
    const char *function = "";
    std::exception_ptr error;

    static void *operator new(std::size_t size) { return Pool::take(size); }
    static void operator delete(void *frame, std::size_t size) noexcept { Pool::give(frame, size); }

    void unhandled_exception() noexcept { error = std::current_exception(); }

    /// A frame begins with two pointers; then comes the promise, and this is its first part (asserted in Coro). So one
    /// leads to the other, whatever the coroutine returns.
    [[nodiscard]] static PromiseBase &of(std::coroutine_handle<> coroutine)
    {
        return std::coroutine_handle<PromiseBase>::from_address(coroutine.address()).promise();
    }
    [[nodiscard]] std::coroutine_handle<> coroutine()
    {
        return std::coroutine_handle<PromiseBase>::from_promise(*this);
    }
};

/// Whoever drives a chain of coroutines: the root, what it awaits, what that awaits... down to the leaf that is
/// suspended. Tasks are drivers; so is the hand of the awaitable lessons.
///
/// Driving is a trampoline. A coroutine that starts or ends another does not resume it itself, it only names it
/// (continueWith); the loop in drive() is the only place where anything is ever resumed. Symmetric transfer would be as
/// quick, but without optimisation or under a sanitizer it overflows the stack after a hundred thousand awaits that
/// do not suspend.
class Driver {
public:
    Driver(const Driver &) = delete;
    Driver &operator=(const Driver &) = delete;

    [[nodiscard]] World &world() const { return *m_world; }
    [[nodiscard]] ActorId actor() const { return m_actor; }
    enum class Kind : std::uint8_t { Task, Hand, Thread };

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Null when the driver is no task.
    [[nodiscard]] inline TaskBase *task();

    // For awaiters.

    /// The coroutine that resumes with the next drive(). Every awaiter that suspends a chain says so.
    void suspendAt(std::coroutine_handle<> leaf) { m_leaf = leaf; }
    /// The coroutine to run next, at once.
    inline void continueWith(std::coroutine_handle<> coroutine);
    void rootReturned() { m_rootReturned = true; }
    /// Awaiters raise here, first thing when resumed, what the driver throws into the coroutine.
    void raiseInjected()
    {
        if (m_injected) [[unlikely]]
            throwInjected();
    }
    [[nodiscard]] bool hasInjected() const { return m_injected != nullptr; }

protected:
    Driver(World &world, ActorId actor, Kind kind) : m_world(&world), m_actor(actor), m_kind(kind) {}
    ~Driver() { destroyFrames(); }

    void setRoot(std::coroutine_handle<> root, PromiseBase &promise)
    {
        m_root = m_leaf = root;
        m_function = promise.function;
        promise.driver = this;
    }
    /// Resumes the leaf until the chain suspends again; true when the root has returned.
    inline bool drive();
    void prefetchLeaf() const
    {
        const auto *const frame = static_cast<const std::byte *>(m_leaf.address());
        prefetch(frame);
        prefetch(frame + 64);
        prefetch(frame + 128);
    }
    void inject(std::exception_ptr error) { m_injected = std::move(error); }
    /// Frees all frames from the leaf up: a chain of a million frames must not be freed by recursion.
    void destroyFrames() noexcept
    {
        if (!m_root)
            return;
        PromiseBase *frame = m_rootReturned ? nullptr : &PromiseBase::of(m_leaf);
        while (frame && frame->parent) {
            PromiseBase *const parent = frame->parent;
            std::exchange(*frame->ownerSlot, nullptr).destroy();
            frame = parent;
        }
        std::exchange(m_root, nullptr).destroy();
    }
    [[nodiscard]] std::coroutine_handle<> root() const { return m_root; }
    [[nodiscard]] const char *rootFunction() const { return m_function; }

private:
    [[noreturn]] void throwInjected();

    // What every step needs comes last: beside what TaskBase needs then, in one cache line.
    std::coroutine_handle<> m_root;
    const char *m_function = "";
    World *m_world;
    std::coroutine_handle<> m_leaf;
    std::exception_ptr m_injected;

protected:
    ActorId m_actor;

private:
    Kind m_kind;
    bool m_rootReturned = false;
};

/// Base of the awaiters that suspend a whole chain.
class LeafAwaiter {
public:
    LeafAwaiter(Driver &driver, const std::source_location &place) : m_driver(driver), m_place(place) {}

protected:
    /// The task that awaits. Throws RuntimeError "no running event loop" when driven by hand.
    [[nodiscard]] inline TaskBase &task() const;
    [[nodiscard]] Driver &driver() const { return m_driver; }
    [[nodiscard]] const std::source_location &place() const { return m_place; }

private:
    Driver &m_driver;
    std::source_location m_place;
};

} // namespace coroscope
