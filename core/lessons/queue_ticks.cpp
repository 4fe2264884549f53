// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::queue_ticks {
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

Coro<void> program(World &world, Settings settings)
{
    Queue<std::string> queue(settings.integer("maxsize"), "queue");
    ensureFuture(labelled("producer", producer(&queue, settings.seconds("period"))));
    ensureFuture(labelled("consumer", consumer(&queue)));
    startTimer();
    try {
        co_await world.loop().runForever(); //: 40
    } catch (const KeyboardInterrupt &) {
        print("bye"); //: 42
    }
}

const RegisterLesson lesson(Lesson{
    .id = "queue-ticks",
    .chapter = 7,
    .parameters = {integerParameter("maxsize", 1, 0, 16), secondsParameter("period", "1", 0.001), secondsParameter("until", "5", 0, 600)},
    .comparedWith = {"queue-put-blocks"},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::queue_ticks
