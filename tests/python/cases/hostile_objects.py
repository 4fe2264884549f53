import asyncio, collections, dataclasses, enum, functools
@dataclasses.dataclass
class Job:
    id: int
    async def run(self): await asyncio.sleep(self.id / 1000); return self
class Weird:
    def __repr__(self): raise RuntimeError("repr!")
    def __eq__(self, o): raise RuntimeError("eq!")
    __hash__ = None
    def __getattr__(self, n): raise RuntimeError("getattr! " + n)
    def __bool__(self): raise RuntimeError("bool!")
    async def go(self, other): await asyncio.sleep(0); return 1
async def main():
    print(await asyncio.gather(*(Job(i).run() for i in range(3))))
    w = Weird(); print(await asyncio.gather(w.go(w), w.go(Weird())))
    f = functools.partial(Job(5).run); print(await asyncio.create_task(f()))
    class Cb:
        def __call__(self, *a): print("called", len(a))
        def __getattribute__(self, n): 
            if n == "__code__": raise RuntimeError("code!")
            return object.__getattribute__(self, n)
    asyncio.get_running_loop().call_soon(Cb(), 1, 2); asyncio.get_running_loop().call_later(0.001, functools.partial(Cb(), w)); await asyncio.sleep(0.01)
    async def ret(): return Weird()
    r = await asyncio.create_task(ret()); print(type(r).__name__)
    class E(Exception):
        def __str__(self): raise RuntimeError("str!")
        __repr__ = __str__
    async def ex(): raise E(Weird())
    try: await asyncio.create_task(ex())
    except E as e: print("E")
    q = asyncio.Queue(); q.put_nowait(w); await q.get(); 
asyncio.run(main())
