# idea: timeout(), timeout_at(), wait_for(), rescheduled and nested
import asyncio
async def main():
    loop = asyncio.get_running_loop(); t0 = loop.time()
    try:
        async with asyncio.timeout(1) as cm:
            cm.reschedule(loop.time() + 0.3)
            await asyncio.sleep(10)
    except TimeoutError: print("expired", cm.expired(), round(loop.time()-t0, 1))
    async with asyncio.timeout(None) as cm: await asyncio.sleep(0.1)
    print(cm)
    try:
        async with asyncio.timeout_at(loop.time() - 1): await asyncio.sleep(0); print("never")
    except TimeoutError as e: print(repr(e), repr(e.__cause__))
    try:
        async with asyncio.timeout(0.5):
            try:
                async with asyncio.timeout(0.2): await asyncio.sleep(1)
            except TimeoutError: print("inner"); await asyncio.sleep(1)
    except TimeoutError: print("outer", round(loop.time()-t0, 1))
    for d in (0, -1, 0.05):
        try: print(await asyncio.wait_for(asyncio.sleep(0.05, "x"), d))
        except asyncio.TimeoutError: print("to", d)
    async def stubborn():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: await asyncio.sleep(0.3); return "late"
    try: print(await asyncio.wait_for(stubborn(), 0.1))
    except asyncio.TimeoutError: print("stubborn timeout")
    print(round(loop.time()-t0, 1))
asyncio.run(main(), debug=False)
