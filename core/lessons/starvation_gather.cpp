// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::starvation_gather {
namespace {

Coro<std::string> starvation(std::string message, Duration first, Duration second, bool blocking)
{
    print(message, "begin"); //: starvation+1
    co_await sleep(first); //: starvation+2
    print(message, "middle"); //: starvation+3
    if (blocking)
        blockingSleep(second); // keeps the loop //: starvation+5
    else
        co_await sleep(second); //: starvation+7
    print(message, "end"); //: starvation+8
    co_return message + " by starvation";
}

Coro<void> program(World &world, Settings settings)
{
    std::vector<Labelled<std::string>> runs;
    for (int i = 1; i <= settings.integer("runs"); ++i) {
        const std::string name = "run" + std::to_string(i);
        runs.push_back(labelled(name, starvation(name, settings.seconds("first"), settings.seconds("second"), settings.yes("blocking"))));
    }
    echo(co_await world.loop().runUntilComplete(gather(std::move(runs)))); //: 27
}

const RegisterLesson lesson(Lesson{
    .id = "starvation-gather",
    .chapter = 1,
    .parameters = {integerParameter("runs", 2, 1, 12), secondsParameter("first", "0.5"), secondsParameter("second", "1"), yesNoParameter("blocking", true)},
    .comparedWith = {"pieces-gather"},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::starvation_gather
