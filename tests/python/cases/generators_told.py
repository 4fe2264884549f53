import asyncio, contextlib, traceback, inspect

class Closer:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return False

@contextlib.asynccontextmanager
async def opened(name):
    """Doc."""
    print("open", name)
    try:
        yield name
    except ValueError as e:
        print("caught", e)
        traceback.print_exc()
        raise
    finally:
        print("close", name)

async def bad():
    yield 1
    raise KeyError("inside")

async def echo():
    got = None
    while True:
        got = yield got
        if got is None: return

async def leaf(x):
    if x > 2: raise OverflowError(x)
    return x

def outer(n):
    secret = n
    async def gen(k=3, *, z=4):
        nonlocal secret
        for i in range(k):
            secret += 1
            x = yield secret + z
    return gen

class A:
    __hidden = 3
    async def items(self):
        for i in range(self.__hidden):
            yield i, __class__
    @staticmethod
    async def st():
        yield 7
    @classmethod
    async def cm(cls):
        yield cls.__name__

async def main():
    async with opened("a") as a, Closer():
        print(a)
    try:
        async with opened("b"):
            raise ValueError("boo")
    except ValueError:
        traceback.print_exc()
    try:
        async for i in bad(): print(i)
    except KeyError: traceback.print_exc()
    e = echo()
    print(await anext(e), await e.asend(3), await e.asend(4))
    try:
        await e.athrow(RuntimeError, RuntimeError("thrown"))
    except RuntimeError: traceback.print_exc()
    for x in range(4):
        try: print(await leaf(x))
        except OverflowError: traceback.print_exc()
    async for v in outer(10)(2): print(v)
    async for v in A().items(): print(v)
    async for v in A.st(): print(v)
    async for v in A.cm(): print(v)
    g = A().items()
    await anext(g)
    async for v in outer(5)(): break
    print(opened.__doc__, inspect.signature(leaf), inspect.getsource(bad))
    print([await leaf(i) for i in range(2)], {i async for i in A.st()})
    e = bad()
    await anext(e)
    await asyncio.sleep(0)
    print(e.ag_frame.f_lineno)
asyncio.run(main())
