import asyncio

DIVISORS = [1, 0]


async def boom(n):
    return 1 / n


loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
for divisor in DIVISORS:
    loop.create_task(boom(divisor))
try:
    loop.run_forever()  # until Ctrl+C
except KeyboardInterrupt:
    print("bye")
