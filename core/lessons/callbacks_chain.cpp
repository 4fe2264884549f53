// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/lookup_error.h"

namespace coroscope::callbacks_chain {
namespace {

using Then = std::function<void(std::string)>;
using Failed = std::function<void(std::exception_ptr)>;

/// `called`: what the loop will call, as it is named in Python.
void request(EventLoop &loop, const std::string &name, Duration delay, const char *called, Then then, Failed failed = {})
{
    showTimer("ask", name); //: request+1
    if (name == "missing")
        loop.callLater(delay, [failed, name] { failed(std::make_exception_ptr(LookupError(name))); }, called);
    else
        loop.callLater(delay, [then, name] { then("<" + name + ">"); }, called);
}

void start(EventLoop &loop)
{
    request(loop, "index", 1s, "got_index", [&loop](std::string index) {
        showTimer("got", index); //: start.got_index+1
        request(loop, "page", 300ms, "got_page", [&loop](std::string page) {
            showTimer("got", page); //: start.got_index.got_page+1
            request(loop, "image", 500ms, "got_image", [&loop](std::string image) {
                showTimer("got", image); //: start.got_index.got_page.got_image+1
                const auto gotMissing = [](std::string) { showTimer("unexpected"); }; //: start.got_index.got_page.got_image.got_missing+1
                const auto noMissing = [&loop](std::exception_ptr error) {
                    showTimer("failed", reprOfError(error)); //: start.got_index.got_page.got_image.no_missing+1
                    loop.stop();
                };
                request(loop, "missing", 200ms, "no_missing", gotMissing, noMissing);
            });
        });
    });
}

Coro<void> program(World &world, Settings)
{
    EventLoop &loop = world.loop();
    startTimer();
    loop.callSoon([&loop] { start(loop); }, "start");
    co_await loop.runForever(); //: 53
}

const RegisterLesson lesson(Lesson{
    .id = "callbacks-chain",
    .chapter = 2,
    .comparedWith = {"coroutine-chain"},
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::callbacks_chain
