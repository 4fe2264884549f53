"""Results in the order in which they come, not in the order of the calls."""
import asyncio


async def answer(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    calls = [asyncio.create_task(answer("slow", 0.9), name="slow"),
             asyncio.create_task(answer("quick", 0.2), name="quick"),
             asyncio.create_task(answer("middle", 0.5), name="middle")]
    for earliest in asyncio.as_completed(calls):
        print("comes:", await earliest)
    print("all are there")


asyncio.run(main())
