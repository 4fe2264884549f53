// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// inspect.isawaitable() for a type.
template <class T>
constexpr bool isAwaitable = Awaitable<T> || HasAwait<T>;
template <class T>
constexpr bool isAwaitable<Coro<T>> = true;

/// `await value`, where Python finds out only when it runs that it cannot: C++ would not compile `co_await` with a value
/// that is not awaitable. Throws TypeError.
template <class T>
    requires(!isAwaitable<T>)
class AwaitAnything {
public:
    explicit AwaitAnything(T) {}

    struct Awaiter {
        [[nodiscard]] bool await_ready() const { return true; }
        void await_suspend(std::coroutine_handle<>) const {}
        void await_resume() const
        {
            throw TypeError("object " + std::string(std::is_same_v<T, std::monostate> ? "NoneType" : "value") + " can't be used in 'await' expression");
        }
    };
    [[nodiscard]] Awaiter awaitIn(Driver &, const std::source_location &) const { return {}; }
};

} // namespace coroscope
