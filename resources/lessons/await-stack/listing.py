# The only one that really suspends.
class w1:
    def __init__(self, marker):
        self.marker = marker

    def __await__(self):
        yield f"yield {self.marker}"
        return 1


async def w2():
    return await w1("first") + await w1("second")


async def w3():
    return await w2() + 1


async def w4():
    return await w3() + 1


stack = w4()
for turn in range(2):
    print(repr(stack.send(None)))
try:
    stack.send(None)
except StopIteration as end:
    print("OOPS", type(end), end.value)
