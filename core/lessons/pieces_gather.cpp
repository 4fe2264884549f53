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
    std::vector<Labelled<std::string>> runs;
    for (int i = 1; i <= settings.integer("runs"); ++i) {
        const std::string name = "run" + std::to_string(i);
        runs.push_back(labelled(name, pieces(name, settings.seconds("first"), settings.seconds("second"))));
    }
    echo(co_await world.loop().runUntilComplete(gather(std::move(runs))));
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
} // namespace coroscope
