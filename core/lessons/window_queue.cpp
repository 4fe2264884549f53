// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::window_queue {
namespace {

Coro<void> job(Queue<int> *window, int number, Duration duration)
{
    const std::string text = "job" + std::to_string(number) + " - duration " + secondsText(duration);
    co_await window->put(0); // take a token //: job+2
    co_await sequence(text, duration); //: job+3
    co_await window->get(); // give it back //: job+4
}

Coro<void> program(World &world, Settings settings)
{
    const auto durations = settings.list("durations");
    Queue<int> window(settings.integer("window"), "window");
    for (int i = 0; i < settings.integer("jobs"); ++i) {
        const Duration duration = durations[static_cast<std::size_t>(i) % durations.size()];
        ensureFuture(labelled("job" + std::to_string(i), job(&window, i, duration)));
    }
    startTimer();
    try {
        co_await world.loop().runForever(); //: 41
    } catch (const KeyboardInterrupt &) {
        print("bye"); //: 43
    }
}

const RegisterLesson lesson(Lesson{
    .id = "window-queue",
    .chapter = 7,
    .parameters = {integerParameter("jobs", 8, 1, 200), integerParameter("window", 4, 1, 64), secondsListParameter("durations", "1,2,3")},
    .comparedWith = {"window-semaphore", {"window-queue", {{"window", "2"}}}},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::window_queue
