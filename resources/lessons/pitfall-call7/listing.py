import asyncio


async def coro():
    print("in coro")


async def caller():
    coro()


asyncio.run(caller())
print("over")
