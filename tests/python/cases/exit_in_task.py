# idea: sys.exit() in a task
import asyncio, atexit, sys
atexit.register(lambda: print("atexit"))
class D:
    def __del__(self): print("del D")
async def other():
    d = D()
    try: await asyncio.sleep(10)
    finally: print("other finally")
async def quitter(): await asyncio.sleep(0.1); sys.exit(9)
async def main():
    t = asyncio.create_task(other()); q = asyncio.create_task(quitter())
    await asyncio.gather(t, q)
asyncio.run(main())
