import asyncio
import time


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


async def sequences():
    start_timer()
    await asyncio.gather(sequence("default", 1), sequence("half", 0.5))
    await sequence("several words", 0.25)


asyncio.run(sequences())
