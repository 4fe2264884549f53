// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/comprehension.h"

namespace coroscope::comprehension_vs_gather {
namespace {

Coro<int> foo(int x, Duration unit)
{
    co_await sleep(x * unit); //: foo+1
    showTimer("foo", x); //: foo+2
    co_return x * 10;
}

/// 3, 1, 2, 3, 1, 2, ...
std::vector<int> durations(int n)
{
    std::vector<int> list;
    for (int i = 0; i < n; ++i)
        list.push_back(i % 3 == 0 ? 3 : i % 3);
    return list;
}

/// [await foo(x, unit) for x in durations(n)]
Coro<std::vector<int>> listcomp(int n, Duration unit)
{
    std::vector<int> list;
    const Comprehension each;
    for (const int x : durations(n))
        list.push_back(co_await each(foo(x, unit))); //: both_ways+2
    co_return list;
}

Coro<void> bothWays(int n, Duration unit)
{
    startTimer();
    const auto inTurn = co_await listcomp(n, unit); //: both_ways+2
    showTimer(inTurn); //: both_ways+3

    std::vector<Labelled<int>> all;
    for (const int x : durations(n))
        all.push_back(labelled("foo(" + str(x) + ")", foo(x, unit)));
    const auto together = co_await gather(std::move(all)); //: both_ways+5
    showTimer(together); //: both_ways+6
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("both_ways", bothWays(settings.integer("n"), settings.seconds("delay")))); //: 39
}

const RegisterLesson lesson(Lesson{
    .id = "comprehension-vs-gather",
    .chapter = 3,
    .parameters = {integerParameter("n", 3, 1, 12), secondsParameter("delay", "1")},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::comprehension_vs_gather
