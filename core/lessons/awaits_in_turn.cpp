// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::awaits_in_turn {
namespace {

Coro<std::string> question(std::string name, Duration duration)
{
    print("ask", name); //: question+1
    co_await sleep(duration); //: question+2
    co_return name;
}

Coro<void> questions()
{
    auto one = question("one", 500ms);
    auto two = question("two", 700ms);
    auto three = question("three", 300ms);
    const std::string first = co_await one; //: main+2
    print("answer", first); //: main+2
    const std::string second = co_await two; //: main+3
    print("answer", second); //: main+3
    const std::string third = co_await three; //: main+4
    print("answer", third); //: main+4
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", questions())); //: 18
}

const RegisterLesson lesson(Lesson{
    .id = "awaits-in-turn",
    .chapter = 11,
    .comparedWith = {"awaits-together"},
    .order = 9,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::awaits_in_turn
