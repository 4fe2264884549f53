# SPDX-License-Identifier: MIT
"""Three tasks take turns: while one waits, the others work."""
import asyncio

TASKS = 3
STEPS = 3
PAUSE = 0.5


async def worker(name, pause):
    for step in range(STEPS):
        print(f"{name}: step {step}")
        await asyncio.sleep(pause)
    return f"{name} is done"


async def main():
    workers = [worker(f"worker {n}", PAUSE + n / 10) for n in range(TASKS)]
    print(await asyncio.gather(*workers))


asyncio.run(main())
