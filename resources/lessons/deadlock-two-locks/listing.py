"""Two tasks, two locks: each has one and waits for the other, for ever."""
import asyncio

SAME_ORDER = False


async def transfer(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0.1)
        print(name, "wants its second lock")
        async with second:
            print(name, "has both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    pair = (a, b) if SAME_ORDER else (b, a)
    one = asyncio.create_task(transfer("one", a, b), name="one")
    two = asyncio.create_task(transfer("two", *pair), name="two")
    await asyncio.gather(one, two)
    print("both done")


loop = asyncio.new_event_loop()  # a bare loop: asyncio.run() would cancel what is left
asyncio.set_event_loop(loop)
task = loop.create_task(main())
task.add_done_callback(lambda done: loop.stop())
try:
    loop.run_forever()  # in a deadlock until Ctrl+C
except KeyboardInterrupt:
    print("bye")  # then Python complains: Task was destroyed but it is pending!
