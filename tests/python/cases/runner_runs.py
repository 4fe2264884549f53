# idea: asyncio.Runner: several runs in one loop
import asyncio, contextvars
v = contextvars.ContextVar("v", default=0)
async def inc(): v.set(v.get() + 1); await asyncio.sleep(0.1); return v.get()
with asyncio.Runner() as r:
    print(r.run(inc()), r.run(inc()), r.get_loop().is_running())
    loop = r.get_loop()
    loop.call_later(0.05, print, "later")
    r.run(asyncio.sleep(0.1))
    async def bg():
        try: await asyncio.sleep(100)
        finally: print("bg cleaned")
    async def start(): global t; t = asyncio.create_task(bg()); await asyncio.sleep(0)
    r.run(start())
print(t.cancelled(), loop.is_closed())
try: asyncio.run(asyncio.sleep(0), debug=None) ; r.run(inc())
except RuntimeError as e: print(e)
async def inside():
    try: asyncio.run(asyncio.sleep(0))
    except RuntimeError as e: print(e)
asyncio.run(inside())
