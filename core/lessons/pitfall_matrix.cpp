// SPDX-License-Identifier: MIT
#include "core/lessons/await_anything.h"
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/loop/warnings.h"

namespace coroscope::pitfall_matrix {
namespace {

std::monostate synchro()
{
    return {}; // None
}

Coro<void> asynchro()
{
    co_return;
}

void case1()
{
    synchro();
}

void case2()
{
    static_cast<void>(asynchro());
}

Coro<void> case5()
{
    synchro();
    co_return;
}

Coro<void> case6()
{
    co_await asynchro(); //: 12
}

Coro<void> case7()
{
    static_cast<void>(asynchro());
    co_return;
}

Coro<void> case8()
{
    co_await AwaitAnything(synchro()); //: 12
}

std::string classify(void (*caller)())
{
    const CatchWarnings caught;
    caller();
    return caught.texts().empty() ? "OK" : caught.texts().front();
}

Coro<std::string> classify(Coro<void> caller)
{
    const CatchWarnings caught;
    try {
        co_await World::current().loop().runUntilComplete(std::move(caller)); //: classify+9
    } catch (const TypeError &error) {
        co_return error.what();
    }
    co_return caught.texts().empty() ? "OK" : caught.texts().front();
}

void show(int number, const std::string &keyword, const std::string &call, const std::string &answer)
{
    print(str(number) + "  " + padded(keyword, 9) + "  " + padded(call, 16) + "  " + answer); //: show+2
}

Coro<void> program(World &, Settings)
{
    const std::string outside = "SyntaxError: 'await' outside async function"; // what Python's compiler says
    show(1, "def", "synchro()", classify(case1));
    show(2, "def", "asynchro()", classify(case2));
    show(3, "def", "await synchro()", outside);
    show(4, "def", "await asynchro", outside);
    show(5, "async def", "synchro()", co_await classify(case5())); //: 45
    show(6, "async def", "await asynchro()", co_await classify(case6())); //: 46
    show(7, "async def", "asynchro()", co_await classify(case7())); //: 47
    show(8, "async def", "await synchro()", co_await classify(case8())); //: 48
}

const RegisterLesson lesson(Lesson{
    .id = "pitfall-matrix",
    .chapter = 9,
    .order = 2,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::pitfall_matrix
