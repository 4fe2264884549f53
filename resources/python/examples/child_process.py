# SPDX-License-Identifier: MIT
"""A child process works, and a task of our own goes on meanwhile."""
import asyncio
import sys

LINES = 3
CHILD = f"""
import time
for n in range({LINES}):
    print("line", n, flush=True)
    time.sleep(0.2)
"""


async def tick():
    while True:
        print("tick")
        await asyncio.sleep(0.1)


async def main():
    ticking = asyncio.create_task(tick())
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, stdout=asyncio.subprocess.PIPE)
    async for line in child.stdout:
        print("child says:", line.decode().strip())
    print("child ended with", await child.wait())
    ticking.cancel()


asyncio.run(main())
