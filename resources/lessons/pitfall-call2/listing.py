async def coro():
    print("in coro")


def caller():
    coro()


caller()
print("over")
