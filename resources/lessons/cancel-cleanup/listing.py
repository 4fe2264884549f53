import asyncio
import time

AFTER = 1
CLEANING = 0.5


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def worker(cleaning):
    try:
        show_timer("working")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        show_timer("asked to stop")
        await asyncio.sleep(cleaning)
        show_timer("cleaned up")
        raise


async def cancelling(after, cleaning):
    start_timer()
    task = asyncio.create_task(worker(cleaning))
    await asyncio.sleep(after)
    show_timer("cancel:", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        show_timer("cancelled:", task.cancelled())


asyncio.run(cancelling(AFTER, CLEANING))
