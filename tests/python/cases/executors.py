import asyncio, concurrent.futures, time, threading
def work(n):
    time.sleep(0.02 * n)
    if n == 3: raise KeyError(n)
    return n, threading.current_thread().name
async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
        r = await asyncio.gather(*(loop.run_in_executor(pool, work, n) for n in range(1, 5)), return_exceptions=True)
        print([x if isinstance(x, Exception) else x[0] for x in r])
        f = pool.submit(work, 1)
        print((await asyncio.wrap_future(f))[0])
    print((await asyncio.to_thread(work, 1))[0])
    done = threading.Event()
    def late():
        time.sleep(0.03); loop.call_soon_threadsafe(ev.set); done.set()
    ev = asyncio.Event()
    threading.Thread(target=late).start()
    await ev.wait(); print("woken", done.wait(1))
    fut = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "x"), loop)
    print(await asyncio.wrap_future(fut))
asyncio.run(main())
