import asyncio
import inspect


def synchro():
    pass


async def asynchro():
    await synchro()


print("isawaitable:", inspect.isawaitable(synchro()))
try:
    asyncio.run(asynchro())
except TypeError as error:
    print(f"TypeError: {error}")
