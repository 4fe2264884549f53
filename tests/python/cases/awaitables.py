import asyncio, types
@types.coroutine
def old(): r = yield; return r
async def main():
    try: await old()
    except Exception as e: print(repr(e))
    @types.coroutine
    def bad(): yield 5
    try: await bad()
    except RuntimeError as e: print(str(e)[:30], str(e)[-20:])
    t = asyncio.current_task()
    async def selfw(): await me
    me = asyncio.create_task(selfw())
    try: await me
    except RuntimeError as e: print(str(e)[:25])
    f = asyncio.new_event_loop().create_future()
    try: await f
    except RuntimeError as e: print("attached" in str(e), type(t).__name__)
    class It:
        def __init__(s): s.i = 0
        def __aiter__(s): return s
        async def __anext__(s):
            s.i += 1
            if s.i > 2: raise StopAsyncIteration
            return s.i
    async for i in It(): print(i)
    else: print("else")
    print(await asyncio.gather(), [x async for x in It()], sum([x async for x in It()]))
asyncio.run(main())
