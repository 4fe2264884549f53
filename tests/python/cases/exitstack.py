# idea: stacks of contexts that wait
import asyncio, contextlib
@contextlib.asynccontextmanager
async def res(n):
    print("open", n); await asyncio.sleep(0.05)
    try: yield n
    except ValueError as e: print(n, "saw", e); raise
    finally: await asyncio.sleep(0.05); print("close", n)
async def main():
    async with contextlib.AsyncExitStack() as st:
        for n in "abc": await st.enter_async_context(res(n))
        st.push_async_callback(asyncio.sleep, 0.1); st.callback(print, "cb")
    try:
        async with res("x") as x, res("y"): raise ValueError("v")
    except ValueError as e: print("out", e)
    async with contextlib.AsyncExitStack() as st:
        r = await asyncio.gather(*(st.enter_async_context(res(i)) for i in range(3))); print(r)
asyncio.run(main())
