"""A server that writes faster than its client reads: drain makes it wait. The connection is a real one, within this machine."""
import asyncio
import time

PIECES = 4
PAUSE = 0.2
DRAIN = True

SIZE = 16 * 1024 * 1024  # of a piece, in bytes: more than the system keeps on the way


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def serve(reader, writer):
    for n in range(1, PIECES + 1):
        writer.write(bytes(SIZE))
        show_timer("written", n)
        if DRAIN:
            await writer.drain()
    writer.close()


async def client(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for n in range(1, PIECES + 1):
        await asyncio.sleep(PAUSE)
        await reader.readexactly(SIZE)
        show_timer("read", n)
    await reader.read()  # nothing more comes: until the server has closed
    show_timer("closed")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    start_timer()
    await client(server.sockets[0].getsockname()[1])
    server.close()


asyncio.run(main())
