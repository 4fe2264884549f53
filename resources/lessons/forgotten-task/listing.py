"""A task that nobody waits for is lost when the loop ends."""
import asyncio

WAITED_FOR = False


async def log(text):
    await asyncio.sleep(0.5)
    print("written:", text)


async def main():
    entry = asyncio.create_task(log("visitor"), name="log")
    print("main goes on at once")
    await asyncio.sleep(0.2)
    if WAITED_FOR:
        await entry
    print("main is done")


loop = asyncio.new_event_loop()  # a bare loop: asyncio.run() would cancel what is left
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
