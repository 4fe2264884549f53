import asyncio
import time

N = 10
PERIOD = 0.05
PIECES = [0.125, 0.1, 0.15, 0.1]  # none ends near a round of the countdown


def mark(char):
    print(char, end="", flush=True)


async def countdown(n, period):
    for i in range(n + 1):
        mark(".")
        await asyncio.sleep(period)


def compute(pieces):
    for piece in pieces:
        time.sleep(piece)
        mark("x")
    return len(pieces)


async def both(n, period):
    loop = asyncio.get_running_loop()
    computing = loop.run_in_executor(None, compute, PIECES)
    results = await asyncio.gather(countdown(n, period), computing)
    return results


results = asyncio.run(both(N, PERIOD))
print()
print(results)
