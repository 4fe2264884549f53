# SPDX-License-Identifier: MIT
"""Gives what was written to the system: in batches, to a descriptor that was inherited.

On the virtual clock with nobody outside the pipe pushes back: the program goes no further than is read. As soon as somebody
outside acts, or on the real clock, the program must never wait for its reader: what cannot be written is kept, up to a bound, and
what goes beyond it is lost and counted.
"""

import errno
import fcntl
import os
import select
import signal
from _thread import allocate_lock

from .state import OWN, Real, S

FAR_BEHIND = 100_000     # pieces of text that are not written yet
KEPT = 64 << 20          # bytes that are kept for a reader who does not read
F_SETSIG = 10            # of Linux: which signal says that a descriptor is ready
# Lines that later ones need; they are kept when events are lost.
NEEDED = (b"{", )


BUSY = allocate_lock()   # held by who gives pieces to the system


class Written:
    """How many events there are: in what was given to the system, and in the first `counted` pieces of what was not."""
    events = 0
    counted = beyond = 0


def events():
    """The index of the next event, or -1 while another thread writes. What has been counted once is not counted again."""
    if not BUSY.acquire(False):
        return -1
    try:
        return _events()
    finally:
        BUSY.release()


def _events():
    count = len(S.out)
    if count != Written.counted:
        data = "".join(S.out[Written.counted:count])
        Written.beyond += data.count("\n[") + data.startswith("[")
        Written.counted = count
    return Written.events + Written.beyond


class Writer:
    def __init__(self, fd):
        self.fd = _aside(fd)
        self.same = _identity(self.fd)
        self.patient = True      # the pipe may push back
        self._kept = []          # what could not be written yet
        self._size = 0
        self._lost = 0

    def flush(self, whole=False):
        """Writes what there is; `whole` waits for the reader, whoever he is."""
        S.flushed = Real.perf_counter()
        if not S.out and not self._kept:
            return
        if not BUSY.acquire(whole or len(S.out) > FAR_BEHIND):
            return
        try:
            with OWN:
                self._write(whole)
        except OSError:
            self.close()
        finally:
            BUSY.release()

    def flush_aside(self):
        """The same in a thread of the recorder's, while the main thread waits for something."""
        S.flushed = Real.perf_counter()
        if BUSY.acquire(False):
            try:
                self._write(False)
            except OSError:
                self.close()
            finally:
                BUSY.release()

    def _write(self, whole):
        count = len(S.out)                   # the main thread may add to it meanwhile
        data = "".join(S.out[:count]).encode("ascii")
        del S.out[:count]
        Written.events += data.count(b"\n[") + data.startswith(b"[")
        Written.counted = Written.beyond = 0
        if _identity(self.fd) != self.same:
            self.close()
        elif (self.patient or whole) and not self._kept:
            self._write_all(data)
        else:
            self._keep(data)
            self._drain(whole)

    def close(self):
        """The reader is gone, or the program has closed what is not its own: nothing is recorded any more. Nor in a child that was
        forked: it is another program."""
        S.on = False
        S.out.clear()
        self._kept.clear()

    def hurry(self):
        """Somebody outside acts: from now on the program is not held up."""
        if self.patient:
            self.patient = False
            flags = fcntl.fcntl(self.fd, fcntl.F_GETFL)
            fcntl.fcntl(self.fd, fcntl.F_SETFL, flags | os.O_NONBLOCK)

    @property
    def behind(self):
        return bool(self._kept)

    def _write_all(self, data):
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self.fd, view):]
            except BlockingIOError:
                self._wait()

    def _wait(self):
        """Until the reader has read. (select() knows no descriptor beyond 1023.)"""
        poll = select.poll()
        poll.register(self.fd, select.POLLOUT)
        poll.poll()

    def _keep(self, data):
        if self._size > KEPT:
            lines = data.splitlines(keepends=True)
            needed = [line for line in lines if line.startswith(NEEDED) or is_needed(line)]
            self._lost += len(lines) - len(needed)
            data = b"".join(needed)
        elif self._lost:
            data = b'{"lost":%d}\n' % self._lost + data
            self._lost = 0
        if data:
            self._kept.append(data)
            self._size += len(data)

    def _drain(self, whole):
        if whole and self._lost:
            self._kept.append(b'{"lost":%d}\n' % self._lost)
            self._lost = 0
        while self._kept:
            data = self._kept[0]
            try:
                written = os.write(self.fd, data[:1 << 20])
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EINTR):
                    raise
                if not whole:
                    return
                self._wait()
                continue
            self._size -= written
            if written == len(data):
                self._kept.pop(0)
            else:
                self._kept[0] = data[written:]


_needed_kinds = set()


def is_needed(line):
    """Whether an event introduces what others refer to."""
    return line.split(b",", 2)[1] in _needed_kinds


def set_needed(kinds):
    _needed_kinds.update(b"%d" % kind for kind in kinds)


def watch_host(fd):
    """The end of this pipe is the end of our host: the kernel kills the whole process group then. No thread has to wait for it."""
    moved = _aside(fd)
    fcntl.fcntl(moved, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(moved, F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(moved, fcntl.F_SETFL, fcntl.fcntl(moved, fcntl.F_GETFL) | os.O_ASYNC)
    poll = select.poll()
    poll.register(moved, select.POLLIN)
    if poll.poll(0):
        os.killpg(0, signal.SIGKILL)         # it ended before
    return moved


def _identity(fd):
    try:
        found = os.fstat(fd)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _aside(fd):
    """Moves a descriptor out of the way: beyond what a program closes that closes all it can have."""
    import resource
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = soft if soft != resource.RLIM_INFINITY and soft < 1 << 16 else 1 << 10
    moved = None
    try:
        if wanted == soft and (hard == resource.RLIM_INFINITY or hard >= soft + 16):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft + 16, hard))
            try:
                moved = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, wanted)
            finally:
                resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        else:
            moved = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, min(wanted, soft) - 16)
    except (OSError, ValueError):
        os.set_inheritable(fd, False)
        return fd
    os.close(fd)
    return moved
