// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/pages.h"

namespace coroscope::fetch_concurrent {
namespace {

Coro<void> fetch(Page page)
{
    print("fetching", page.url); //: fetch+1
    co_await sleep(page.duration); //: fetch+2
    print(page.url, "returned", page.size, "bytes"); //: fetch+3
}

Coro<void> fetchAll(int pages)
{
    std::vector<Labelled<void>> fetches;
    for (int i = 0; i < pages; ++i)
        fetches.push_back(labelled(page(i).name, fetch(page(i))));
    co_await gather(std::move(fetches)); //: fetch_all+4
}

Coro<void> program(World &world, Settings settings)
{
    const Instant begin = world.now();
    co_await world.loop().runUntilComplete(labelled("fetch_all", fetchAll(settings.integer("pages")))); //: 32
    print("duration = " + threeDecimals(world.now() - begin) + "s"); //: 33
}

const RegisterLesson lesson(Lesson{
    .id = "fetch-concurrent",
    .chapter = 2,
    .parameters = {integerParameter("pages", 4, 1, 24)},
    .comparedWith = {"fetch-sequential", "fetch-threads"},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::fetch_concurrent
