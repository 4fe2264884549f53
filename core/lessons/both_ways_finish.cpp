// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/talk.h"

namespace coroscope {
namespace {

Coro<void> program(World &, Settings)
{
    HandDriver coro(talk(), "coro");
    echo(coro.send());
    echo(coro.send("message"));
    try {
        coro.send("last");
    } catch (const StopIteration &end) {
        print("oops", typeText(end), end.value);
    }
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "both-ways-finish",
    .chapter = 4,
    .comparedWith = {"both-ways"},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
