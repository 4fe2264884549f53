import asyncio
import time

MAXSIZE = 1
PRODUCER = 0  # seconds between two puts
CONSUMER = 1  # and before each get


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def producer(queue, period):
    for count in range(1, 6):
        tick = f"tick{count}"
        await queue.put(tick)
        show_timer("put", tick)
        if period > 0:
            await asyncio.sleep(period)


async def consumer(queue, period):
    for count in range(1, 6):
        if period > 0:
            await asyncio.sleep(period)
        tick = await queue.get()
        show_timer("got", tick)


async def both(maxsize, producer_period, consumer_period):
    queue = asyncio.Queue(maxsize)
    start_timer()
    await asyncio.gather(producer(queue, producer_period), consumer(queue, consumer_period))


asyncio.run(both(MAXSIZE, PRODUCER, CONSUMER))
