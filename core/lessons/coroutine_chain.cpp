// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/lookup_error.h"

namespace coroscope::coroutine_chain {
namespace {

Coro<std::string> request(std::string name, Duration delay)
{
    showTimer("ask", name); //: request+1
    co_await sleep(delay); //: request+2
    if (name == "missing")
        throw LookupError(name);
    co_return "<" + name + ">";
}

Coro<void> start()
{
    const std::vector<std::pair<std::string, Duration>> requests{{"index", 1s}, {"page", 300ms}, {"image", 500ms}, {"missing", 200ms}};
    try {
        for (const auto &[name, delay] : requests) {
            const std::string answer = co_await request(name, delay); //: start+4
            showTimer("got", answer); //: start+5
        }
    } catch (const LookupError &) {
        showTimer("failed", reprOfError(std::current_exception())); //: start+7
    }
}

Coro<void> program(World &world, Settings)
{
    startTimer();
    co_await world.loop().runUntilComplete(start()); //: 35
}

const RegisterLesson lesson(Lesson{
    .id = "coroutine-chain",
    .chapter = 2,
    .comparedWith = {"callbacks-chain"},
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::coroutine_chain
