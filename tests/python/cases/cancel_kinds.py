import asyncio
async def stubborn():
    for i in range(3):
        try: await asyncio.sleep(1)
        except asyncio.CancelledError as e: print("no", i, e.args)
    return "survived"
async def main():
    t = asyncio.create_task(stubborn())
    for i in range(3): await asyncio.sleep(0); print(t.cancel(f"msg{i}"), t.cancelling())
    print(await t, t.cancelled())
    async def sh(): await asyncio.shield(asyncio.sleep(0.02, "inner")); return 1
    t = asyncio.create_task(sh()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print("c", e.args, t.cancelled())
    await asyncio.sleep(0.05)
    try:
        async with asyncio.timeout(0.01) as cm: await asyncio.sleep(1)
    except TimeoutError as e: print(repr(e), cm.expired(), cm)
    try: await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except TimeoutError as e: print(repr(e), repr(e.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0, 5), None))
    d, p = await asyncio.wait([asyncio.create_task(asyncio.sleep(x / 100, x)) for x in (1, 5)], timeout=0.03)
    print(len(d), len(p), [x.result() for x in d]); [x.cancel() for x in p]
    for f in asyncio.as_completed([asyncio.sleep(0.02, "b"), asyncio.sleep(0.01, "a")]): print(await f)
    try:
        for f in asyncio.as_completed([asyncio.sleep(1)], timeout=0.01): await f
    except TimeoutError as e: print(repr(e))
asyncio.run(main())
