class OneYield:
    def __await__(self):
        print("in Awaitable")
        yield "yielded"


async def wait_for_it():
    await OneYield()


running = wait_for_it()
print(repr(running.send(None)))
