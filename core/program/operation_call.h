// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

#include <utility>

namespace coroscope::program {

/// A coroutine that executes an operation of a scenario, to be awaited. Awaiting it is what awaiting the coroutine is,
/// but the trace gets the operation's name and its place in the scenario's file instead of what they are in C++.
///
///     OperationCall<void> call(sleepFor(scenario, operation), {place, name});
///     co_await std::move(call);
template <class T>
class OperationCall {
public:
    struct Place {
        SourceId source = SourceId::Nowhere;
        TextId operation = TextId::Empty;
    };

    OperationCall(Coro<T> coroutine, Place place) : m_coroutine(std::move(coroutine)), m_place(place) {}

    class Awaiter {
    public:
        Awaiter(Coro<T> coroutine, Place place) : m_coroutine(std::move(coroutine)), m_place(place) {}
        Awaiter(Awaiter &&) = delete;
        ~Awaiter()
        {
            if (m_frame)
                m_frame.destroy();
        }

        [[nodiscard]] bool await_ready() const noexcept { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> caller)
        {
            const Handle frame = m_coroutine.release();
            m_frame = frame;
            PromiseBase &promise = frame.promise();
            promise.driver = caller.promise().driver;
            promise.parent = &caller.promise();
            recordEntered(promise);
            promise.ownerSlot = &m_frame; // where knownSince was
            promise.driver->continueWith(frame);
        }
        T await_resume() { return Handle::from_address(m_frame.address()).promise().take(); }

    private:
        using Handle = typename Coro<T>::Handle;

        void recordEntered(const PromiseBase &promise) const
        {
            promise.driver->world().record({.kind = EventKind::FrameEntered,
                                            .actor = promise.driver->actor(),
                                            .object = raw(m_place.operation),
                                            .source = raw(m_place.source),
                                            .value = static_cast<std::int64_t>(promise.knownSince)});
        }

        Coro<T> m_coroutine;
        Place m_place;
        std::coroutine_handle<> m_frame; ///< type-erased, so that a driver can clear it from below
    };

    [[nodiscard]] Awaiter awaitIn(Driver &, const std::source_location &) &&
    {
        return Awaiter(std::move(m_coroutine), m_place);
    }

private:
    Coro<T> m_coroutine;
    Place m_place;
};

} // namespace coroscope::program
