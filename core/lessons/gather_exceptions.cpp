// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::gather_exceptions {
namespace {

Coro<std::string> worker(std::string name, Duration delay, bool fails)
{
    co_await sleep(delay); //: worker+1
    showTimer(name, "ends"); //: worker+2
    if (fails)
        throw ValueError(name);
    co_return name;
}

std::vector<Labelled<std::string>> trio()
{
    std::vector<Labelled<std::string>> workers;
    workers.push_back(labelled("a", worker("a", 300ms, false)));
    workers.push_back(labelled("b", worker("b", 100ms, true)));
    workers.push_back(labelled("c", worker("c", 200ms, false)));
    return workers;
}

Coro<void> twoTrios()
{
    startTimer();
    try {
        co_await gather(trio()); //: two_trios+3
    } catch (const ValueError &) {
        showTimer("caught", reprOfError(std::current_exception())); // "a" and "c" go on //: two_trios+5
    }
    co_await sleep(400ms); //: two_trios+6
    const auto results = co_await gatherOutcomes(trio()); // return_exceptions=True //: two_trios+7
    showTimer(results); //: two_trios+8
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("two_trios", twoTrios())); //: 39
}

const RegisterLesson lesson(Lesson{
    .id = "gather-exceptions",
    .chapter = 6,
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::gather_exceptions
