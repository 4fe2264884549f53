# idea: what shield() protects and what not
import asyncio
async def save(n):
    await asyncio.sleep(n); print("saved", n); return n
async def main():
    t = asyncio.create_task(save(0.5))
    try: await asyncio.wait_for(asyncio.shield(t), 0.1)
    except asyncio.TimeoutError: print("timeout, goes on:", not t.done())
    print(await t)
    outer = asyncio.create_task(wrapper())
    await asyncio.sleep(0.05); outer.cancel("stop it")
    try: await outer
    except asyncio.CancelledError as e: print("args", e.args)
    await asyncio.sleep(0.5)
    s = asyncio.shield(fail())
    await asyncio.sleep(0); s.cancel()
    await asyncio.sleep(0.2)
async def wrapper():
    await asyncio.shield(save(0.3))
async def fail():
    await asyncio.sleep(0.1); raise ValueError("nobody retrieves")
asyncio.run(main())
