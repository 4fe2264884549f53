class TwoSteps:
    def __await__(self):
        for n in (1, 2):
            print(f"step{n}")
            yield f"yield{n}"
        return "returned"


async def two_steps():
    await TwoSteps()  # its value is dropped


coro = two_steps()
print(repr(coro.send(None)))
print(repr(coro.send(None)))
try:
    coro.send(None)
except StopIteration as end:
    print("oops", type(end), end.value)
