// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

namespace coroscope::async_lambda {
namespace {

/// What Python's compiler says; in C++ `[]() -> Coro<int> { co_return 1; }` is an asynchronous lambda.
struct Expression {
    std::string text;
    std::string answer;
};

Coro<void> program(World &, Settings)
{
    const std::vector<Expression> expressions{
        {"async lambda: 1", "invalid syntax"},
        {"lambda: await foo()", "'await' outside async function"},
    };
    for (const Expression &each : expressions)
        print(padded(each.text, 20), "SyntaxError: " + each.answer); //: 7
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "async-lambda",
    .chapter = 3,
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::async_lambda
