// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/wait.h"

namespace coroscope::as_completed {
namespace {

Coro<std::string> answer(std::string name, Duration duration)
{
    co_await sleep(duration); //: answer+1
    co_return name;
}

Coro<void> answers()
{
    std::vector<Task<std::string>> calls;
    calls.push_back(createTask(answer("slow", 900ms), "slow"));
    calls.push_back(createTask(answer("quick", 200ms), "quick"));
    calls.push_back(createTask(answer("middle", 500ms), "middle"));
    AsCompleted<std::string> each(std::move(calls));
    while (each.remaining() > 0) {
        const std::string earliest = co_await each.next(); //: main+5
        print("comes:", earliest); //: main+5
    }
    print("all are there"); //: main+6
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", answers())); //: 19
}

const RegisterLesson lesson(Lesson{
    .id = "as-completed",
    .chapter = 11,
    .comparedWith = {"awaits-together"},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::as_completed
