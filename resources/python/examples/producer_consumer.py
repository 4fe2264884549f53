# SPDX-License-Identifier: MIT
"""A producer and two consumers with a queue between them: who is too fast has to wait."""
import asyncio

ITEMS = 8
ROOM = 2
COOKING = 0.2
EATING = 0.7


async def cook(orders):
    for item in range(ITEMS):
        await asyncio.sleep(COOKING)
        await orders.put(item)
        print(f"cooked {item}")


async def eat(name, orders):
    while True:
        item = await orders.get()
        await asyncio.sleep(EATING)
        print(f"{name} ate {item}")
        orders.task_done()


async def main():
    orders = asyncio.Queue(ROOM)
    guests = [asyncio.create_task(eat(name, orders), name=name) for name in ("Ada", "Guido")]
    await cook(orders)
    await orders.join()
    for guest in guests:
        guest.cancel()


asyncio.run(main())
