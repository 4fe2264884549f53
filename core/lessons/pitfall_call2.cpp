// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::pitfall_call2 {
namespace {

Coro<void> coro()
{
    print("in coro"); //: coro+1
    co_return;
}

void caller()
{
    static_cast<void>(coro());
}

Coro<void> program(World &, Settings)
{
    caller();
    print("over"); //: 10
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "pitfall-call2",
    .chapter = 9,
    .comparedWith = {"pitfall-call7"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::pitfall_call2
