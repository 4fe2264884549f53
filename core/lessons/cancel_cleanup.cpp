// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::cancel_cleanup {
namespace {

Coro<void> worker(Duration cleaning)
{
    std::exception_ptr asked;
    try {
        showTimer("working"); //: worker+2
        co_await sleep(10s); //: worker+3
    } catch (const CancelledError &) {
        asked = std::current_exception(); // C++ cannot await within a catch block
    }
    if (!asked)
        co_return;
    showTimer("asked to stop"); //: worker+5
    co_await sleep(cleaning); //: worker+6
    showTimer("cleaned up"); //: worker+7
    std::rethrow_exception(asked);
}

Coro<void> cancelling(Duration after, Duration cleaning)
{
    startTimer();
    const Task<void> task = createTask(labelled("worker", worker(cleaning)));
    co_await sleep(after); //: cancelling+3
    showTimer("cancel:", task.cancel()); //: cancelling+4
    try {
        co_await task; //: cancelling+6
    } catch (const CancelledError &) {
        showTimer("cancelled:", task.cancelled()); //: cancelling+8
    }
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("cancelling", cancelling(settings.seconds("after"), settings.seconds("cleaning")))); //: 41
}

const RegisterLesson lesson(Lesson{
    .id = "cancel-cleanup",
    .chapter = 6,
    .parameters = {secondsParameter("after", "1"), secondsParameter("cleaning", "0.5")},
    .order = 5,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::cancel_cleanup
