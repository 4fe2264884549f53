import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def add(x, y):
    show_timer("add", x, "+", y, "...")
    await asyncio.sleep(1)
    return x + y


async def show_sum(x, y):
    show_timer("show_sum in", asyncio.current_task().get_name())
    total = await add(x, y)
    show_timer(x, "+", y, "=", total)


start_timer()
asyncio.run(show_sum(1, 2))
