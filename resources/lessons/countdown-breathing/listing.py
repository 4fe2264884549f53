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


async def compute(n, period):
    for i in range(n):
        time.sleep(period)  # stands for a computation
        mark("x")


async def compute_breathing(n, period):
    for i in range(n):
        await compute(1, period)
        await asyncio.sleep(0)


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
asyncio.set_event_loop(loop)
both = asyncio.gather(countdown(N, PERIOD), compute_breathing(N, PERIOD))
loop.run_until_complete(both)
print()
