"""Two deposits of 10, three times: by threads, by tasks that await in between, by tasks that do not."""
import asyncio
import concurrent.futures
import time

THREADS = 2

balance = {"threads": 0, "awaiting": 0, "whole": 0}


# In a thread the system may interrupt it at any line, and go on with another thread.
def deposit(account, name):
    seen = balance[account]
    print(name, "reads", seen)
    time.sleep(0.1)  # stands for a computation
    balance[account] = seen + 10
    print(name, "writes", balance[account])


async def deposit_awaiting(account, name):
    seen = balance[account]
    print(name, "reads", seen)
    await asyncio.sleep(0.1)  # here another task may run, and nowhere else
    balance[account] = seen + 10
    print(name, "writes", balance[account])


async def deposit_whole(account, name):
    deposit(account, name)  # the same lines as in the threads, without an await


async def main():
    run = asyncio.get_running_loop().run_in_executor
    threads = [run(executor, deposit, "threads", name) for name in ("thread1", "thread2")]
    tasks = [deposit_awaiting("awaiting", name) for name in ("await1", "await2")]
    await asyncio.gather(*threads, *tasks)
    await asyncio.gather(deposit_whole("whole", "whole1"), deposit_whole("whole", "whole2"))
    for account, amount in balance.items():
        print(f"{account}:", amount)


executor = concurrent.futures.ThreadPoolExecutor(THREADS)
asyncio.run(main())
