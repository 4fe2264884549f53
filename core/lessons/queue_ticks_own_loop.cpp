// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::queue_ticks_own_loop {
namespace {

Coro<void> producer(Queue<std::string> *queue, Duration period)
{
    for (int number = 1;; ++number) {
        co_await queue->put("tick" + std::to_string(number)); //: producer+2
        co_await sleep(period); //: producer+3
    }
}

Coro<void> consumer(Queue<std::string> *queue)
{
    for (;;) {
        const std::string message = co_await queue->get(); //: consumer+2
        showTimer("got", message); //: consumer+3
    }
}

Coro<void> both(Duration period)
{
    Queue<std::string> queue(1, "queue");
    co_await gather(labelled("producer", producer(&queue, period)), labelled("consumer", consumer(&queue))); //: both+2
}

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.newLoop();
    startTimer();
    try {
        co_await loop.runUntilComplete(labelled("both", both(settings.seconds("period")))); //: 39
    } catch (const KeyboardInterrupt &) {
        print("bye"); //: 41
    }
}

const RegisterLesson lesson(Lesson{
    .id = "queue-ticks-own-loop",
    .chapter = 5,
    .parameters = {secondsParameter("period", "1", 0.001), secondsParameter("until", "3.5", 0, 600)},
    .comparedWith = {"queue-ticks"},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::queue_ticks_own_loop
