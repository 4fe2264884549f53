import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def c2(stop):
    show_timer(">>> c2")
    await asyncio.sleep(2)
    show_timer("<<< c2")
    if stop:
        asyncio.get_running_loop().stop()


async def c1(stop):
    show_timer(">>> c1")
    await asyncio.sleep(1)
    show_timer("forking")
    asyncio.ensure_future(c2(stop))
    await asyncio.sleep(1)
    show_timer("<<< c1")


def run_fork(stop):
    loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
    task = loop.create_task(c1(stop))
    start_timer()
    try:
        loop.run_forever()  # until stop() or Ctrl+C
    except KeyboardInterrupt:
        print("bye")  # then Python complains: Task was destroyed but it is pending!
    return task


task = run_fork(stop=False)  # c2 is still asleep at the end
