# SPDX-License-Identifier: MIT
"""Whether anybody outside can act: then virtual time may not jump.

Outside are a child process, a timer of the system, a thread at real work, and a descriptor at whose other end is somebody else. Sockets that only
listen, and both ends of a connection inside this process, are not.
"""

import os
import signal
import socket
import stat
import sys

from . import measure, threads
from .state import S


def who(loop, selector):
    """Who it is, in a word, or None."""
    if has_children():
        return "child"
    if signal.getitimer(signal.ITIMER_REAL)[0]:
        return "timer"
    if S.threads and threads.at_work():
        return "thread"
    return descriptors(loop, selector)


def met(somebody):
    """Somebody outside acts: the program is not held up any more, and the host is told the first time."""
    writer = measure.Marks.writer
    if writer.patient:
        writer.hurry()
        if S.on:
            S.put(f'{{"outside":"{somebody}"}}\n')


def has_children():
    """Whether a child process runs. One that has ended acts no more, whoever has not asked for it yet."""
    try:
        ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    except OSError:
        return True
    return ended is None or children_run()


def children_run():
    """Some have ended; reads what the kernel knows of the others."""
    try:
        for task in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{task}/children", "rb", buffering=0) as stream:
                if any(map(runs, stream.readall().split())):
                    return True
    except OSError:
        return True
    return False


def runs(child):
    try:
        with open(b"/proc/%s/stat" % child, "rb", buffering=0) as stream:
            return stream.readall().rpartition(b") ")[2][:1] not in (b"Z", b"X")
    except OSError:
        return False


def descriptors(loop, selector):
    known = selector.get_map() or {}
    own = getattr(loop, "_ssock", None)
    own = -1 if own is None else own.fileno()
    mine = None
    for fd in list(known):
        if fd == own or not isinstance(fd, int):
            continue
        found = kind_of_descriptor(fd)
        if found == "inet":
            mine = own_addresses() if mine is None else mine
            found = peer(fd, mine)
        if found is not None:
            return found
    return None


def kind_of_descriptor(fd):
    """None when nobody else can be at its other end, "inet" when its address tells."""
    try:
        mode = os.fstat(fd).st_mode
    except OSError:
        return None
    if not stat.S_ISSOCK(mode):
        return own_pipe(fd, mode)
    with borrowed(fd) as sock:
        try:
            if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                return None
        except OSError:
            return None
        if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM:
            return "inet"
        return own_pair(fd)


class borrowed:
    """A socket object for a descriptor that stays the program's."""

    def __init__(self, fd):
        self._socket = socket.socket(fileno=os.dup(fd))

    def __enter__(self):
        return self._socket

    def __exit__(self, *_):
        self._socket.close()


def peer(fd, mine):
    with borrowed(fd) as sock:
        try:
            return None if sock.getpeername() in mine else "peer"
        except OSError:
            return "connecting"


def own_addresses():
    found = set()
    for fd in open_descriptors():
        try:
            if not stat.S_ISSOCK(os.fstat(fd).st_mode):
                continue
            with borrowed(fd) as sock:
                if sock.family in (socket.AF_INET, socket.AF_INET6) and not sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    found.add(sock.getsockname())
        except OSError:
            pass
    return found


def open_descriptors():
    try:
        return [int(name) for name in os.listdir("/proc/self/fd")]
    except OSError:
        return []


def own_pipe(fd, mode):
    """A pipe whose both ends are this process's alone moves nothing from outside; but that a child holds it nobody can tell."""
    if not stat.S_ISFIFO(mode):
        return "file"
    try:
        inode = os.fstat(fd).st_ino
        ends = [other for other in open_descriptors() if other != fd and _inode(other) == inode]
    except OSError:
        return "pipe"
    return None if ends else "pipe"


def _inode(fd):
    try:
        found = os.fstat(fd)
    except OSError:
        return None
    return found.st_ino if stat.S_ISFIFO(found.st_mode) else None


def own_pair(fd):
    """Sockets without an address: a pair made inside this process, or somebody else's."""
    return "socket" if sys.platform else None
