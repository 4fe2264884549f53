# idea: awaitables of all sorts
import asyncio, types
class Later:
    def __init__(self, d, v): self.d, self.v = d, v
    def __await__(self):
        yield from asyncio.sleep(self.d).__await__()
        return self.v
@types.coroutine
def old(n):
    for _ in range(n): yield
    return n
class Meta(type):
    def __await__(cls): return asyncio.sleep(0.01, cls.__name__).__await__()
class K(metaclass=Meta): pass
class Fut(asyncio.Future): pass
async def main():
    print(await Later(0.1, "v"), await old(3), await K)
    f = Fut(); asyncio.get_running_loop().call_later(0.1, f.set_result, 5); print(await f)
    print([await Later(0.01 * i, i) for i in range(3)], [x async for x in agen()], {i: await old(i) async for i in agen()})
    print(await asyncio.wait_for(Later(0.05, "wf"), 1), await asyncio.gather(Later(0.02, 1), old(1) if False else asyncio.sleep(0, 2)))
    async def bad():
        class X:
            def __await__(self): yield 5
        await X()
    try: await asyncio.create_task(bad())
    except RuntimeError as e: print(e)
async def agen():
    for i in range(3): yield i; await asyncio.sleep(0)
asyncio.run(main())
