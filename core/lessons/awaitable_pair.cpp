// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/two_steps.h"

namespace coroscope {
namespace {

Coro<void> twoSteps()
{
    co_await TwoSteps();
}

void sendLast(HandDriver &coro)
{
    try {
        coro.send();
    } catch (const StopIteration &end) {
        print("oops", typeText(end), end.value);
    }
}

Coro<void> program(World &, Settings)
{
    HandDriver coro1(twoSteps(), "coro1");
    HandDriver coro2(twoSteps(), "coro2");
    for (int turn = 0; turn < 2; ++turn) {
        echo(coro1.send());
        echo(coro2.send());
    }
    sendLast(coro1);
    sendLast(coro2);
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "awaitable-pair",
    .chapter = 4,
    .comparedWith = {"awaitable-twice"},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
