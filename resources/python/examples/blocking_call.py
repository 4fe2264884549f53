# SPDX-License-Identifier: MIT
"""time.sleep() keeps the thread: the clock of the other task stands still."""
import asyncio
import time

TICKS = 6
BLOCKED = 1.0


async def clock():
    for n in range(TICKS):
        print("tick", n)
        await asyncio.sleep(0.25)


async def impolite():
    await asyncio.sleep(0.5)
    print("just a moment...")
    time.sleep(BLOCKED)
    print("... done")


async def main():
    await asyncio.gather(clock(), impolite())


asyncio.run(main())
