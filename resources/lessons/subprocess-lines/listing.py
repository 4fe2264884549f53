import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


# A simulated child process: prints lines at given instants, then exits.
class Process:
    def __init__(self, lines, exit_at, code):
        loop = asyncio.get_running_loop()
        self.stdout = asyncio.StreamReader(loop=loop)
        self.exited = loop.create_future()
        for at, text in lines:
            loop.call_later(at, self.stdout.feed_data, f"{text}\n".encode())
        loop.call_later(exit_at, self.exit, code)

    def exit(self, code):
        self.stdout.feed_eof()
        self.exited.set_result(code)

    async def wait(self):
        return await self.exited


async def create_subprocess(lines, exit_at, code):
    return Process(lines, exit_at, code)


async def follow(name, lines, exit_at, code):
    process = await create_subprocess(lines, exit_at, code)
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
    ping = [(0.1, "seq 1"), (1.1, "seq 2"), (2.1, "seq 3")]
    make = [(0.5, "compiling"), (1.7, "error")]
    codes = await asyncio.gather(follow("ping", ping, 2.2, 0), follow("make", make, 1.8, 2))
    show_timer("codes", codes)


asyncio.run(both())
