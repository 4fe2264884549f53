# idea: task groups: errors of children and of the body, nested, cancelled
import asyncio
async def ok(n):
    try:
        await asyncio.sleep(n); print("ok", n); return n
    except asyncio.CancelledError:
        print("cancelled", n); raise
async def bad(n, e):
    await asyncio.sleep(n); raise e
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(0.1)); tg.create_task(ok(1)); tg.create_task(bad(0.2, KeyError("k"))); tg.create_task(bad(0.2, ValueError("v")))
    except* KeyError as g: print("KeyErrors", g.exceptions)
    except* ValueError as g: print("ValueErrors", g.exceptions)
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(ok(5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(bad(0.3, OSError(2, "no")))
    except* OSError as g: print(repr(g))
    async def nested():
        async with asyncio.TaskGroup() as g:
            for i in range(3): g.create_task(ok(i/10), name=f"n{i}")
    t = asyncio.create_task(nested())
    await asyncio.sleep(0.15); t.cancel()
    try: await t
    except asyncio.CancelledError: print("nested cancelled", t.cancelling())
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(ok(0.5))
            raise ZeroDivisionError("body")
    except* ZeroDivisionError as e: print(e.exceptions)
    async with asyncio.TaskGroup() as g:
        g.create_task(bad(0.1, LookupError("final")))
asyncio.run(main())
