// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::awaits_together {
namespace {

Coro<std::string> question(std::string name, Duration duration)
{
    print("ask", name); //: question+1
    co_await sleep(duration); //: question+2
    co_return name;
}

Coro<void> questions()
{
    auto all = gather(labelled("one", question("one", 500ms)), labelled("two", question("two", 700ms)), labelled("three", question("three", 300ms)));
    const auto answers = co_await std::move(all); //: main+1
    for (const std::string &answer : answers)
        print("answer", answer); //: main+4
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", questions())); //: 18
}

const RegisterLesson lesson(Lesson{
    .id = "awaits-together",
    .chapter = 11,
    .comparedWith = {"awaits-in-turn"},
    .order = 10,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::awaits_together
