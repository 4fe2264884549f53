import asyncio
import inspect
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def twice(x):
    await asyncio.sleep(0.5)
    return 2 * x


async def expressions():
    start_timer()
    doubled = (await twice(x) for x in range(3))
    show_timer("asynchronous generator:", inspect.isasyncgen(doubled))
    async for value in doubled:
        show_timer(value)
    try:
        list(await twice(x) for x in range(3))
    except TypeError as error:
        show_timer(f"TypeError: {error}")


asyncio.run(expressions())
