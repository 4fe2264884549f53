// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::back_pressure {
namespace {

Coro<void> producer(Queue<int> *queue, int items, Duration period)
{
    for (int item = 1; item <= items; ++item) {
        co_await sleep(period); //: producer+2
        co_await queue->put(item); //: producer+3
        print("put", item, "- in the queue:", queue->size()); //: producer+4
    }
    print("producer done"); //: producer+5
}

Coro<void> consumer(Queue<int> *queue, int items, Duration period)
{
    for (int i = 0; i < items; ++i) {
        const int item = co_await queue->get(); //: consumer+2
        co_await sleep(period); //: consumer+3
        print("consumed", item); //: consumer+4
    }
}

Coro<void> both(Settings settings)
{
    Queue<int> queue(settings.integer("maxsize"), "queue");
    const int items = settings.integer("items");
    auto all = gather(labelled("producer", producer(&queue, items, settings.seconds("produce"))),
                      labelled("consumer", consumer(&queue, items, settings.seconds("consume"))));
    co_await std::move(all); //: main+2
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", both(settings))); //: 30
}

const RegisterLesson lesson(Lesson{
    .id = "back-pressure",
    .chapter = 11,
    .parameters = {integerParameter("items", 6, 1, 50), integerParameter("maxsize", 2, 0, 16), secondsParameter("produce", "0.1"),
                   secondsParameter("consume", "0.4")},
    .comparedWith = {"queue-put-blocks"},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::back_pressure
