"""A service that is asked to stop: it ends what it has begun, and gives up what takes too long."""
import asyncio
import signal
import time

GRACE = 1


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def answer(name, seconds):
    show_timer(name, "begins")
    try:
        await asyncio.sleep(seconds)
        show_timer(name, "is answered")
    except asyncio.CancelledError:
        show_timer(name, "is given up")
        raise


async def main():
    start_timer()
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    requests = [asyncio.create_task(answer("short", 1.5), name="short"),
                asyncio.create_task(answer("long", 4), name="long")]
    loop.call_later(1, signal.raise_signal, signal.SIGTERM)  # as the command "kill" would do
    await stop.wait()
    show_timer("asked to stop")
    ended, late = await asyncio.wait(requests, timeout=GRACE)
    show_timer("late:", len(late))
    for request in requests:
        request.cancel()  # does nothing to one that has ended
    await asyncio.gather(*requests, return_exceptions=True)
    show_timer("closed")


asyncio.run(main())
