"""How often should a computation let the others go first?"""
import asyncio
import time

WORK = 0.8                  # seconds of computation in all
PIECES = 4
PERIOD = 0.1


async def ticker(stop):
    loop = asyncio.get_running_loop()
    while not stop.is_set():
        due = loop.time() + PERIOD
        await asyncio.sleep(PERIOD)
        late = loop.time() - due
        print("tick", round(late * 1000), "ms late")


async def compute(stop):
    for piece in range(1, PIECES + 1):
        time.sleep(WORK / PIECES)       # stands for a computation
        print("piece", piece)
        await asyncio.sleep(0)
    stop.set()


async def main():
    stop = asyncio.Event()
    await asyncio.gather(ticker(stop), compute(stop))


asyncio.run(main())
