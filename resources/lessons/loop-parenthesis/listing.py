"""run_until_complete is a parenthesis; a service, which has no end, is run by run_forever."""
import asyncio
import time

AWAY = 1


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def clock():
    for n in range(1, 6):
        await asyncio.sleep(0.4)
        show_timer("tick", n)


async def job(name):
    show_timer(name, "begins")
    await asyncio.sleep(1)
    show_timer(name, "ends")


loop = asyncio.new_event_loop()  # a bare loop: asyncio.run() would cancel what is left
start_timer()
ticking = loop.create_task(clock())
loop.run_until_complete(job("one"))
show_timer("the loop stands still")
time.sleep(AWAY)
show_timer("the loop goes on")
loop.run_until_complete(job("two"))
