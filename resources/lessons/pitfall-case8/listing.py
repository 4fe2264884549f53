import asyncio
import inspect


def synchro():
    pass


async def asynchro():
    await synchro()  # as "await None" would be: valid to the compiler, wrong when it runs


print("isawaitable:", inspect.isawaitable(synchro()))
try:
    asyncio.run(asynchro())
except TypeError as error:
    print(f"TypeError: {error}")
