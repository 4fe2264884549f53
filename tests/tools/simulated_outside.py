# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies outside of a lesson's program, on the virtual clock: clients of its server, connections within it, the processes
it starts, signals, and the processor."""

import asyncio
import contextlib
import shlex
import signal
import socket
import sys
import threading
import time
from unittest import mock

# What the clients of a lesson do: their names, when they connect, what they send when, and when they hang up.
CLIENTS = {
    "echo-protocol": [("one", 0.1, [(0.5, b"hello")], 1.0), ("two", 0.2, [(0.6, b"salut"), (1.5, b"quit")], None)],
    "echo-basic": [("one", 0.1, [(0.5, b"hel"), (0.7, b"lo\n")], 1.0), ("two", 0.2, [(0.6, b"salut\nca va\n")], 1.5)],
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


class Wire(asyncio.Transport):
    """One end of a connection within the program. What is written goes over in pieces, as long as the other end reads."""

    PIECE, HIGH = 64 * 1024, 64 * 1024

    def __init__(self, loop, protocol):
        super().__init__()
        self.loop, self.protocol, self.other = loop, protocol, None
        self.buffer, self.reading, self.full, self.closing, self.moving = bytearray(), True, False, False, False

    def connect(self, other):
        self.other = other
        self.protocol.connection_made(self)

    def write(self, data):
        self.buffer += data
        if not self.full and len(self.buffer) > self.HIGH:
            self.full = True
            self.protocol.pause_writing()
        self.move()

    def move(self):
        if not self.moving:
            self.moving = True
            self.loop.call_soon(self.move_piece)

    def move_piece(self):
        self.moving = False
        if not self.other.reading or not (self.buffer or self.closing):
            return
        if not self.buffer:
            self.other.protocol.eof_received()
            return
        piece = bytes(self.buffer[:self.PIECE])
        del self.buffer[:self.PIECE]
        self.other.protocol.data_received(piece)
        if self.full and len(self.buffer) <= self.HIGH // 4:
            self.full = False
            self.protocol.resume_writing()
        self.move()

    def pause_reading(self):
        self.reading = False

    def resume_reading(self):
        self.reading = True
        self.other.move()

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True
        self.move()


class Server:
    """Of asyncio.start_server(), for open_connection() from within the program."""

    def __init__(self, loop, factory):
        self.loop, self.factory, self.sockets = loop, factory, [self]

    def getsockname(self):
        return "127.0.0.1", 1

    def close(self):
        pass

    def connection(self):
        reader = asyncio.StreamReader(loop=self.loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=self.loop)
        ours, theirs = Wire(self.loop, protocol), Wire(self.loop, self.factory())
        ours.connect(theirs)
        theirs.connect(ours)
        return reader, asyncio.StreamWriter(ours, protocol, reader, self.loop)


class Signals:
    """Whoever has asked for a signal is called in the next pass of the loop."""

    def __init__(self):
        self.handlers = {}

    def add(self, loop, number, callback, *args):
        self.handlers[number] = lambda: loop.call_soon(callback, *args)

    def raise_signal(self, number):
        self.handlers[number]()


class Sockets:
    """A pair of sockets, one of which a loop watches, and the timers of threads that do something to them."""

    def __init__(self):
        self.loop = self.readable = None
        self.arrived = b""

    def pair(self):
        return self, self

    def watch(self, loop, watched, callback):
        self.loop, self.readable = loop, callback

    def send(self, data):
        self.arrived += data
        self.loop.call_soon(self.readable)

    def recv(self, most):
        data, self.arrived = self.arrived[:most], self.arrived[most:]
        return data

    def timer(self, seconds, function, arguments):
        return mock.Mock(start=lambda: self.loop.call_later(seconds, function, *arguments))


class Processor:
    """time.process_time() of a program that computes where it asks again and again, and nowhere else."""

    STEP = 0.01

    def __init__(self):
        self.steps, self.asked_at = 0, None

    def time(self):
        frame = sys._getframe(1)
        here = frame.f_code, frame.f_lineno
        if here == self.asked_at:
            self.steps += 1
            time.sleep(self.STEP)
        self.asked_at = here
        return self.steps * self.STEP


@contextlib.contextmanager
def outside(lesson, latency, show):
    """Within it servers have the clients of `lesson`, whose answers come after `latency` seconds and are given to `show`;
    other connections, child processes, signals, sockets and the use of the processor are simulated."""
    signals, sockets, servers = Signals(), Sockets(), []

    async def create_server(loop, factory, host, port):
        servers.append(Server(loop, factory))
        for peer, connects, sends, hangs_up in CLIENTS.get(lesson, []):
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
        return servers[-1]

    async def open_connection(host, port):
        return servers[-1].connection()

    async def create_subprocess_exec(shell, option, script, stdout):
        assert (shell, option, stdout) == ("sh", "-c", asyncio.subprocess.PIPE)
        return Process(asyncio.get_running_loop(), script)

    with mock.patch.object(asyncio.BaseEventLoop, "create_server", create_server), \
            mock.patch.object(asyncio, "start_server", start_server), \
            mock.patch.object(asyncio, "open_connection", open_connection), \
            mock.patch.object(asyncio.SelectorEventLoop, "add_signal_handler", lambda loop, *args: signals.add(loop, *args)), \
            mock.patch.object(signal, "raise_signal", signals.raise_signal), \
            mock.patch.object(asyncio.SelectorEventLoop, "add_reader", lambda loop, *args: sockets.watch(loop, *args)), \
            mock.patch.object(socket, "socketpair", sockets.pair), \
            mock.patch.object(threading, "Timer", sockets.timer), \
            mock.patch.object(time, "process_time", Processor().time), \
            mock.patch.object(asyncio, "create_subprocess_exec", create_subprocess_exec):
        yield
