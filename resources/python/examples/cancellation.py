# SPDX-License-Identifier: MIT
"""A task that is cancelled cleans up before it goes."""
import asyncio

PATIENCE = 0.8
CLEANING = 0.3


async def download():
    try:
        for part in range(10):
            print("part", part)
            await asyncio.sleep(0.25)
    except asyncio.CancelledError:
        print("cancelled: cleaning up")
        await asyncio.sleep(CLEANING)
        print("clean")
        raise


async def main():
    task = asyncio.create_task(download(), name="download")
    await asyncio.sleep(PATIENCE)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: the download was cancelled")


asyncio.run(main())
