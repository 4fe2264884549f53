# SPDX-License-Identifier: MIT
"""A server and three clients talk through real sockets on 127.0.0.1."""
import asyncio

CLIENTS = 3
THINKING = 0.3


async def serve(reader, writer):
    line = await reader.readline()
    await asyncio.sleep(THINKING)
    writer.write(line.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(number, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"hello from client {number}\n".encode())
    print((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await asyncio.gather(*(client(n, port) for n in range(CLIENTS)))


asyncio.run(main())
