import asyncio, math
async def main():
    t = asyncio.create_task(asyncio.sleep(math.inf)); u = asyncio.create_task(asyncio.sleep(10**9)); await asyncio.sleep(0.01); t.cancel(); u.cancel()
    h = asyncio.get_running_loop().call_later(float("inf"), print); print(h.when()); h.cancel()
    for d in (0.0000001, -5, -10**9): await asyncio.sleep(d); asyncio.get_running_loop().call_later(d, print, d)
    await asyncio.sleep(0.001)
    try:
        async with asyncio.timeout(math.inf): print("in")
        async with asyncio.timeout_at(-1): await asyncio.sleep(0)
    except TimeoutError: print("late")
    print(sorted([asyncio.get_running_loop().call_later(x, print) for x in (2, 1)]) != [], asyncio.TimerHandle.__mro__[-2:])
    [h.cancel() for h in list(asyncio.get_running_loop()._scheduled)]
asyncio.run(main())
