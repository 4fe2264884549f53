# SPDX-License-Identifier: MIT
"""In a task group nobody is forgotten: when one fails, the others are cancelled."""
import asyncio

FAILS_AFTER = 0.6


async def steady(name, pause):
    try:
        for n in range(5):
            print(name, n)
            await asyncio.sleep(pause)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def fragile():
    await asyncio.sleep(FAILS_AFTER)
    raise RuntimeError("broken")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(steady("left", 0.25), name="left")
            group.create_task(steady("right", 0.4), name="right")
            group.create_task(fragile(), name="fragile")
    except* RuntimeError as errors:
        print("the group ended with", errors.exceptions)


asyncio.run(main())
