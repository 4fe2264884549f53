import asyncio

FIRST = 1.5
SECOND = 1


async def nap(name, delay):
    print(name, "falls asleep")
    await asyncio.sleep(delay)
    print(name, "wakes up")
    return delay


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
asyncio.set_event_loop(loop)
both = asyncio.gather(nap("long", FIRST), nap("short", SECOND))
print(loop.run_until_complete(both))
