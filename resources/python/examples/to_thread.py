# SPDX-License-Identifier: MIT
"""A blocking call belongs into a thread: then the others go on."""
import asyncio
import time

WORK = 1.0
TICKS = 5


def load(name):
    time.sleep(WORK)
    return f"{name} is loaded"


async def tick():
    for n in range(TICKS):
        print("tick", n)
        await asyncio.sleep(0.25)


async def main():
    ticking = asyncio.create_task(tick())
    print(await asyncio.gather(asyncio.to_thread(load, "picture"), asyncio.to_thread(load, "sound")))
    await ticking


asyncio.run(main())
