// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::pieces_objects {
namespace {

Coro<std::string> pieces(std::string message)
{
    print(message, "begin"); //: pieces+1
    co_await sleep(500ms); //: pieces+2
    print(message, "middle"); //: pieces+3
    co_await sleep(1s); //: pieces+4
    print(message, "end"); //: pieces+5
    co_return message + " in pieces";
}

template <class Function>
constexpr bool isCoroutineFunction = false;
template <class Result, class... Arguments>
constexpr bool isCoroutineFunction<Coro<Result>(Arguments...)> = true;

Coro<void> program(World &, Settings)
{
    print("pieces is a", std::is_function_v<decltype(pieces)> ? "function" : "coroutine"); //: 14
    print("coroutine function:", isCoroutineFunction<decltype(pieces)>); //: 15
    {
        const Coro<std::string> coroutine = pieces("run");
        print("pieces(\"run\") is a", std::is_function_v<decltype(coroutine)> ? "function" : "coroutine"); //: 17
        print("state:", coroutine.valid() ? "CORO_CREATED" : "CORO_CLOSED"); //: 18
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
} // namespace coroscope::pieces_objects
