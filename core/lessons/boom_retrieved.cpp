// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::boom_retrieved {
namespace {

Coro<double> boom(int n)
{
    if (n == 0)
        throw ZeroDivisionError();
    co_return 1.0 / n;
}

Coro<void> divide(std::vector<int> divisors)
{
    for (const int n : divisors) {
        const Task<double> task = ensureFuture(labelled("boom(" + str(n) + ")", boom(n)));
        try {
            print(n, co_await task); //: divide+4
        } catch (const ZeroDivisionError &error) {
            print(n, "oops", error.text()); //: divide+6
        }
    }
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("divide", divide(settings.integers("divisors")))); //: 19
}

const RegisterLesson lesson(Lesson{
    .id = "boom-retrieved",
    .chapter = 6,
    .parameters = {integerListParameter("divisors", "1,0", -100, 100)},
    .comparedWith = {"boom"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::boom_retrieved
