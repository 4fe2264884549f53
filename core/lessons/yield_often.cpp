// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/locks.h"

#include <cmath>

namespace coroscope::yield_often {
namespace {

Coro<void> ticker(Event *stop, Duration period)
{
    EventLoop &loop = EventLoop::running();
    while (!stop->isSet()) {
        const double due = toSeconds(loop.time().time_since_epoch()) + toSeconds(period); // Python's time is a float
        co_await sleep(period); //: ticker+4
        const double late = toSeconds(loop.time().time_since_epoch()) - due;
        print("tick", std::lrint(late * 1000), "ms late"); //: ticker+6
    }
}

Coro<void> work(Event *stop, Duration whole, int pieces)
{
    for (int piece = 1; piece <= pieces; ++piece) {
        blockingSleep(fromSeconds(toSeconds(whole) / pieces)); //: compute+2
        print("piece", piece); //: compute+3
        co_await sleep(0s); //: compute+4
    }
    stop->set();
}

Coro<void> both(Settings settings)
{
    Event stop("stop");
    auto all = gather(labelled("ticker", ticker(&stop, settings.seconds("period"))),
                      labelled("compute", work(&stop, settings.seconds("work"), settings.integer("pieces"))));
    co_await std::move(all); //: main+2
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", both(settings))); //: 32
}

const RegisterLesson lesson(Lesson{
    .id = "yield-often",
    .chapter = 11,
    .parameters = {secondsParameter("work", "0.8", 0.01, 10), integerParameter("pieces", 4, 1, 100), secondsParameter("period", "0.1", 0.01, 10)},
    .comparedWith = {"countdown-breathing"},
    .order = 5,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::yield_often
