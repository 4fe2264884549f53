import asyncio
import time

N = 3
DELAY = 1


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def foo(x, unit):
    await asyncio.sleep(x * unit)
    show_timer("foo", x)
    return x * 10


# 3, 1, 2, 3, 1, 2, ...
def durations(n):
    return [3 if i % 3 == 0 else i % 3 for i in range(n)]


async def both_ways(n, unit):
    start_timer()
    in_turn = [await foo(x, unit) for x in durations(n)]
    show_timer(in_turn)

    together = await asyncio.gather(*(foo(x, unit) for x in durations(n)))
    show_timer(together)


asyncio.run(both_ways(N, DELAY))
