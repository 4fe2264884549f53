import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def network():
    for chunk in ("a=1\nb=", "2\nc=3", "\nd=4\n"):
        await asyncio.sleep(1)
        yield chunk


def parse_line(line):
    name, value = line.split("=")
    return name, value


# Ordinary: wants it all.
def parse(text):
    for line in text.splitlines():
        yield parse_line(line)


# Contaminated: takes what comes.
async def parse_piecewise(chunks):
    rest = ""
    async for chunk in chunks:
        *lines, rest = (rest + chunk).split("\n")
        for line in lines:
            yield parse_line(line)


async def both_ways():
    start_timer()
    text = ""
    async for chunk in network():
        text += chunk
    for pair in parse(text):
        show_timer("whole", pair)

    async for pair in parse_piecewise(network()):
        show_timer("piecewise", pair)


asyncio.run(both_ways())
