// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sim/bytes.h"

namespace coroscope::inside_select {
namespace {

/// Something comes from outside: the loop, asleep in select(), wakes up and calls back.
void outside(EventLoop &loop, Duration when, const char *label, std::function<void()> callback)
{
    loop.world().at(Instant(when), [&loop, label, callback] { loop.callSoonThreadsafe(callback, label); });
}

Coro<void> program(World &world, Settings)
{
    EventLoop &loop = world.loop();
    startTimer();
    loop.callLater(
        2s,
        [&loop] {
            showTimer("timer"); //: last+1
            loop.stop();
        },
        "last");
    outside(loop, 500ms, "readable", [] { showTimer("to be read:", Bytes("hello")); }); //: readable+1
    outside(loop, 1s, "asked", [] { showTimer("signal"); }); //: asked+1
    co_await loop.runForever(); //: 41
}

const RegisterLesson lesson(Lesson{
    .id = "inside-select",
    .chapter = 5,
    .comparedWith = {"loop-callbacks"},
    .order = 5,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::inside_select
