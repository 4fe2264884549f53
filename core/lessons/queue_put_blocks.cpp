// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<void> producer(Queue<std::string> *queue, Duration period)
{
    for (int count = 1; count <= 5; ++count) {
        const std::string tick = "tick" + std::to_string(count);
        co_await queue->put(tick);
        showTimer("put " + tick);
        if (period > 0s)
            co_await sleep(period);
    }
}

Coro<void> consumer(Queue<std::string> *queue, Duration period)
{
    for (int count = 1; count <= 5; ++count) {
        if (period > 0s)
            co_await sleep(period);
        const std::string tick = co_await queue->get();
        showTimer("got " + tick);
    }
}

Coro<void> both(int maxsize, Duration producerPeriod, Duration consumerPeriod)
{
    Queue<std::string> queue(maxsize, "queue");
    startTimer();
    co_await gather(labelled("producer", producer(&queue, producerPeriod)), labelled("consumer", consumer(&queue, consumerPeriod)));
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(
        labelled("both", both(settings.integer("maxsize"), settings.seconds("producer"), settings.seconds("consumer"))));
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
} // namespace coroscope
