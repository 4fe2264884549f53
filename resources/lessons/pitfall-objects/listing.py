import asyncio


async def foo(delay):
    await asyncio.sleep(delay)
    print("foo")


def squares(numbers):
    print("squares begins")
    for n in range(numbers):
        yield n * n


print("calling foo")
foo(4)  # runs nothing
print("calling squares")
squares(4)  # neither does this, and nobody warns
print("over")
