import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def guest(condition, name):
    async with condition:
        await condition.wait()  # gives the lock back, and takes it again afterwards
        show_timer(name, "passes")
        await asyncio.sleep(0.1)


async def keeper():
    start_timer()
    condition = asyncio.Condition()
    guests = [asyncio.create_task(guest(condition, name)) for name in "abc"]
    await asyncio.sleep(1)
    async with condition:
        show_timer("notify one")
        condition.notify()
    await asyncio.sleep(1)
    async with condition:
        show_timer("notify all")
        condition.notify_all()
    await asyncio.gather(*guests)


asyncio.run(keeper())
