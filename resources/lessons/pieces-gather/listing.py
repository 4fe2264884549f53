import asyncio

RUNS = 2
FIRST = 0.5
SECOND = 1


async def pieces(message, first, second):
    print(message, "begin")
    await asyncio.sleep(first)
    print(message, "middle")
    await asyncio.sleep(second)
    print(message, "end")
    return f"{message} in pieces"


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
asyncio.set_event_loop(loop)
runs = []
for i in range(1, RUNS + 1):
    runs.append(pieces(f"run{i}", FIRST, SECOND))
print(repr(loop.run_until_complete(asyncio.gather(*runs))))
