class TwoSteps:
    def __await__(self):
        for n in (1, 2):
            print(f"step{n}")
            yield f"yield{n}"
        return "returned"


async def two_steps():
    value = await TwoSteps()
    return value


coro = two_steps()
print(repr(coro.send(None)))
print(repr(coro.send(None)))
try:
    coro.send(None)
except StopIteration as end:
    print("oops", type(end), end.value)
