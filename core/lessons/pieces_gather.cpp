// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::pieces_gather {
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
    std::vector<Labelled<std::string>> runs;
    for (int i = 1; i <= settings.integer("runs"); ++i) {
        const std::string name = "run" + std::to_string(i);
        runs.push_back(labelled(name, pieces(name, settings.seconds("first"), settings.seconds("second"))));
    }
    echo(co_await world.loop().runUntilComplete(gather(std::move(runs)))); //: 22
}

const RegisterLesson lesson(Lesson{
    .id = "pieces-gather",
    .chapter = 1,
    .parameters = {integerParameter("runs", 2, 1, 12), secondsParameter("first", "0.5"), secondsParameter("second", "1")},
    .comparedWith = {"starvation-gather"},
    .order = 5,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::pieces_gather
