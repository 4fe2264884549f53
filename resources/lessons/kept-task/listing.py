"""The entry of "forgotten-task", in a group: the block is not left before it is written."""
import asyncio

WRITES = 0.5


async def log(text):
    await asyncio.sleep(WRITES)
    print("written:", text)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(log("visitor"), name="log")
        print("main goes on at once")
        await asyncio.sleep(0.2)
        print("the block is done")
    print("nothing is lost")


asyncio.run(main())
