// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"

#include <deque>
#include <memory>

namespace coroscope::generators_revisited {
namespace {

Coro<int> inner(std::string name, int n)
{
    for (int i = 0; i < n; ++i) {
        print(name, i); //: inner+2
        co_await yieldToDriver(Value()); //: inner+3
    }
    co_return n;
}

Coro<void> outer(std::string name, int n)
{
    const int total = co_await inner(name, n); // yield from //: outer+1
    print(name, "did", total); //: outer+2
}

Coro<void> program(World &, Settings)
{
    std::deque<std::unique_ptr<HandDriver>> ready;
    ready.push_back(std::make_unique<HandDriver>(outer("a", 3), "a"));
    ready.push_back(std::make_unique<HandDriver>(outer("b", 1), "b"));
    ready.push_back(std::make_unique<HandDriver>(outer("c", 2), "c"));
    while (!ready.empty()) { // a loop of six lines
        std::unique_ptr<HandDriver> current = std::move(ready.front());
        ready.pop_front();
        try {
            current->next(); //: 20
        } catch (const StopIteration &) {
            continue;
        }
        ready.push_back(std::move(current));
    }
    co_return;
}

const RegisterLesson lesson(Lesson{
    .id = "generators-revisited",
    .chapter = 3,
    .order = 7,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::generators_revisited
