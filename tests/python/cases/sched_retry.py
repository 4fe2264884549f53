# idea: retries with growing waits, and a limit of the rate
import asyncio, time, functools, random
random.seed(3)
def retry(times, base):
    def deco(f):
        @functools.wraps(f)
        async def inner(*a, **k):
            for i in range(times):
                try: return await f(*a, **k)
                except ConnectionError as e:
                    d = base * 2 ** i; print(f"{a} try {i}: {e}; wait {d:.2f}"); await asyncio.sleep(d)
            raise RuntimeError("gave up")
        return inner
    return deco
@retry(3, 0.1)
async def fetch(u):
    await asyncio.sleep(0.05)
    if random.random() < 0.6: raise ConnectionError("down")
    return u.upper()
class RateLimiter:
    def __init__(self, rate): self.period = 1 / rate; self.next = 0
    async def __aenter__(self):
        now = time.monotonic(); at = max(now, self.next); self.next = at + self.period
        await asyncio.sleep(at - now)
    async def __aexit__(self, *a): pass
async def main():
    r = await asyncio.gather(*map(fetch, ["a", "b", "c", "d"]), return_exceptions=True); print(r)
    lim = RateLimiter(10); t0 = time.perf_counter()
    async def one(i):
        async with lim: print(i, f"{time.perf_counter() - t0:.1f}")
    await asyncio.gather(*(one(i) for i in range(5)))
asyncio.run(main())
