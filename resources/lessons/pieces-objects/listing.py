import asyncio
import inspect


async def pieces(message):
    print(message, "begin")
    await asyncio.sleep(0.5)
    print(message, "middle")
    await asyncio.sleep(1)
    print(message, "end")
    return f"{message} in pieces"


print("pieces is a", type(pieces).__name__)
print("coroutine function:", inspect.iscoroutinefunction(pieces))
coroutine = pieces("run")
print('pieces("run") is a', type(coroutine).__name__)
print("state:", inspect.getcoroutinestate(coroutine))
del coroutine  # thrown away, without having printed anything
