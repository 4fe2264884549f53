// SPDX-License-Identifier: MIT
#include "core/sync/async_generator.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::async_generator {
namespace {

AsyncGenerator<std::string> ticker(std::string name, Duration period, int count)
{
    const Finally closed([&name] { showTimer(name, "closed"); }); //: ticker+6
    for (int i = 0; i < count; ++i) {
        co_yield name + str(i);
        co_await sleep(period); //: ticker+4
    }
}

Coro<void> show(std::string name, Duration period, int count)
{
    auto ticks = ticker(name, period, count);
    for (auto tick = co_await ticks.next(); tick; tick = co_await ticks.next()) //: show+1
        showTimer(*tick); //: show+2
}

Coro<void> tickers()
{
    startTimer();
    co_await gather(labelled("a", show("a", 1s, 3)), labelled("b", show("b", 700ms, 3))); //: tickers+2
    auto partial = ticker("c", 1s, 3);
    const auto first = co_await partial.next(); //: tickers+4
    showTimer(*first); //: tickers+5
    co_await partial.aclose(); //: tickers+6
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("tickers", tickers())); //: 39
}

const RegisterLesson lesson(Lesson{
    .id = "async-generator",
    .chapter = 3,
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::async_generator
