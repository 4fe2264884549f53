// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/coro.h"

namespace coroscope {

/// `[await f(x) for x in xs]` over a list that is known in advance: what the coroutines are called with does not depend
/// on what the ones before gave. The trace then knows it too, as it does of coroutines that are all made before the
/// first is awaited, and can prove that they would not have had to wait for each other (see diagnostics.h).
///
///     const Comprehension each;
///     for (const int x : xs)
///         results.push_back(co_await each(f(x)));
class Comprehension {
public:
    Comprehension()
    {
        const World *const world = World::currentOrNull();
        m_since = world && world->trace() ? world->trace()->size() : 0;
    }

    template <class T>
    [[nodiscard]] Coro<T> operator()(Coro<T> coroutine) const
    {
        coroutine.setKnownSince(m_since);
        return coroutine;
    }

private:
    EventIndex m_since = 0;
};

} // namespace coroscope
