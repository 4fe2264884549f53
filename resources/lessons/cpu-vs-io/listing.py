import asyncio
import time

SHARE = 1


async def waits(name, share):
    await asyncio.sleep(1)
    print(name, "has its answer")


# Computes during its share of a second, and waits for the rest.
async def computes(name, share):
    time.sleep(share)  # stands for a computation
    if share < 1:
        await asyncio.sleep(1 - share)
    print(name, "has computed")


async def two(name, work, share):
    begin = time.perf_counter()
    await asyncio.gather(work("first", share), work("second", share))
    print(f"{name}: {time.perf_counter() - begin:.3f}s for two")


asyncio.run(two("waits", waits, SHARE))
asyncio.run(two("computes", computes, SHARE))
