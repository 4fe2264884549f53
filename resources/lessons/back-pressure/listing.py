"""A quick producer, a slow consumer: a bounded queue makes the producer wait."""
import asyncio

ITEMS = 6
MAXSIZE = 2                 # 0: no bound
PRODUCE = 0.1
CONSUME = 0.4


async def producer(queue):
    for item in range(1, ITEMS + 1):
        await asyncio.sleep(PRODUCE)
        await queue.put(item)
        print("put", item, "- in the queue:", queue.qsize())
    print("producer done")


async def consumer(queue):
    for _ in range(ITEMS):
        item = await queue.get()
        await asyncio.sleep(CONSUME)
        print("consumed", item)


async def main():
    queue = asyncio.Queue(MAXSIZE)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
