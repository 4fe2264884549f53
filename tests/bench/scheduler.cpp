// SPDX-License-Identifier: GPL-3.0-or-later
// The five workloads of asyncio_workloads.py on our scheduler, traced and untraced, and what single things cost.
// Prints nanoseconds of CPU per operation, one figure a line; compare.py puts them beside asyncio's.
//
// Each workload runs once unmeasured, so that frames and trace chunks come from recycled memory: a fresh page costs
// more than the record written to it, and a program that shows lessons all day works in recycled memory too.

#include "core/loop/run.h"
#include "core/sync/gather.h"
#include "core/sync/locks.h"
#include "core/sync/queue.h"
#include "core/sync/sleep.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <unistd.h>

using namespace coroscope;

namespace {

double cpuNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

std::size_t scaled(std::size_t count, double scale)
{
    return std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(count) * scale + 0.5));
}

// W1

Coro<void> yielder(std::size_t rounds)
{
    for (std::size_t i = 0; i < rounds; ++i)
        co_await sleep(0s);
}

/// The same loop as sixteen different functions: the branch predictor sees sixteen resume addresses.
template <int Body>
Coro<void> otherYielder(std::size_t rounds)
{
    for (std::size_t i = 0; i < rounds; ++i)
        co_await sleep(0s);
    static_cast<void>(Body);
}

template <int... Bodies>
Coro<void> yielderOf(std::size_t index, std::size_t rounds, std::integer_sequence<int, Bodies...>)
{
    using Function = Coro<void> (*)(std::size_t);
    constexpr Function kBodies[] = {&otherYielder<Bodies>...};
    return kBodies[index % sizeof...(Bodies)](rounds);
}

Coro<void> yields(std::size_t rounds)
{
    std::vector<Coro<void>> workers;
    for (int i = 0; i < 1000; ++i)
        workers.push_back(yielder(rounds));
    co_await gather(std::move(workers));
}

Coro<void> mixedYields(std::size_t rounds)
{
    std::vector<Coro<void>> workers;
    for (std::size_t i = 0; i < 1000; ++i)
        workers.push_back(yielderOf(i, rounds, std::make_integer_sequence<int, 16>()));
    co_await gather(std::move(workers));
}

// W2

Coro<void> produce(Queue<std::size_t> *channel, std::size_t items)
{
    for (std::size_t item = 0; item < items; ++item)
        co_await channel->put(item);
}

Coro<void> consume(Queue<std::size_t> *channel, std::size_t items)
{
    for (std::size_t i = 0; i < items; ++i)
        static_cast<void>(co_await channel->get());
}

Coro<void> throughQueue(std::size_t items)
{
    Queue<std::size_t> channel(1);
    co_await gather(produce(&channel, items), consume(&channel, items));
}

// W3

Coro<int> nothing()
{
    co_return 1;
}

Coro<void> spawn(std::size_t batches)
{
    for (std::size_t batch = 0; batch < batches; ++batch) {
        std::vector<Coro<int>> tasks;
        tasks.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            tasks.push_back(nothing());
        co_await gather(std::move(tasks));
    }
}

// W4

Coro<void> nap(Duration duration)
{
    co_await sleep(duration);
}

Coro<void> timers(std::size_t tasks)
{
    std::mt19937 dice(4);
    std::vector<Coro<void>> naps;
    naps.reserve(tasks);
    for (std::size_t i = 0; i < tasks; ++i)
        naps.push_back(nap(std::chrono::microseconds(dice() % 1'000'000)));
    co_await gather(std::move(naps));
}

// W5

Coro<void> job(Semaphore *free, std::size_t number)
{
    const auto held = co_await free->scoped();
    co_await sleep(std::chrono::milliseconds(1 + number % 10));
}

Coro<void> window(std::size_t jobs)
{
    Semaphore free(64);
    std::vector<Coro<void>> all;
    all.reserve(jobs);
    for (std::size_t i = 0; i < jobs; ++i)
        all.push_back(job(&free, i));
    co_await gather(std::move(all));
}

