import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def request(name, delay):
    show_timer("ask", name)
    await asyncio.sleep(delay)
    if name == "missing":
        raise LookupError(name)
    return f"<{name}>"


async def start():
    requests = [("index", 1), ("page", 0.3), ("image", 0.5), ("missing", 0.2)]
    try:
        for name, delay in requests:
            answer = await request(name, delay)
            show_timer("got", answer)
    except LookupError as error:
        show_timer("failed", repr(error))


start_timer()
asyncio.run(start())
