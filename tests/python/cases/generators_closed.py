import asyncio, sys
async def ticks(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0.01)
    finally:
        print("closing"); await asyncio.sleep(0.01); print("closed")
async def main():
    async for t in ticks(5):
        if t == 2: break
        print(t)
    print([t async for t in ticks(3) if t])
    g = ticks(3); print(await anext(g)); print(await anext(ticks(0), "default"))
    try:
        await g.athrow(ValueError("x"))
    except ValueError as e: print(repr(e))
    h = ticks(9); await anext(h); globals()["keep"] = h
    async def d(): yield 1; yield 2
    print({k: v async for k, v in azip(d(), d())})
async def azip(a, b):
    async for x in a: yield x, await anext(b)
asyncio.run(main())
