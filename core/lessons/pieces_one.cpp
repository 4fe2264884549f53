// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<std::string> pieces(std::string message, Duration first, Duration second)
{
    print(message, "begin");
    co_await sleep(first);
    print(message, "middle");
    co_await sleep(second);
    print(message, "end");
    co_return message + " in pieces";
}

Coro<void> program(World &world, Settings settings)
{
    echo(co_await world.loop().runUntilComplete(labelled("run", pieces("run", settings.seconds("first"), settings.seconds("second")))));
}

const RegisterLesson lesson(Lesson{
    .id = "pieces-one",
    .chapter = 1,
    .parameters = {secondsParameter("first", "0.5"), secondsParameter("second", "1")},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
