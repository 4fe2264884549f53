import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def ticker(name, period, count):
    try:
        for i in range(count):
            yield f"{name}{i}"
            await asyncio.sleep(period)
    finally:
        show_timer(name, "closed")


async def show(name, period, count):
    async for tick in ticker(name, period, count):
        show_timer(tick)


async def tickers():
    start_timer()
    await asyncio.gather(show("a", 1, 3), show("b", 0.7, 3))
    partial = ticker("c", 1, 3)
    first = await anext(partial)
    show_timer(first)
    await partial.aclose()  # it has more to give


asyncio.run(tickers())
