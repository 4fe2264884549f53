import asyncio
import time

TIMEOUT = 0.5


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def slow(delay):
    try:
        await asyncio.sleep(delay)
        return f"after {delay}s"
    finally:
        show_timer("slow leaves")


async def two_limits(shorter):
    start_timer()
    for limit in (2, shorter):
        try:
            answer = await asyncio.wait_for(slow(1), limit)  # a task of its own, up to 3.11
            show_timer(answer)
        except TimeoutError:
            show_timer("too late")


asyncio.run(two_limits(TIMEOUT))
