// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::event_gate {
namespace {

Coro<void> visitor(Event *gate, std::string name, Duration delay)
{
    co_await sleep(delay); //: visitor+1
    showTimer(name, "arrives"); //: visitor+2
    co_await gate->wait(); //: visitor+3
    showTimer(name, "enters"); //: visitor+4
}

Coro<void> keeper(Duration opens)
{
    startTimer();
    Event gate("gate");
    std::vector<Task<void>> visitors;
    visitors.push_back(createTask(labelled("ann", visitor(&gate, "ann", 300ms))));
    visitors.push_back(createTask(labelled("bob", visitor(&gate, "bob", 100ms))));
    visitors.push_back(createTask(labelled("cid", visitor(&gate, "cid", 1500ms))));
    co_await sleep(opens); //: keeper+8
    showTimer("gate opens"); //: keeper+9
    gate.set();
    co_await gather(std::move(visitors)); //: keeper+11
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("keeper", keeper(settings.seconds("opens")))); //: 39
}

const RegisterLesson lesson(Lesson{
    .id = "event-gate",
    .chapter = 7,
    .parameters = {secondsParameter("opens", "1")},
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::event_gate
