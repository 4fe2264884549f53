"""How long the thread is held, and how long the processor really works."""
import asyncio
import time

KNOWN = [0.8, 1.2, 0.5, 0.3]  # seconds to fetch each page


def fetch_in_turn():
    for seconds in KNOWN:
        time.sleep(seconds)  # stands for a blocking transfer


async def fetch_together():
    await asyncio.gather(*(asyncio.sleep(seconds) for seconds in KNOWN))


def compute():
    end = time.process_time() + 1
    while time.process_time() < end:  # the processor counts; in time.sleep() it would not
        pass


def measure(name, work):
    begin, used = time.perf_counter(), time.process_time()
    work()
    took, used = time.perf_counter() - begin, time.process_time() - used
    print(f"{name}: {took:.1f}s, processor {used:.1f}s")


measure("in turn", fetch_in_turn)
measure("together", lambda: asyncio.run(fetch_together()))
measure("computing", compute)
