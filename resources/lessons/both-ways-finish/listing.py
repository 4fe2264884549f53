class Talk:
    def __await__(self):
        for n in (1, 2):
            print(f"step{n}")
            got = yield f"yielded{n}"
            print(f"received{n}", got)
        return "returned"


async def talk():
    answer = await Talk()
    return answer


coro = talk()
print(repr(coro.send(None)))
print(repr(coro.send("message")))
try:
    coro.send("last")
except StopIteration as end:
    print("oops", type(end), end.value)
