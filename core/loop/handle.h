// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/pool.h"
#include "core/loop/ref.h"
#include "core/record/event.h"

#include <functional>

namespace coroscope {

class EventLoop;

/// asyncio.Handle and TimerHandle: a callback in the ready queue or among the timers, which can be cancelled until
/// it runs. Cancelled handles stay where they are and are skipped.
class Handle : public RefCounted, public Pooled {
public:
    /// Handle.cancel(): the callback will not run. Nothing happens when it ran already.
    void cancel(EventLoop &loop);
    [[nodiscard]] bool cancelled() const { return m_state == State::Cancelled; }
    [[nodiscard]] HandleId id() const { return m_id; }

    static void *operator new(std::size_t size) { return Pooled::operator new(size); }
    static void operator delete(void *memory, std::size_t size) noexcept { Pooled::operator delete(memory, size); }

protected:
    explicit Handle(HandleId id) : m_id(id) {}
    virtual void call() = 0;
    /// It was cancelled: what the callback holds is freed now, not when its time would have come.
    virtual void forget() {}

private:
    friend class EventLoop;
    friend class TimerQueue;
    enum class State : std::uint8_t { Waiting, Ran, Cancelled };

    HandleId m_id;
    State m_state = State::Waiting;
    bool m_inTimers = false;
};

/// A handle of a callable.
class CallbackHandle final : public Handle {
public:
    CallbackHandle(HandleId id, std::function<void()> callback) : Handle(id), m_callback(std::move(callback)) {}

private:
    void call() override { m_callback(); }
    void forget() override { const auto dropped = std::exchange(m_callback, nullptr); }
    std::function<void()> m_callback;
};

} // namespace coroscope
