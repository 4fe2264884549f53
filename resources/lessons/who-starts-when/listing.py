"""Called is not started: four calls, and when each begins to work."""
import asyncio
import time


async def work(name):
    print(name, "begins")
    await asyncio.sleep(1)
    print(name, "ends")


def work_eagerly(name):
    print(name, "begins")  # within the call
    return asyncio.create_task(finish(name))


async def finish(name):
    await asyncio.sleep(1)
    print(name, "ends")


def work_in_thread(name):
    print(name, "begins")
    time.sleep(1)
    print(name, "ends")


async def main():
    print("calls")
    lazy = work("lazy")  # a coroutine of Python: runs nothing
    task = asyncio.create_task(work("task"))  # a task, also of trio and curio: runs when main gives way
    eager = work_eagerly("eager")  # like JavaScript and C#: runs at once, to its first wait
    thread = asyncio.get_running_loop().run_in_executor(None, work_in_thread, "thread")  # like Go: beside main
    print("has called")
    await asyncio.sleep(0.5)
    print("main goes on")
    await lazy
    await asyncio.gather(task, eager, thread)


asyncio.run(main())
