# idea: a server that turns messages around, with clients of all sorts
import asyncio
async def serve(r, w):
    try:
        while data := await r.readuntil(b";"):
            w.write(data[::-1]); await w.drain()
            if data == b"quit;": break
    except asyncio.IncompleteReadError as e: print("server partial", e.partial)
    finally:
        w.close(); await w.wait_closed()
async def client(port, n):
    r, w = await asyncio.open_connection("127.0.0.1", port)
    for k in range(3):
        await asyncio.sleep(0.1 * n)
        w.write(f"c{n}m{k};".encode()); print(n, await r.readexactly(5))
    w.write(b"half" if n == 2 else b"quit;"); w.write_eof()
    print(n, "rest", await r.read()); w.close()
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await asyncio.gather(*(client(port, n) for n in (1, 2, 3)))
        try: await asyncio.wait_for(asyncio.open_connection("127.0.0.1", 1), 2)
        except OSError as e: print(type(e).__name__)
        big = await asyncio.open_connection("127.0.0.1", port)
        big[1].write(b"x" * 500_000 + b";")
        try: await big[0].readexactly(500_001)
        except asyncio.IncompleteReadError as e: print("limit", len(e.partial))
        except ConnectionResetError: print("reset")
        big[1].close()
asyncio.run(main())
