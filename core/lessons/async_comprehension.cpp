// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/async_generator.h"

namespace coroscope::async_comprehension {
namespace {

AsyncGenerator<int> numbers(int n)
{
    for (int i = 0; i < n; ++i) {
        co_await sleep(500ms); //: numbers+2
        showTimer("gives", i); //: numbers+3
        co_yield i;
    }
}

Coro<int> foo(int x)
{
    co_await sleep(1s); //: foo+1
    co_return (x * x);
}

/// [x async for x in numbers(n)]
Coro<std::vector<int>> listcomp(int n)
{
    std::vector<int> list;
    auto each = numbers(n);
    for (auto x = co_await each.next(); x; x = co_await each.next()) //: both+2
        list.push_back(*x);
    co_return list;
}

/// [await foo(x) async for x in numbers(n)]
Coro<std::vector<int>> listcompOfSquares(int n)
{
    std::vector<int> list;
    auto each = numbers(n);
    for (auto x = co_await each.next(); x; x = co_await each.next()) //: both+4
        list.push_back(co_await foo(*x)); //: both+4
    co_return list;
}

Coro<void> both(int n)
{
    startTimer();
    const auto list = co_await listcomp(n); //: both+2
    showTimer(list); //: both+3
    const auto squares = co_await listcompOfSquares(n); //: both+4
    showTimer(squares); //: both+5
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("both", both(settings.integer("n")))); //: 38
}

const RegisterLesson lesson(Lesson{
    .id = "async-comprehension",
    .chapter = 3,
    .parameters = {integerParameter("n", 3, 1, 20)},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::async_comprehension
