import asyncio
import time

LATENCY = 0.05


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


# The server's end of a simulated connection.
class Connection(asyncio.Transport):
    def __init__(self, client, protocol):
        super().__init__({"peername": client.peer})
        self.client, self.protocol, self.closing = client, protocol, False
        loop.call_soon(protocol.connection_made, self)

    def write(self, data):
        if not self.closing:
            loop.call_later(LATENCY, self.client.receives, data)

    def is_closing(self):
        return self.closing

    def close(self):
        if not self.closing:
            self.closing = True
            loop.call_soon(self.protocol.connection_lost, None)


# A simulated client: connects, sends and hangs up at given instants.
class Client:
    def __init__(self, factory, peer):
        self.factory, self.peer = factory, peer

    def connect(self, when):
        loop.call_later(when, self.connected)

    def connected(self):
        self.connection = Connection(self, self.factory())

    def send(self, when, data):
        loop.call_later(when, self.arrived, data)

    def arrived(self, data):
        if not self.connection.closing:
            self.connection.protocol.data_received(data)

    def hang_up(self, when):
        loop.call_later(when, self.hung_up)

    def hung_up(self):
        if not self.connection.closing and not self.connection.protocol.eof_received():
            self.connection.close()

    def receives(self, data):
        print(self.peer, "receives", data)


def server():
    reader = asyncio.StreamReader(loop=loop)
    return asyncio.StreamReaderProtocol(reader, serve, loop=loop)


loop = asyncio.new_event_loop()
start_timer()
one = Client(server, "one")
two = Client(server, "two")
one.connect(0.1)
two.connect(0.2)
one.send(0.5, b"hel")
two.send(0.6, b"salut\nca va\n")
one.send(0.7, b"lo\n")
one.hang_up(1.0)
two.hang_up(1.5)
loop.run_forever()
