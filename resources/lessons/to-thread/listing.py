"""A blocking call in a thread, and a limit to how long we wait for it."""
import asyncio
import time

LIMIT = 0.4


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


def measure():
    time.sleep(0.7)  # blocks, and knows nothing of asyncio
    show_timer("measured")
    return 21


async def beat():
    for n in range(4):
        show_timer("beat", n)
        await asyncio.sleep(0.25)


async def ask():
    try:
        async with asyncio.timeout(LIMIT):
            value = await asyncio.to_thread(measure)
        show_timer("value", value)
    except TimeoutError:
        show_timer("gave up")


async def main():
    start_timer()
    await asyncio.gather(beat(), ask())
    show_timer("done")


asyncio.run(main())
