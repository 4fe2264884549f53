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


async def job(window, number, duration):
    text = f"job{number} - duration {duration}"
    async with window:
        await sequence(text, duration)


loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
window = asyncio.Semaphore(WINDOW)
tasks = []
for i in range(JOBS):
    duration = DURATIONS[i % len(DURATIONS)]
    tasks.append(loop.create_task(job(window, i, duration)))
start_timer()
try:
    loop.run_forever()  # until Ctrl+C, although the jobs end
except KeyboardInterrupt:
    print("bye")
