import asyncio

FIRST = 0.5
SECOND = 1


async def pieces(message, first, second):
    print(message, "begin")
    await asyncio.sleep(first)
    print(message, "middle")
    await asyncio.sleep(second)
    print(message, "end")
    return f"{message} in pieces"


print(repr(asyncio.run(pieces("run", FIRST, SECOND))))
