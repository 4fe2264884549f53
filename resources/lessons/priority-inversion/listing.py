"""An urgent task waits for a lock, and so for whoever keeps its holder waiting."""
import asyncio
import time

NOISE = 0.3


async def background(lock):
    async with lock:
        print("background has the lock")
        await asyncio.sleep(0.1)
        print("background gives it back")


async def noise():
    await asyncio.sleep(0.05)
    for _ in range(3):
        time.sleep(NOISE)               # stands for a computation
        await asyncio.sleep(0)
    print("noise done")


async def urgent(lock):
    await asyncio.sleep(0.02)
    print("urgent wants the lock")
    async with lock:
        print("urgent has the lock")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(background(lock), noise(), urgent(lock))


asyncio.run(main())
