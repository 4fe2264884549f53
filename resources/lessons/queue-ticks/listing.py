import asyncio
import itertools
import time

MAXSIZE = 1
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


loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
queue = asyncio.Queue(MAXSIZE)
tasks = [
    loop.create_task(producer(queue, PERIOD)),
    loop.create_task(consumer(queue)),
]
start_timer()
try:
    loop.run_forever()  # until Ctrl+C
except KeyboardInterrupt:
    print("bye")  # then Python complains: Task was destroyed but it is pending!
