// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::loop_callbacks {
namespace {

Coro<void> program(World &world, Settings)
{
    EventLoop &loop = world.loop();
    startTimer();
    loop.callLater(200ms, [] { showTimer("later 200 (first asked)"); }, "later 200 (first asked)"); //: show_timer+2
    loop.callLater(100ms, [] { showTimer("later 100"); }, "later 100"); //: show_timer+2
    loop.callLater(200ms, [] { showTimer("later 200 (then asked)"); }, "later 200 (then asked)"); //: show_timer+2
    loop.callSoon([] { showTimer("soon 1"); }, "soon 1"); //: show_timer+2
    loop.callSoon(
        [&loop] {
            showTimer("soon 2, asks for one more"); //: soon_2+1
            loop.callSoon([] { showTimer("asked by soon 2"); }, "asked by soon 2"); //: show_timer+2
            loop.callLater(0s, [] { showTimer("later 0, asked by soon 2"); }, "later 0, asked by soon 2"); //: show_timer+2
        },
        "soon 2");
    loop.callSoon([] { showTimer("soon 3"); }, "soon 3"); //: show_timer+2
    const Ref<Handle> cancelled = loop.callSoon([] { showTimer("never"); }, "never"); //: show_timer+2
    cancelled->cancel(loop);
    loop.callLater(300ms, [&loop] { loop.stop(); }, "stop");
    loop.callLater(300ms, [] { showTimer("same iteration as stop"); }, "same iteration as stop"); //: show_timer+2
    loop.callLater(400ms, [] { showTimer("never reached"); }, "never reached"); //: show_timer+2
    co_await loop.runForever(); //: 35
}

const RegisterLesson lesson(Lesson{
    .id = "loop-callbacks",
    .chapter = 5,
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::loop_callbacks
