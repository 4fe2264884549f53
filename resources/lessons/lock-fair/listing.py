import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def greedy(lock):
    for turn in (1, 2):
        async with lock:
            show_timer("greedy turn", turn)
            await asyncio.sleep(0.2)


async def patient(lock, name):
    async with lock:
        show_timer(name, "turn")
        await asyncio.sleep(0.1)


async def trio():
    start_timer()
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), patient(lock, "one"), patient(lock, "two"))


asyncio.run(trio())
