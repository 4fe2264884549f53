import types


# The only one that really suspends.
@types.coroutine
def w1(marker):
    yield f"yield {marker}"
    return 1


async def w2():
    total = 0
    for marker in ("first", "second"):
        total += await w1(marker)
    return total


async def w3():
    below = await w2()
    return below + 1


async def w4():
    below = await w3()
    return below + 1


stack = w4()
for turn in range(2):
    print(repr(stack.send(None)))
try:
    stack.send(None)
except StopIteration as end:
    print("OOPS", type(end), end.value)
