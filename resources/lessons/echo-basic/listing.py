"""The echo server of PEP 492. Talk to it from another terminal, with `nc localhost 8000`."""
import asyncio


async def handle_connection(reader, writer):
    print("New connection...")
    while True:
        data = await reader.read(8192)
        if not data:
            break
        print("Sending", data, "back")
        writer.write(data)
    writer.close()


async def echo_server():
    print("Serving on localhost:8000")
    await asyncio.start_server(handle_connection, "localhost", 8000)


loop = asyncio.new_event_loop()
loop.run_until_complete(echo_server())
try:
    loop.run_forever()  # until Ctrl+C
except KeyboardInterrupt:
    print("bye")
