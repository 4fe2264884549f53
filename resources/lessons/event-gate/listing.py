import asyncio
import time

OPENS = 1


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def visitor(gate, name, delay):
    await asyncio.sleep(delay)
    show_timer(name, "arrives")
    await gate.wait()
    show_timer(name, "enters")


async def keeper(opens):
    start_timer()
    gate = asyncio.Event()
    visitors = [
        asyncio.create_task(visitor(gate, "ann", 0.3)),
        asyncio.create_task(visitor(gate, "bob", 0.1)),
        asyncio.create_task(visitor(gate, "cid", 1.5)),
    ]
    await asyncio.sleep(opens)
    show_timer("gate opens")
    gate.set()
    await asyncio.gather(*visitors)


asyncio.run(keeper(OPENS))
