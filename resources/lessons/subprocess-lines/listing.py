import asyncio
import time
from asyncio.subprocess import PIPE

PING = "sleep 0.1; echo seq 1; sleep 1; echo seq 2; sleep 1; echo seq 3; sleep 0.1"
MAKE = "sleep 0.5; echo compiling; sleep 1.2; echo error; sleep 0.1; exit 2"


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def follow(name, script):
    process = await asyncio.create_subprocess_exec("sh", "-c", script, stdout=PIPE)
    while True:
        line = await process.stdout.readline()
        if not line:
            break
        show_timer(f"{name}:", line.decode().rstrip())
    exit_code = await process.wait()
    show_timer(f"{name}: exit", exit_code)
    return exit_code


async def both():
    start_timer()
    codes = await asyncio.gather(follow("ping", PING), follow("make", MAKE))
    show_timer("codes", codes)


asyncio.run(both())
