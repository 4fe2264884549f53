# idea: a cache with eager tasks (3.12)
import asyncio, sys
cache = {}
async def get(k):
    if k in cache: return cache[k]
    await asyncio.sleep(0.1)
    cache[k] = k.upper()
    return cache[k]
async def main():
    loop = asyncio.get_running_loop()
    if sys.version_info >= (3, 12):
        loop.set_task_factory(asyncio.eager_task_factory)
    for _ in range(2):
        ts = [asyncio.create_task(get(k), name=k) for k in "abc"]
        print([t.done() for t in ts] if sys.version_info >= (3,12) else "old")
        print(await asyncio.gather(*ts))
    async def bad(): raise RuntimeError("eager")
    t = asyncio.create_task(bad())
    try: await t
    except RuntimeError as e: print(e)
    async with asyncio.TaskGroup() as g:
        a = g.create_task(get("x")); b = g.create_task(get("a"))
    print(a.result(), b.result(), len(asyncio.all_tasks()))
asyncio.run(main())
