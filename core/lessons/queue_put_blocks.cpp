// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::queue_put_blocks {
namespace {

Coro<void> producer(Queue<std::string> *queue, Duration period)
{
    for (int count = 1; count <= 5; ++count) {
        const std::string tick = "tick" + std::to_string(count);
        co_await queue->put(tick); //: producer+3
        showTimer("put " + tick); //: producer+4
        if (period > 0s)
            co_await sleep(period); //: producer+6
    }
}

Coro<void> consumer(Queue<std::string> *queue, Duration period)
{
    for (int count = 1; count <= 5; ++count) {
        if (period > 0s)
            co_await sleep(period); //: consumer+3
        const std::string tick = co_await queue->get(); //: consumer+4
        showTimer("got " + tick); //: consumer+5
    }
}

Coro<void> both(int maxsize, Duration producerPeriod, Duration consumerPeriod)
{
    Queue<std::string> queue(maxsize, "queue");
    startTimer();
    co_await gather(labelled("producer", producer(&queue, producerPeriod)), labelled("consumer", consumer(&queue, consumerPeriod))); //: both+3
}

Coro<void> program(World &world, Settings settings)
{
    auto run = both(settings.integer("maxsize"), settings.seconds("producer"), settings.seconds("consumer"));
    co_await world.loop().runUntilComplete(labelled("both", std::move(run))); //: 43
}

const RegisterLesson lesson(Lesson{
    .id = "queue-put-blocks",
    .chapter = 7,
    .parameters = {integerParameter("maxsize", 1, 0, 16), secondsParameter("producer", "0"), secondsParameter("consumer", "1")},
    .comparedWith = {"queue-ticks"},
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::queue_put_blocks
