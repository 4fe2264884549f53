import asyncio

DIVISORS = [1, 0]


async def boom(n):
    return 1 / n


async def divide(divisors):
    for n in divisors:
        task = asyncio.ensure_future(boom(n))
        try:
            print(n, await task)
        except ZeroDivisionError as error:
            print(n, "oops", error)


asyncio.run(divide(DIVISORS))
