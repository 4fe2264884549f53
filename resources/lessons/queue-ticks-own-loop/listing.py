import asyncio
import itertools
import time

PERIOD = 1


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def producer(queue, period):
    for number in itertools.count(1):
        await queue.put(f"tick{number}")
        await asyncio.sleep(period)


async def consumer(queue):
    while True:
        message = await queue.get()
        show_timer("got", message)


async def both(period):
    queue = asyncio.Queue(maxsize=1)  # before Python 3.10: asyncio.Queue(maxsize=1, loop=loop)
    await asyncio.gather(producer(queue, period), consumer(queue))


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
start_timer()
try:
    loop.run_until_complete(both(PERIOD))  # until Ctrl+C
except KeyboardInterrupt:
    print("bye")  # then Python complains of the tasks that nobody has ended
