"""Three questions, asked one after the other: each await waits for its answer."""
import asyncio


async def question(name, seconds):
    print("ask", name)
    await asyncio.sleep(seconds)
    return name


async def main():
    one, two, three = question("one", 0.5), question("two", 0.7), question("three", 0.3)
    print("answer", await one)
    print("answer", await two)
    print("answer", await three)


asyncio.run(main())
