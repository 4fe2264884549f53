# idea: barriers that break, conditions with predicates
import asyncio
async def racer(b, n):
    await asyncio.sleep(n / 10)
    try:
        async with b as pos:
            print(n, "passed at", pos, b.n_waiting)
    except asyncio.BrokenBarrierError: print(n, "broken")
async def main():
    b = asyncio.Barrier(3)
    await asyncio.gather(*(racer(b, n) for n in range(6)))
    t = [asyncio.create_task(racer(b, n)) for n in range(2)]
    await asyncio.sleep(0.5); await b.abort(); await asyncio.gather(*t)
    print(b.broken); await b.reset(); print(b.n_waiting)
    t = asyncio.create_task(racer(b, 0)); await asyncio.sleep(0.1); await b.reset(); await t
    c = asyncio.Condition()
    async def w(i):
        async with c: await c.wait_for(lambda: i <= state[0]); print("w", i)
    state = [0]; ts = [asyncio.create_task(w(i)) for i in (2, 1, 3)]
    for s in range(4):
        await asyncio.sleep(0.1)
        async with c: state[0] = s; c.notify_all()
    await asyncio.gather(*ts)
asyncio.run(main())
