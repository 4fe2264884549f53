"""However many jobs there are, there are no more tasks than the window has places."""
import asyncio
import time

JOBS = 8
WINDOW = 4
DURATIONS = [1, 2, 3]


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def sequence(words, delay):
    show_timer(">>>", words)
    await asyncio.sleep(delay)
    show_timer("<<<", words)


async def worker(queue):
    while True:
        number = await queue.get()  # the next job; waits when there is none
        duration = DURATIONS[number % len(DURATIONS)]
        await sequence(f"job{number} - duration {duration}", duration)
        queue.task_done()


async def main():
    start_timer()
    queue = asyncio.Queue()
    for number in range(JOBS):
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker(queue), name=f"worker{n}") for n in range(WINDOW)]
    await queue.join()  # until task_done() was called for each
    show_timer("all jobs are done")
    for each in workers:
        each.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
