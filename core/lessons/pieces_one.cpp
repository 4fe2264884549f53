// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::pieces_one {
namespace {

Coro<std::string> pieces(std::string message, Duration first, Duration second)
{
    print(message, "begin"); //: pieces+1
    co_await sleep(first); //: pieces+2
    print(message, "middle"); //: pieces+3
    co_await sleep(second); //: pieces+4
    print(message, "end"); //: pieces+5
    co_return message + " in pieces";
}

Coro<void> program(World &world, Settings settings)
{
    echo(co_await world.loop().runUntilComplete(labelled("run", pieces("run", settings.seconds("first"), settings.seconds("second"))))); //: 16
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
} // namespace coroscope::pieces_one
