# SPDX-License-Identifier: MIT
"""What the kernel knows of a thread (threads.Thread): what it waits in, and how much of the processor it had."""

import os
import struct
import time

FUTEX = {"x86_64": b"202", "aarch64": b"98"}.get(os.uname().machine, b"202")
LOADED, MOVED = 1, 3         # PT_LOAD, ET_DYN


def processor_of(thread):
    """Seconds of processor time."""
    try:
        return time.clock_gettime(time.pthread_getcpuclockid(thread.ident)) if thread.ident else 0.0
    except OSError:
        return 0.0


def call_of(thread):
    """The number of the system call the thread waits in, as text; None when it runs, would run, or waits for the interpreter."""
    try:
        with open(f"/proc/self/task/{thread.native}/syscall", "rb", buffering=0) as stream:
            call, *arguments = stream.read(64).split()
    except (OSError, ValueError):
        return b""
    if call == b"running" or call == FUTEX and Interpreter.holds(int(arguments[0], 16)):
        return None
    return call


class Interpreter:
    """The memory of what is static in the interpreter: its global lock is there, the program's locks are not."""
    first = last = 0

    @classmethod
    def holds(cls, address):
        if not cls.last:
            cls.find()
        return cls.first <= address < cls.last

    @classmethod
    def find(cls):
        cls.last = 1
        try:
            with open("/proc/self/maps", "rb") as stream:
                spans = [(*(int(end, 16) for end in line.split()[0].split(b"-")), line.split(maxsplit=5)[5:]) for line in stream]
            file = next(name for first, last, name in spans if first <= id(int) < last)
            cls.first = next(first for first, last, name in spans if name == file)
            with open(file[0].rstrip(b"\n"), "rb") as stream:
                cls.last = cls.end(stream.read(4096), cls.first)
        except (OSError, StopIteration, IndexError, struct.error):
            cls.first = 0

    @staticmethod
    def end(head, first):
        """Where the memory of an ELF file ends that begins at `first`."""
        kind, = struct.unpack_from("<16xH", head)
        table, size, count = struct.unpack_from("<32xQ14xHH", head)
        parts = [struct.unpack_from("<I12xQ8xQQ", head, table + size * at) for at in range(count)]
        end = max(address + length for what, address, _, length in parts if what == LOADED)
        return end + (first if kind == MOVED else 0)
