# idea: asynchronous generators that send, throw and close
import asyncio, contextlib
async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.05)
            yield i
    finally:
        print("numbers closed")
async def squares(src):
    async for x in src:
        got = yield x * x
        if got: print("got", got)
async def main():
    async with contextlib.aclosing(numbers(10)) as src:
        sq = squares(src)
        print(await sq.asend(None))
        print(await sq.asend("hello"))
        try:
            await sq.athrow(ValueError("boom"))
        except ValueError as e:
            print("caught", e)
        print([x async for x in sq])
        print([x * 10 async for x in src if x % 2])
    async def leak():
        async for v in numbers(5):
            if v == 1: break
        print("left loop")
    await leak()
    await asyncio.sleep(0.2)
asyncio.run(main())
