"""One time limit for several awaits: the whole block has to be quick enough."""
import asyncio

LIMIT = 1
STEP = 0.4


async def visit(name, steps):
    try:
        async with asyncio.timeout(LIMIT):
            for step in range(1, steps + 1):
                await asyncio.sleep(STEP)
                print(name, "step", step)
        print(name, "in time")
    except TimeoutError:
        print(name, "too late")


async def main():
    await asyncio.gather(visit("short", 2), visit("long", 4))


asyncio.run(main())
