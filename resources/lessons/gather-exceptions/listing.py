import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def worker(name, delay, fails):
    await asyncio.sleep(delay)
    show_timer(name, "ends")
    if fails:
        raise ValueError(name)
    return name


def trio():
    return [worker("a", 0.3, False), worker("b", 0.1, True), worker("c", 0.2, False)]


async def two_trios():
    start_timer()
    try:
        await asyncio.gather(*trio())
    except ValueError as error:
        show_timer("caught", repr(error))  # "a" and "c" go on
    await asyncio.sleep(0.4)
    results = await asyncio.gather(*trio(), return_exceptions=True)
    show_timer(results)


asyncio.run(two_trios())
