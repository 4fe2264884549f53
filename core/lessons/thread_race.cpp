// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/executor.h"
#include "core/sync/shared.h"

namespace coroscope::thread_race {
namespace {

using Balance = Shared<int>;

/// In a thread: the system may interrupt it at any line.
Coro<void> depositInThread(Balance *balance, std::string name)
{
    const auto seen = balance->read();
    print(name, "reads", seen.value()); //: deposit+2
    co_await threadSleep(100ms); //: deposit+3
    balance->write(seen + 10);
    print(name, "writes", balance->peek()); //: deposit+5
}

Coro<void> depositAwaiting(Balance *balance, std::string name)
{
    const auto seen = balance->read();
    print(name, "reads", seen.value()); //: deposit_awaiting+2
    co_await sleep(100ms); //: deposit_awaiting+3
    balance->write(seen + 10);
    print(name, "writes", balance->peek()); //: deposit_awaiting+5
}

/// The lines of the thread, in a task.
Coro<void> depositWhole(Balance *balance, std::string name)
{
    const auto seen = balance->read();
    print(name, "reads", seen.value()); //: deposit+2
    blockingSleep(100ms); //: deposit+3
    balance->write(seen + 10);
    print(name, "writes", balance->peek()); //: deposit+5
    co_return;
}

Coro<void> deposits(Executor *executor)
{
    Balance threads("threads", 0);
    Balance awaiting("awaiting", 0);
    Balance whole("whole", 0);
    EventLoop &loop = EventLoop::running();
    auto one = executor->run(loop, depositInThread(&threads, "thread1"));
    auto two = executor->run(loop, depositInThread(&threads, "thread2"));
    auto three = labelled("await1", depositAwaiting(&awaiting, "await1"));
    auto four = labelled("await2", depositAwaiting(&awaiting, "await2"));
    co_await gather(std::move(one), std::move(two), std::move(three), std::move(four)); //: main+4
    auto five = labelled("whole1", depositWhole(&whole, "whole1"));
    auto six = labelled("whole2", depositWhole(&whole, "whole2"));
    co_await gather(std::move(five), std::move(six)); //: main+5
    print("threads:", threads.peek()); //: main+7
    print("awaiting:", awaiting.peek()); //: main+7
    print("whole:", whole.peek()); //: main+7
}

Coro<void> program(World &world, Settings settings)
{
    Executor executor(static_cast<std::size_t>(settings.integer("threads")));
    co_await world.loop().runUntilComplete(labelled("main", deposits(&executor))); //: 43
}

const RegisterLesson lesson(Lesson{
    .id = "thread-race",
    .chapter = 2,
    .parameters = {integerParameter("threads", 2, 1, 2)},
    .comparedWith = {"fetch-threads", {"thread-race", {{"threads", "1"}}}},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::thread_race
