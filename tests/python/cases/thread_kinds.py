# idea: thread pools, semaphores, queues and barriers of threads beside tasks
import asyncio, concurrent.futures, threading, time, functools
def slow(n): time.sleep(n); return n, threading.current_thread().name.split("_")[0]
def boom(): raise ValueError("in thread")
async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="P") as pool:
        fs = [loop.run_in_executor(pool, slow, n/10) for n in (3, 1, 2, 1)]
        for f in asyncio.as_completed(fs): print(await f)
        try: await loop.run_in_executor(pool, boom)
        except ValueError as e: print("caught", e)
        f = loop.run_in_executor(pool, functools.partial(slow, 0.2))
        await asyncio.sleep(0.05); print("cancel", f.cancel())
    sem = threading.Semaphore(0)
    async def feeder():
        for _ in range(3): await asyncio.sleep(0.1); sem.release()
    def consume():
        for i in range(3): sem.acquire(); print("consumed", i)
    await asyncio.gather(asyncio.to_thread(consume), feeder())
    fut = asyncio.run_coroutine_threadsafe
    def from_thread():
        return fut(asyncio.sleep(0.2, "result"), loop).result(1)
    print(await asyncio.to_thread(from_thread))
    def times_out():
        try: fut(asyncio.sleep(2), loop).result(0.1)
        except concurrent.futures.TimeoutError: return "thread timeout"
    print(await asyncio.to_thread(times_out))
    q = __import__("queue").Queue(1)
    def prod():
        for i in range(4): q.put(i); time.sleep(0.02)
        q.put(None)
    th = threading.Thread(target=prod); th.start()
    while (x := await asyncio.to_thread(q.get)) is not None: print("q", x)
    th.join()
    b = threading.Barrier(3)
    def atb(i): time.sleep(i/20); b.wait(); return i
    print(await asyncio.gather(*(asyncio.to_thread(atb, i) for i in range(3))))
asyncio.run(main())
