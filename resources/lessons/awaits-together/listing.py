"""The same three questions, asked at once: gather waits for the slowest."""
import asyncio


async def question(name, seconds):
    print("ask", name)
    await asyncio.sleep(seconds)
    return name


async def main():
    answers = await asyncio.gather(question("one", 0.5), question("two", 0.7),
                                   question("three", 0.3))
    for answer in answers:
        print("answer", answer)


asyncio.run(main())
