# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies outside of a lesson's program, on the virtual clock: clients of its server, and the processes it starts."""

import asyncio
import contextlib
import shlex
from unittest import mock

# What the clients of a lesson do: their names, when they connect, what they send when, and when they hang up.
CLIENTS = {
    "echo-protocol": [("one", 0.1, [(0.5, b"hello")], 1.0), ("two", 0.2, [(0.6, b"salut"), (1.5, b"quit")], None)],
    "echo-streams": [("one", 0.1, [(0.5, b"hel"), (0.7, b"lo\n")], 1.0), ("two", 0.2, [(0.6, b"salut\nca va\n")], 1.5)],
}


class Connection(asyncio.Transport):
    """The server's end."""

    def __init__(self, loop, client, protocol):
        super().__init__({"peername": client.peer})
        self.loop, self.client, self.protocol, self.closing = loop, client, protocol, False
        loop.call_soon(protocol.connection_made, self)

    def write(self, data):
        if not self.closing:
            self.loop.call_later(self.client.latency, self.client.receives, data)

    def is_closing(self):
        return self.closing

    def close(self):
        if not self.closing:
            self.closing = True
            self.loop.call_soon(self.protocol.connection_lost, None)


class Client:
    def __init__(self, loop, factory, peer, latency, show):
        self.loop, self.factory, self.peer, self.latency, self.show = loop, factory, peer, latency, show

    def connect(self):
        self.connection = Connection(self.loop, self, self.factory())

    def send(self, data):
        if not self.connection.closing:
            self.connection.protocol.data_received(data)

    def hang_up(self):
        if not self.connection.closing and not self.connection.protocol.eof_received():
            self.connection.close()

    def receives(self, data):
        self.show(self.peer, "receives", data)


class Process:
    """`sh -c SCRIPT`, of a script that sleeps, echoes and exits."""

    def __init__(self, loop, script):
        self.stdout = asyncio.StreamReader(loop=loop)
        self.exited = loop.create_future()
        now, code = 0, 0
        for command in script.split(";"):
            word, *arguments = shlex.split(command)
            if word == "sleep":
                now = round(now + float(arguments[0]), 6)
            elif word == "echo":
                loop.call_later(now, self.stdout.feed_data, f"{' '.join(arguments)}\n".encode())
            elif word == "exit":
                code = int(arguments[0])
            else:
                raise ValueError(command)
        loop.call_later(now, self.exit, code)

    def exit(self, code):
        self.stdout.feed_eof()
        self.exited.set_result(code)

    async def wait(self):
        return await self.exited


@contextlib.contextmanager
def outside(lesson, latency, show):
    """Within it servers have the clients of `lesson`, whose answers come after `latency` seconds and are given to `show`,
    and child processes are simulated."""

    async def create_server(loop, factory, host, port):
        for peer, connects, sends, hangs_up in CLIENTS[lesson]:
            client = Client(loop, factory, peer, latency, show)
            loop.call_later(connects, client.connect)
            for when, data in sends:
                loop.call_later(when, client.send, data)
            if hangs_up is not None:
                loop.call_later(hangs_up, client.hang_up)

    async def start_server(connected, host, port):
        loop = asyncio.get_running_loop()

        def factory():
            return asyncio.StreamReaderProtocol(asyncio.StreamReader(loop=loop), connected, loop=loop)
        await create_server(loop, factory, host, port)

    async def create_subprocess_exec(shell, option, script, stdout):
        assert (shell, option, stdout) == ("sh", "-c", asyncio.subprocess.PIPE)
        return Process(asyncio.get_running_loop(), script)

    with mock.patch.object(asyncio.BaseEventLoop, "create_server", create_server), \
            mock.patch.object(asyncio, "start_server", start_server), \
            mock.patch.object(asyncio, "create_subprocess_exec", create_subprocess_exec):
        yield
