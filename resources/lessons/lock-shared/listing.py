import asyncio
import time

TASKS = 3
LOCKED = True


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


class Account:
    balance = 0


async def deposit(account, name):
    seen = account.balance
    show_timer(name, "reads", seen)
    await asyncio.sleep(0.1)
    account.balance = seen + 10
    show_timer(name, "writes", account.balance)


async def deposit_locked(account, name, lock):
    async with lock:
        await deposit(account, name)


async def without_lock(tasks):
    account = Account()
    names = [chr(ord("a") + i) for i in range(tasks)]
    await asyncio.gather(*(deposit(account, name) for name in names))
    show_timer("without lock:", account.balance)


async def with_lock(tasks):
    account = Account()
    lock = asyncio.Lock()
    names = [chr(ord("a") + i) for i in range(tasks)]
    await asyncio.gather(*(deposit_locked(account, name, lock) for name in names))
    show_timer("with lock:", account.balance)


async def deposits(tasks, locked):
    start_timer()
    await without_lock(tasks)
    if locked:
        await with_lock(tasks)


asyncio.run(deposits(TASKS, LOCKED))