struct Workload {
    const char *name;
    Coro<void> (*program)(std::size_t);
    std::size_t count;    ///< what the program is told, at scale 1
    std::size_t perCount; ///< operations
};

constexpr Workload kWorkloads[] = {
    {"W1", yields, 1000, 1000}, {"W2", throughQueue, 500'000, 1}, {"W3", spawn, 1000, 1000},
    {"W4", timers, 100'000, 1}, {"W5", window, 100'000, 1},
};
constexpr Workload kMixed{"W1 with 16 bodies", mixedYields, 1000, 1000};

double measure(const Workload &workload, double scale, bool traced)
{
    const std::size_t count = scaled(workload.count, scale);
    double took = 0;
    for (int turn = 0; turn < 2; ++turn) { // the first one warms up
        Run run([&](World &world) -> Coro<void> { co_await world.loop().runUntilComplete(workload.program(count)); },
                {.traced = traced});
        const double began = cpuNanoseconds();
        run.finish();
        took = cpuNanoseconds() - began;
    }
    return took / static_cast<double>(count * workload.perCount);
}

struct Modes {
    bool traced = true;
    bool untraced = true;
};

void printModes(const Workload &workload, double scale, Modes modes)
{
    if (modes.traced)
        std::printf("%s traced %.2f\n", workload.name, measure(workload, scale, true));
    if (modes.untraced)
        std::printf("%s untraced %.2f\n", workload.name, measure(workload, scale, false));
}

// Figures

double nanosecondsPerEvent()
{
    constexpr std::size_t kEvents = 4'000'000;
    double took = 0;
    for (int turn = 0; turn < 2; ++turn) {
        Trace trace;
        const double began = cpuNanoseconds();
        for (std::size_t i = 0; i < kEvents; ++i)
            trace.record({.time = static_cast<std::int64_t>(i),
                          .kind = EventKind::TaskStep,
                          .actor = static_cast<ActorId>(i & 1023)});
        took = cpuNanoseconds() - began;
    }
    return took / kEvents;
}

double residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    double size = 0;
    double resident = 0;
    statm >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double bytesPerSleepingTask()
{
    constexpr std::size_t kTasks = 500'000; // so many that the allocator's granularity does not count
    const auto program = [](World &world) -> Coro<void> {
        for (std::size_t i = 0; i < kTasks; ++i)
            ensureFuture(nap(std::chrono::microseconds(i + 1)));
        co_await world.loop().runForever();
    };
    Run run(program, {.traced = false});
    const double before = residentBytes();
    run.advance(Instant(), kTasks);
    return (residentBytes() - before) / kTasks;
}

void printFigures(double scale, Modes modes)
{
    std::printf("trace, per event into recycled memory %.2f\n", nanosecondsPerEvent());
    printModes(kMixed, scale, modes);
}

} // namespace

int main(int argc, char **argv)
{
    const double scale = argc > 1 ? std::atof(argv[1]) : 1.0;
    if (scale <= 0) {
        std::fprintf(stderr, "usage: bench_scheduler [SCALE [W1|W2|W3|W4|W5|figures|traced|untraced]...]\n");
        return 2;
    }
    std::set<std::string> wanted(argv + std::min(argc, 2), argv + argc);
    const bool onlyTraced = wanted.erase("traced") > 0;
    const bool onlyUntraced = wanted.erase("untraced") > 0;
    const Modes modes{onlyTraced || !onlyUntraced, onlyUntraced || !onlyTraced};
    const auto isWanted = [&](const char *name) { return wanted.empty() || wanted.contains(name); };
    if (isWanted("figures")) // before anything else has filled the pools
        std::printf("bytes per sleeping task %.0f\n", bytesPerSleepingTask());
    for (const Workload &workload : kWorkloads)
        if (isWanted(workload.name))
            printModes(workload, scale, modes);
    if (isWanted("figures"))
        printFigures(scale, modes);
}
