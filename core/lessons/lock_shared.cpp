// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/shared.h"

namespace coroscope::lock_shared {
namespace {

using Balance = Shared<int>;

Coro<void> deposit(Balance *balance, std::string name)
{
    const auto seen = balance->read();
    showTimer(name, "reads", seen.value()); //: deposit+2
    co_await sleep(100ms); //: deposit+3
    balance->write(seen + 10);
    showTimer(name, "writes", balance->peek()); //: deposit+5
}

Coro<void> depositLocked(Balance *balance, std::string name, Lock *lock)
{
    const auto held = co_await lock->scoped(); //: deposit_locked+1
    co_await deposit(balance, name); //: deposit_locked+2
}

Coro<void> withoutLock(int tasks)
{
    Balance balance("balance", 0);
    std::vector<Labelled<void>> deposits;
    for (int i = 0; i < tasks; ++i) {
        const std::string name(1, static_cast<char>('a' + i));
        deposits.push_back(labelled(name, deposit(&balance, name)));
    }
    co_await gather(std::move(deposits)); //: without_lock+3
    showTimer("without lock:", balance.peek()); //: without_lock+4
}

Coro<void> withLock(int tasks)
{
    Balance balance("balance", 0);
    Lock lock("lock");
    std::vector<Labelled<void>> deposits;
    for (int i = 0; i < tasks; ++i) {
        const std::string name(1, static_cast<char>('a' + i));
        deposits.push_back(labelled(name, depositLocked(&balance, name, &lock)));
    }
    co_await gather(std::move(deposits)); //: with_lock+4
    showTimer("with lock:", balance.peek()); //: with_lock+5
}

Coro<void> deposits(int tasks, bool locked)
{
    startTimer();
    co_await withoutLock(tasks); //: deposits+2
    if (locked)
        co_await withLock(tasks); //: deposits+4
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("deposits", deposits(settings.integer("tasks"), settings.yes("locked")))); //: 58
}

const RegisterLesson lesson(Lesson{
    .id = "lock-shared",
    .chapter = 7,
    .parameters = {integerParameter("tasks", 3, 1, 26), yesNoParameter("locked", true)},
    .comparedWith = {{"lock-shared", {{"locked", "no"}}}},
    .order = 6,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::lock_shared
