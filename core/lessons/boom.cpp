// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::boom {
namespace {

Coro<double> boom(int n)
{
    if (n == 0)
        throw ZeroDivisionError();
    co_return 1.0 / n;
}

Coro<void> program(World &world, Settings settings)
{
    for (const int divisor : settings.integers("divisors"))
        ensureFuture(boom(divisor));
    try {
        co_await world.loop().runForever(); //: 14
    } catch (const KeyboardInterrupt &) {
        print("bye"); //: 16
    }
}

const RegisterLesson lesson(Lesson{
    .id = "boom",
    .chapter = 6,
    .parameters = {integerListParameter("divisors", "1,0", -100, 100), secondsParameter("until", "1", 0, 600)},
    .comparedWith = {"boom-retrieved"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::boom
