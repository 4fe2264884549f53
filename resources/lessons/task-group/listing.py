"""A group of tasks: they end together, or they are cancelled together."""
import asyncio

FAILS_AT = 0.5


async def download(name, seconds):
    try:
        print(name, "starts")
        await asyncio.sleep(seconds)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def broken(seconds):
    await asyncio.sleep(seconds)
    print("broken fails")
    raise ValueError("no such page")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(download("short", 0.3), name="short")
            group.create_task(broken(FAILS_AT), name="broken")
            group.create_task(download("long", 1), name="long")
            print("the block ends, the group waits")
    except* ValueError as caught:
        print("caught:", caught.exceptions)
    print("nothing is left running")


asyncio.run(main())
