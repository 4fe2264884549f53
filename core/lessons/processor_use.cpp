// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/pages.h"

#include <array>
#include <cstdio>

namespace coroscope::processor_use {
namespace {

/// "1.2s", of a time that lies between two instants.
std::string oneDecimal(Duration d)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.1fs", toSeconds(d));
    return text.data();
}

Coro<void> transfer(int number)
{
    co_await sleep(page(number).duration);
}

Coro<void> fetchTogether()
{
    std::vector<Labelled<void>> transfers;
    for (int i = 0; i < 4; ++i)
        transfers.push_back(labelled(page(i).name, transfer(i)));
    co_await gather(std::move(transfers)); //: fetch_together+1
}

Coro<void> program(World &world, Settings)
{
    Instant begin = world.now();
    for (int i = 0; i < 4; ++i)
        blockingSleep(page(i).duration); //: fetch_in_turn+2
    print("in turn: " + oneDecimal(world.now() - begin) + ", processor 0.0s"); //: measure+4
    begin = world.now();
    co_await world.newLoop().runUntilComplete(labelled("fetch_together", fetchTogether())); //: 31
    print("together: " + oneDecimal(world.now() - begin) + ", processor 0.0s"); //: measure+4
    begin = world.now();
    compute(1s); //: compute+2
    print("computing: " + oneDecimal(world.now() - begin) + ", processor " + oneDecimal(world.now() - begin)); //: measure+4
}

const RegisterLesson lesson(Lesson{
    .id = "processor-use",
    .chapter = 2,
    .comparedWith = {"cpu-vs-io"},
    .order = 5,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::processor_use
