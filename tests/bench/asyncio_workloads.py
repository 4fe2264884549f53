#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five scheduler workloads in CPython's asyncio, on a clock that never waits.

Prints one line a workload, "W1 740.2": nanoseconds of CPU per operation. An optional scale (0.1 = a tenth of
the operations) shortens all of them; further arguments name the workloads to run (W1 W3).
"""

import asyncio
import gc
import random
import selectors
import sys
import time

SEED = 4


class NoWait(selectors.SelectSelector):
    """Instead of waiting for the next timer, the selector moves the loop's clock to it."""

    def __init__(self):
        super().__init__()
        self.now = 0.0

    def select(self, timeout=None):
        if timeout is not None and timeout > 0:
            self.now += timeout
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.jumping = NoWait()
        super().__init__(self.jumping)
        self._clock_resolution = 1e-9

    def time(self):
        return self.jumping.now


def scaled(count, scale):
    return max(1, round(count * scale))


async def yields(scale):
    """W1: 1,000 tasks x 1,000 sleep(0)."""
    tasks, rounds = 1000, scaled(1000, scale)

    async def worker():
        for _ in range(rounds):
            await asyncio.sleep(0)

    await asyncio.gather(*(worker() for _ in range(tasks)))
    return tasks * rounds


async def queue(scale):
    """W2: a producer and a consumer around Queue(1), 500,000 items."""
    items = scaled(500_000, scale)
    channel = asyncio.Queue(1)

    async def produce():
        for item in range(items):
            await channel.put(item)

    async def consume():
        for _ in range(items):
            await channel.get()

    await asyncio.gather(produce(), consume())
    return items


async def spawn(scale):
    """W3: 1,000,000 tasks, created and gathered a thousand at a time."""
    batches, size = scaled(1000, scale), 1000

    async def nothing():
        return 1

    for _ in range(batches):
        await asyncio.gather(*(nothing() for _ in range(size)))
    return batches * size


async def timers(scale):
    """W4: 100,000 tasks that sleep 0 to 1 s, each its own time."""
    tasks = scaled(100_000, scale)
    dice = random.Random(SEED)
    await asyncio.gather(*(asyncio.sleep(dice.random()) for _ in range(tasks)))
    return tasks


async def window(scale):
    """W5: 100,000 jobs, at most 64 at a time, of 1 to 10 ms each."""
    jobs = scaled(100_000, scale)
    free = asyncio.Semaphore(64)

    async def job(number):
        async with free:
            await asyncio.sleep(0.001 * (1 + number % 10))

    await asyncio.gather(*(job(number) for number in range(jobs)))
    return jobs


WORKLOADS = {"W1": yields, "W2": queue, "W3": spawn, "W4": timers, "W5": window}


def measure(workload, scale):
    """Nanoseconds of CPU per operation."""
    gc.collect()
    loop = VirtualLoop()
    try:
        began = time.process_time()
        operations = loop.run_until_complete(workload(scale))
        took = time.process_time() - began
    finally:
        loop.close()
    return took * 1e9 / operations


def main(arguments):
    scale = float(arguments[0]) if arguments else 1.0
    for name in arguments[1:] or WORKLOADS:
        print(f"{name} {measure(WORKLOADS[name], scale):.1f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
