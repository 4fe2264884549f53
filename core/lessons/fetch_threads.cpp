// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/pages.h"
#include "core/sync/executor.h"

namespace coroscope::fetch_threads {
namespace {

/// The blocking transfer of "fetch-sequential", for a thread.
Coro<void> fetch(Page page)
{
    print("fetching", page.url); //: fetch+1
    co_await threadSleep(page.duration); //: fetch+2
    print(page.url, "returned", page.size, "bytes"); //: fetch+3
}

Coro<void> fetchAll(Executor *executor, int pages)
{
    std::vector<Future<void>> transfers;
    for (int i = 0; i < pages; ++i)
        transfers.push_back(executor->run(EventLoop::running(), fetch(page(i))));
    co_await gather(std::move(transfers)); //: fetch_all+5
}

Coro<void> program(World &world, Settings settings)
{
    const Instant begin = world.now();
    Executor executor(static_cast<std::size_t>(settings.integer("threads")));
    co_await world.loop().runUntilComplete(labelled("fetch_all", fetchAll(&executor, settings.integer("pages")))); //: 36
    print("duration = " + threeDecimals(world.now() - begin) + "s"); //: 37
}

const RegisterLesson lesson(Lesson{
    .id = "fetch-threads",
    .chapter = 2,
    .parameters = {integerParameter("pages", 4, 1, 24), integerParameter("threads", 4, 1, 24)},
    .comparedWith = {"fetch-sequential", "fetch-concurrent"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::fetch_threads
