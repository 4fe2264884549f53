# idea: how workers end
import asyncio, sys
async def worker(n, q):
    try:
        while True:
            x = await q.get(); await asyncio.sleep(0.05); print(n, x); q.task_done()
    except getattr(asyncio, "QueueShutDown", asyncio.CancelledError) as e: print(n, type(e).__name__)
async def main():
    q = asyncio.Queue(2); ts = [asyncio.create_task(worker(n, q)) for n in "ab"]
    for i in range(6): await q.put(i)
    await q.join()
    if sys.version_info >= (3, 13): q.shutdown()
    else:
        for t in ts: t.cancel()
    await asyncio.gather(*ts)
    l = asyncio.LifoQueue(); [l.put_nowait(i) for i in range(3)]; print([l.get_nowait() for _ in range(3)], l.empty())
    try: l.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q2 = asyncio.Queue(1); q2.put_nowait(1)
    try: await asyncio.wait_for(q2.put(2), 0.1)
    except asyncio.TimeoutError: print("full", q2.qsize())
asyncio.run(main())
