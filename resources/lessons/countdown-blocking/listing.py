import asyncio
import time

N = 10
PERIOD = 0.05
BLOCKING = True


def mark(char):
    print(char, end="", flush=True)


async def countdown(n, period):
    for i in range(n + 1):
        mark(".")
        await asyncio.sleep(period)


async def compute(n, period, blocking):
    for i in range(n):
        if blocking:
            time.sleep(period)  # stands for a computation
        else:
            await asyncio.sleep(period)
        mark("x")


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
asyncio.set_event_loop(loop)
both = asyncio.gather(countdown(N, PERIOD), compute(N, PERIOD, BLOCKING))
loop.run_until_complete(both)
print()
