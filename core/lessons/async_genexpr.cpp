// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/async_generator.h"

#include <ranges>

namespace coroscope::async_genexpr {
namespace {

Coro<int> twice(int x)
{
    co_await sleep(500ms); //: twice+1
    co_return 2 * x;
}

/// (await twice(x) for x in range(3))
AsyncGenerator<int> genexpr()
{
    for (int x = 0; x < 3; ++x) {
        const int value = co_await twice(x); //: expressions+2
        co_yield value;
    }
}

Coro<void> expressions()
{
    startTimer();
    auto doubled = genexpr();
    showTimer("asynchronous generator:", std::is_same_v<decltype(doubled), AsyncGenerator<int>>); //: expressions+3
    for (auto value = co_await doubled.next(); value; value = co_await doubled.next()) //: expressions+4
        showTimer(*value); //: expressions+5
    // list(await twice(x) for x in range(3)): Python tells when it runs, C++ when it compiles.
    static_assert(!std::ranges::range<decltype(doubled)>);
    showTimer("TypeError: 'async_generator' object is not iterable"); //: expressions+9
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("expressions", expressions())); //: 34
}

const RegisterLesson lesson(Lesson{
    .id = "async-genexpr",
    .chapter = 3,
    .order = 5,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::async_genexpr
