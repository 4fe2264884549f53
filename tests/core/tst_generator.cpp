// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

static_assert(!std::is_copy_constructible_v<AsyncGenerator<int>>
              && std::is_nothrow_move_constructible_v<AsyncGenerator<int>>);

/// Asynchronous generators.
class GeneratorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesItemsAndWaitsBetweenThem();
    void passesOnItsException();
    void isCancelledWithWhoeverIterates();
    void servesOneAtATime();
    void nests();
    void iteratesManyWithoutTheLoop();
    void freesWhatItHolds_data();
    void freesWhatItHolds();
};

namespace {

struct Ending {
    Counted counted;
    ~Ending() { print("generator ends"); }
};

AsyncGenerator<int> ticks(int n)
{
    const Ending ending;
    for (int i = 0; i < n; ++i) {
        co_await sleep(1s);
        co_yield i;
    }
}

Coro<void> iterates(int n)
{
    auto each = ticks(n);
    for (auto item = co_await each.next(); item; item = co_await each.next())
        print(*item);
}

Coro<void> forMain()
{
    co_await iterates(3);
}

AsyncGenerator<int> failing()
{
    co_yield 1;
    throw ValueError("in generator");
}

template <class T>
Coro<void> showNext(AsyncGenerator<T> &each)
{
    try {
        const auto item = co_await each.next();
        print("->", item ? repr(*item) : "end");
    } catch (...) {
        print("->", errorText(std::current_exception()));
    }
}

Coro<void> exceptionMain()
{
    auto each = failing();
    for (int i = 0; i < 4; ++i)
        co_await showNext(each);
}

Coro<void> cancelMain()
{
    const auto task = createTask(iterates(3));
    co_await sleep(1500ms);
    task.cancel();
    co_await waitAll(task);
    print(task.cancelled());
}

Coro<void> concurrentMain()
{
    auto each = ticks(3);
    co_await gather(showNext(each), showNext(each));
    co_await showNext(each);
}

AsyncGenerator<std::string> inner()
{
    co_yield "a";
    co_await sleep(1s);
    co_yield "b";
}

AsyncGenerator<std::string> outer()
{
    auto each = inner();
    for (auto item = co_await each.next(); item; item = co_await each.next()) {
        co_yield *item + "1";
        co_yield *item + "2";
    }
}

Coro<void> nestedMain()
{
    std::vector<std::string> all;
    auto each = outer();
    for (auto item = co_await each.next(); item; item = co_await each.next())
        all.push_back(*item);
    print(all);
}

AsyncGenerator<int> counts(int n)
{
    for (int i = 0; i < n; ++i)
        co_yield i;
}

Coro<void> manyMain()
{
    std::int64_t sum = 0;
    auto each = counts(100'000);
    for (auto item = co_await each.next(); item; item = co_await each.next())
        sum += *item;
    print(sum);
}

Coro<void> asksOnce(int how)
{
    auto each = ticks(3);
    if (how > 0)
        co_await each.next();
    if (how > 1)
        co_await each.next();
}

Coro<void> endings(int how)
{
    const auto task = createTask(asksOnce(how));
    co_await sleep(how == 2 ? 1500ms : 5s);
}

} // namespace

void GeneratorTest::givesItemsAndWaitsBetweenThem()
{
    COMPARE_TEXT(textOf(forMain), R"(
1s + 000ms  0
2s + 000ms  1
3s + 000ms  2
3s + 000ms  generator ends
= 3s + 000ms  complete
)");
}

void GeneratorTest::passesOnItsException()
{
    COMPARE_TEXT(textOf(exceptionMain), R"(
0s + 000ms  -> 1
0s + 000ms  -> ValueError: in generator
0s + 000ms  -> end
0s + 000ms  -> end
= 0s + 000ms  complete
)");
}

void GeneratorTest::isCancelledWithWhoeverIterates()
{
    COMPARE_TEXT(textOf(cancelMain), R"(
1s + 000ms  0
1s + 500ms  generator ends
1s + 500ms  True
= 1s + 500ms  complete
)");
}

void GeneratorTest::servesOneAtATime()
{
    COMPARE_TEXT(textOf(concurrentMain), R"(
0s + 000ms  -> RuntimeError: anext(): asynchronous generator is already running
1s + 000ms  -> 0
2s + 000ms  -> 1
2s + 000ms  generator ends
= 2s + 000ms  complete
)");
}

void GeneratorTest::nests()
{
    COMPARE_TEXT(textOf(nestedMain), R"(
1s + 000ms  ['a1', 'a2', 'b1', 'b2']
= 1s + 000ms  complete
)");
}

void GeneratorTest::iteratesManyWithoutTheLoop()
{
    COMPARE_TEXT(textOf(manyMain), R"(
0s + 000ms  4999950000
= 0s + 000ms  complete
)");
}

void GeneratorTest::freesWhatItHolds_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("when it is never asked") << 0;
    QTest::newRow("when it is dropped between two items") << 1;
    QTest::newRow("when the run is abandoned while it waits") << 2;
}

void GeneratorTest::freesWhatItHolds()
{
    QFETCH(int, how);
    static_cast<void>(
        textOf([how](World &world) -> Coro<void> { co_await world.loop().runUntilComplete(endings(how)); }));
    QCOMPARE(Counted::alive(), 0);
}

QTEST_GUILESS_MAIN(GeneratorTest)
#include "tst_generator.moc"
