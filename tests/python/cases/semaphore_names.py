# idea: semaphores and locks whose waiters are cancelled
import asyncio
async def job(s, n):
    async with s:
        print("in", n, s.locked()); await asyncio.sleep(0.1)
async def main():
    s = asyncio.BoundedSemaphore(2)
    await asyncio.gather(*(job(s, n) for n in range(5)))
    try: s.release()
    except ValueError as e: print(e)
    l = asyncio.Lock(); await l.acquire()
    ts = [asyncio.create_task(l.acquire()) for _ in range(3)]; await asyncio.sleep(0)
    ts[0].cancel(); l.release(); await asyncio.sleep(0.01); print(l.locked(), [t.done() for t in ts], repr(l)[-22:])
    l.release(); await asyncio.sleep(0); l.release()
    e = asyncio.Event(); w = [asyncio.create_task(e.wait()) for _ in range(2)]; await asyncio.sleep(0); e.set(); print(await asyncio.gather(*w)); print(str(e).split("at")[1][-8:])
asyncio.run(main())
