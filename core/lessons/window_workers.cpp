// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::window_workers {
namespace {

Coro<void> worker(Queue<int> *queue, std::vector<Duration> durations)
{
    for (;;) {
        const int number = co_await queue->get(); //: worker+2
        const Duration duration = durations[static_cast<std::size_t>(number) % durations.size()];
        const std::string text = "job" + std::to_string(number) + " - duration " + secondsText(duration);
        co_await sequence(text, duration); //: worker+4
        queue->taskDone();
    }
}

Coro<void> working(Settings settings)
{
    startTimer();
    Queue<int> queue(0, "queue");
    for (int number = 0; number < settings.integer("jobs"); ++number)
        queue.putNowait(number);
    std::vector<Future<void>> workers;
    for (int n = 0; n < settings.integer("window"); ++n)
        workers.push_back(createTask(worker(&queue, settings.list("durations")), "worker" + std::to_string(n)));
    co_await queue.join(); //: main+6
    showTimer("all jobs are done"); //: main+7
    for (const Future<void> &each : workers)
        each.cancel();
    co_await gatherOutcomes(std::move(workers)); //: main+10
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", working(settings))); //: 48
}

const RegisterLesson lesson(Lesson{
    .id = "window-workers",
    .chapter = 7,
    .parameters = {integerParameter("jobs", 8, 1, 200), integerParameter("window", 4, 1, 64), secondsListParameter("durations", "1,2,3")},
    .comparedWith = {"window-queue", "window-semaphore"},
    .order = 5,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::window_workers
