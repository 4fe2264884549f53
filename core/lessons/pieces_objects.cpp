// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope {
namespace {

Coro<std::string> pieces(std::string message)
{
    print(message, "begin");
    co_await sleep(500ms);
    print(message, "middle");
    co_await sleep(1s);
    print(message, "end");
    co_return message + " in pieces";
}

template <class Function>
constexpr bool isCoroutineFunction = false;
template <class Result, class... Arguments>
constexpr bool isCoroutineFunction<Coro<Result>(Arguments...)> = true;

Coro<void> program(World &, Settings)
{
    print("pieces is a", std::is_function_v<decltype(pieces)> ? "function" : "coroutine");
    print("coroutine function:", isCoroutineFunction<decltype(pieces)>);
    {
        const Coro<std::string> coroutine = pieces("run");
        print("pieces(\"run\") is a", std::is_function_v<decltype(coroutine)> ? "function" : "coroutine");
        print("state:", coroutine.valid() ? "CORO_CREATED" : "CORO_CLOSED");
    } // the coroutine goes, and has printed nothing
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "pieces-objects",
    .chapter = 1,
    .comparedWith = {"pieces-one"},
    .order = 3,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope
