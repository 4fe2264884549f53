// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// inspect.isawaitable() for a type.
template <class T>
constexpr bool isAwaitable = Awaitable<T> || HasAwait<T>;
template <class T>
constexpr bool isAwaitable<Coro<T>> = true;

/// `await value`, where Python knows only when it runs whether it can: C++ would not compile `co_await` with a value that
/// is not awaitable. Throws TypeError.
template <class T>
Coro<void> awaitAnything(T value)
{
    if constexpr (isAwaitable<T>)
        co_await std::move(value);
    else
        throw TypeError("object " + std::string(std::is_same_v<T, std::monostate> ? "NoneType" : "value") + " can't be used in 'await' expression");
    co_return;
}

} // namespace coroscope
