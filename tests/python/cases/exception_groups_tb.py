# idea: an exception group as a traceback
import asyncio
async def leaf(n): await asyncio.sleep(n / 10); raise ValueError(n)
async def branch():
    async with asyncio.TaskGroup() as g:
        g.create_task(leaf(1)); g.create_task(leaf(1))
async def main():
    async with asyncio.TaskGroup() as g:
        g.create_task(branch()); g.create_task(asyncio.sleep(9))
asyncio.run(main())
