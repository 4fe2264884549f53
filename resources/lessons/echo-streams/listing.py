"""An echo server. Talk to it from another terminal, with `nc localhost 8888`."""
import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


async def serve(reader, writer):
    peer = writer.get_extra_info("peername")
    show_timer(peer, "connected")
    while True:
        line = await reader.readline()
        if not line:
            break
        show_timer(peer, "said", line)
        writer.write(line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    show_timer(peer, "left")


loop = asyncio.new_event_loop()
server = loop.run_until_complete(asyncio.start_server(serve, "localhost", 8888))
start_timer()
try:
    loop.run_forever()  # until Ctrl+C
except KeyboardInterrupt:
    print("bye")
