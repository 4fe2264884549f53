import asyncio
import time

RUNS = 2
FIRST = 0.5
SECOND = 1
BLOCKING = True


async def starvation(message, first, second, blocking):
    print(message, "begin")
    await asyncio.sleep(first)
    print(message, "middle")
    if blocking:
        time.sleep(second)  # keeps the thread
    else:
        await asyncio.sleep(second)
    print(message, "end")
    return f"{message} by starvation"


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
asyncio.set_event_loop(loop)
runs = []
for i in range(1, RUNS + 1):
    runs.append(starvation(f"run{i}", FIRST, SECOND, BLOCKING))
print(repr(loop.run_until_complete(asyncio.gather(*runs))))
