// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<void> visitor(Event *gate, std::string name, Duration delay)
{
    co_await sleep(delay);
    showTimer(name, "arrives");
    co_await gate->wait();
    showTimer(name, "enters");
}

Coro<void> keeper(Duration opens)
{
    startTimer();
    Event gate("gate");
    std::vector<Task<void>> visitors;
    visitors.push_back(createTask(labelled("ann", visitor(&gate, "ann", 300ms))));
    visitors.push_back(createTask(labelled("bob", visitor(&gate, "bob", 100ms))));
    visitors.push_back(createTask(labelled("cid", visitor(&gate, "cid", 1500ms))));
    co_await sleep(opens);
    showTimer("gate opens");
    gate.set();
    co_await gather(std::move(visitors));
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", keeper(settings.seconds("opens"))));
}

const RegisterLesson lesson(Lesson{
    .id = "event-gate",
    .chapter = 7,
    .parameters = {secondsParameter("opens", "1")},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
