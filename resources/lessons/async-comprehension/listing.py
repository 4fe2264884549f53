import asyncio
import time

N = 3


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.5)
        show_timer("gives", i)
        yield i


async def foo(x):
    await asyncio.sleep(1)
    return x * x


async def both(n):
    start_timer()
    listed = [x async for x in numbers(n)]
    show_timer(listed)
    squared = [await foo(x) async for x in numbers(n)]
    show_timer(squared)


asyncio.run(both(N))
