# idea: wait(), as_completed(), gather() and lost errors
import asyncio
async def job(n, fail=False):
    await asyncio.sleep(n/10)
    if fail: raise RuntimeError(n)
    return n
async def main():
    ts = {asyncio.create_task(job(n, n == 2), name=f"j{n}") for n in range(1, 5)}
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in d), sorted(t.get_name() for t in p))
    for t in p: t.cancel()
    print(await asyncio.gather(*sorted(p, key=lambda t: t.get_name()), return_exceptions=True))
    for c in asyncio.as_completed([job(3), job(1), job(2)], timeout=0.25):
        try: print(await c)
        except asyncio.TimeoutError: print("timeout")
    g = asyncio.gather(job(1), job(2)); await asyncio.sleep(0.05); g.cancel()
    try: await g
    except asyncio.CancelledError: print("gather cancelled")
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(lambda f: print("cb", f.result())); fut.set_result(1)
    await asyncio.sleep(0); print(fut)
    t = asyncio.ensure_future(job(1)); t.add_done_callback(lambda t: print("done", t.result())); await t
    lost = asyncio.create_task(job(1, True)); await asyncio.sleep(0.3); del lost
    job(1)
    await asyncio.sleep(0.1)
asyncio.run(main())
