# SPDX-License-Identifier: MIT
"""What takes too long is given up, and tried again with more patience."""
import asyncio

LIMIT = 0.5
ANSWER_AFTER = 1.2


async def ask():
    await asyncio.sleep(ANSWER_AFTER)
    return "the answer"


async def main():
    limit = LIMIT
    while True:
        try:
            async with asyncio.timeout(limit):
                print(await ask())
                return
        except TimeoutError:
            print(f"nothing within {limit} s")
            limit *= 2


asyncio.run(main())
