# SPDX-License-Identifier: MIT
"""Eight jobs, four at a time: the next begins as soon as a place is free."""
import asyncio

DURATIONS = [1, 2, 3, 1, 2, 3, 1, 2]
WINDOW = 4


async def job(number, duration, places):
    async with places:
        print(f"job {number} begins")
        await asyncio.sleep(duration)
        print(f"job {number} ends")


async def main():
    places = asyncio.Semaphore(WINDOW)
    await asyncio.gather(*(job(n, duration, places) for n, duration in enumerate(DURATIONS)))


asyncio.run(main())
