// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Barrier: fills, drains, is aborted, reset and left by a cancelled task.
class BarrierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsItsPartiesPassTogether();
    void breaksWhenItIsAborted();
    void throwsThemOutWhenItIsReset();
    void forgetsACancelledTask();
};

namespace {

Coro<void> passes(Barrier &barrier, std::string name, Duration after)
{
    co_await sleep(after);
    print(name, "arrives", barrier.waiting());
    const int index = co_await barrier.wait();
    print(name, "passes", index);
}

Coro<void> passMain()
{
    Barrier barrier(3);
    std::vector<Coro<void>> all;
    const std::vector<std::pair<const char *, Duration>> arrivals{{"a", 1s}, {"b", 2s}, {"c", 3s},
                                                                  {"d", 3s}, {"e", 4s}, {"f", 4s}};
    for (const auto &[name, after] : arrivals)
        all.push_back(passes(barrier, name, after));
    co_await gather(std::move(all));
    print(barrier.waiting(), barrier.broken(), barrier.parties());
}

Coro<void> abortMain()
{
    Barrier barrier(3);
    const auto a = createTask(showOutcome(barrier.wait()));
    const auto b = createTask(showOutcome(barrier.wait()));
    co_await sleep(1s);
    co_await barrier.abort();
    print("aborted", barrier.broken());
    co_await waitAll(a, b);
    co_await showOutcome(barrier.wait());
    co_await barrier.reset();
    print(barrier.broken(), barrier.waiting());
    co_await gather(showOutcome(barrier.wait()), showOutcome(barrier.wait()), showOutcome(barrier.wait()));
}

Coro<void> resetMain()
{
    Barrier barrier(3);
    const auto a = createTask(showOutcome(barrier.wait()));
    const auto b = createTask(showOutcome(barrier.wait()));
    co_await sleep(1s);
    co_await barrier.reset();
    print("reset", barrier.waiting());
    const auto late = createTask(showOutcome(barrier.wait()));
    co_await waitAll(a, b);
    print(barrier.waiting(), barrier.broken());
    co_await gather(showOutcome(barrier.wait()), showOutcome(barrier.wait()));
    co_await late;
}

Coro<void> cancelMain()
{
    Barrier barrier(2);
    const auto cancelled = createTask(barrier.wait());
    co_await sleep(1s);
    print(barrier.waiting());
    cancelled.cancel();
    co_await waitAll(cancelled);
    print(barrier.waiting(), cancelled.cancelled());
    const auto other = createTask(showOutcome(barrier.wait()));
    co_await showOutcome(barrier.wait());
    co_await other;
}

} // namespace

void BarrierTest::letsItsPartiesPassTogether()
{
    COMPARE_TEXT(textOf(passMain), R"(
1s + 000ms  a arrives 0
2s + 000ms  b arrives 1
3s + 000ms  c arrives 2
3s + 000ms  c passes 2
3s + 000ms  d arrives 0
3s + 000ms  a passes 0
3s + 000ms  b passes 1
4s + 000ms  e arrives 1
4s + 000ms  f arrives 2
4s + 000ms  f passes 2
4s + 000ms  d passes 0
4s + 000ms  e passes 1
4s + 000ms  0 False 3
= 4s + 000ms  complete
)");
}

void BarrierTest::breaksWhenItIsAborted()
{
    COMPARE_TEXT(textOf(abortMain), R"(
1s + 000ms  aborted True
1s + 000ms  -> BrokenBarrierError: Abort or reset of barrier
1s + 000ms  -> BrokenBarrierError: Abort or reset of barrier
1s + 000ms  -> BrokenBarrierError: Barrier aborted
1s + 000ms  False 0
1s + 000ms  -> 2
1s + 000ms  -> 0
1s + 000ms  -> 1
= 1s + 000ms  complete
)");
}

void BarrierTest::throwsThemOutWhenItIsReset()
{
    COMPARE_TEXT(textOf(resetMain), R"(
1s + 000ms  reset 0
1s + 000ms  -> BrokenBarrierError: Abort or reset of barrier
1s + 000ms  -> BrokenBarrierError: Abort or reset of barrier
1s + 000ms  1 False
1s + 000ms  -> 2
1s + 000ms  -> 0
1s + 000ms  -> 1
= 1s + 000ms  complete
)");
}

void BarrierTest::forgetsACancelledTask()
{
    COMPARE_TEXT(textOf(cancelMain), R"(
1s + 000ms  1
1s + 000ms  0 True
1s + 000ms  -> 1
1s + 000ms  -> 0
= 1s + 000ms  complete
)");
}

QTEST_GUILESS_MAIN(BarrierTest)
#include "tst_barrier.moc"
