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


# The loop calls, the object answers.
class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.peer = transport.get_extra_info("peername")
        show_timer("connection_made", self.peer)

    def data_received(self, data):
        show_timer("data_received", self.peer, data)
        self.transport.write(data)
        if data.strip() == b"quit":
            self.transport.close()

    def eof_received(self):
        show_timer("eof_received", self.peer)

    def connection_lost(self, error):
        show_timer("connection_lost", self.peer, error)


loop = asyncio.new_event_loop()
server = loop.run_until_complete(loop.create_server(Echo, "localhost", 8888))
start_timer()
try:
    loop.run_forever()  # until Ctrl+C
except KeyboardInterrupt:
    print("bye")
