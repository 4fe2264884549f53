// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/async_generator.h"

namespace coroscope::pitfall_objects {
namespace {

Coro<void> foo(Duration delay)
{
    co_await sleep(delay); //: foo+1
    print("foo"); //: foo+2
}

AsyncGenerator<int> squares(int numbers)
{
    print("squares begins"); //: squares+1
    for (int n = 0; n < numbers; ++n)
        co_yield (n * n);
}

Coro<void> program(World &, Settings)
{
    print("calling foo"); //: 15
    static_cast<void>(foo(4s)); // runs nothing
    print("calling squares"); //: 17
    static_cast<void>(squares(4)); // neither does this, and nobody warns
    print("over"); //: 19
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "pitfall-objects",
    .chapter = 9,
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::pitfall_objects
