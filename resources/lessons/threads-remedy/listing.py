import asyncio
import time

N = 10
PERIOD = 0.05


def mark(char):
    print(char, end="", flush=True)


async def countdown(n, period):
    for i in range(n + 1):
        mark(".")
        await asyncio.sleep(period)


def compute(n, period):
    for i in range(n):
        time.sleep(period)
        mark("x")
    return n


async def both(n, period):
    loop = asyncio.get_running_loop()
    computing = loop.run_in_executor(None, compute, 4, 0.12)
    results = await asyncio.gather(countdown(n, period), computing)
    return results


results = asyncio.run(both(N, PERIOD))
print()
print(results)
