"""What asyncio.run does when main has ended: it cancels what is left, and waits for it."""
import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def background():
    try:
        show_timer("background works")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        show_timer("background is cancelled")
        await asyncio.sleep(0.5)
        show_timer("background has cleaned up")
        raise


async def main():
    start_timer()
    task = asyncio.create_task(background(), name="background")
    await asyncio.sleep(1)
    show_timer("main is done, background done:", task.done())


asyncio.run(main())
show_timer("run is done")
