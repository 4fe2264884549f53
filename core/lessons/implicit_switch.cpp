// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/executor.h"
#include "core/sync/shared.h"

namespace coroscope::implicit_switch {
namespace {

using Seats = Shared<int>;

/// In a thread. In Python check_card() waits, and that does not show here.
Coro<void> book(Seats *seats, std::string name)
{
    const auto seen = seats->read();
    if (seen.value() > 0) {
        co_await threadSleep(300ms); //: check_card+1
        seats->write(seats->read() - 1);
        print(name, "has a seat"); //: book+4
    }
}

Coro<void> checkCardAsync()
{
    co_await sleep(300ms); //: check_card_async+1
}

Coro<void> bookAsync(Seats *seats, std::string name)
{
    const auto seen = seats->read();
    if (seen.value() > 0) {
        seats->write(seen - 1);
        co_await checkCardAsync(); //: book_async+3
        print(name, "has a seat"); //: book_async+4
    } else {
        print(name, "is too late"); //: book_async+6
    }
}

Coro<void> booking()
{
    Seats implicit("implicit", 1);
    Seats explicitly("explicit", 1);
    auto ann = runInExecutor(book(&implicit, "ann"));
    auto bob = runInExecutor(book(&implicit, "bob"));
    auto cid = labelled("cid", bookAsync(&explicitly, "cid"));
    auto dan = labelled("dan", bookAsync(&explicitly, "dan"));
    co_await gather(std::move(ann), std::move(bob), std::move(cid), std::move(dan)); //: main+3
    print("implicit: seats left", implicit.peek()); //: main+4
    print("explicit: seats left", explicitly.peek()); //: main+5
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("main", booking())); //: 41
}

const RegisterLesson lesson(Lesson{
    .id = "implicit-switch",
    .chapter = 11,
    .comparedWith = {"thread-race"},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::implicit_switch
