class TwoSteps:
    def __await__(self):
        for n in (1, 2):
            print(f"step{n}")
            yield f"yield{n}"
        return "returned"


async def two_steps():
    await TwoSteps()


def send_last(coro):
    try:
        coro.send(None)
    except StopIteration as end:
        print("oops", type(end), end.value)


coro1 = two_steps()
coro2 = two_steps()
for turn in range(2):
    print(repr(coro1.send(None)))
    print(repr(coro2.send(None)))
send_last(coro1)
send_last(coro2)
