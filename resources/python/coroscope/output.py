# SPDX-License-Identifier: MIT
"""What the program writes to its standard output and standard error: `write` is set on the stream object itself, which stays the
same object of the same type."""

import re
import select
import sys

from _thread import get_ident

from . import measure, stack, threads
from .lines import flush_print, printed
from .places import PLACES
from .state import S, cut
from .stream import KIND, event, text

PRINTED = (KIND["Printed"], KIND["PrintedError"])
CODES = PLACES.codes
LINE_FEED = [0]          # the number of that text
MARK = re.compile(r"(?:\d+s \+ \d{3}ms )?(>>>|<<<) (.+)")
MUTED = []               # not empty while a warning or report, which is an event of its own, is written
LOOKS = []               # how the stack of what is driven by hand is looked at
THREADS = {}             # ident -> what a thread has written of a line


def wrote(kind, said, frame):
    """The program has written `said`."""
    code, offset = None, 0
    while frame is not None:
        code = frame.f_code
        if (CODES.get(id(code)) or PLACES.code(code)).mine:
            offset = frame.f_lasti
            break
        frame = frame.f_back
    else:
        code = None
    if S.threads and get_ident() != S.main:
        thread_wrote(kind, said, code, offset)
        return
    lane, who = S.lane, 0
    if lane is not None and lane.id > 0:
        who = lane.id
    pending = S.pending
    if pending is not None:
        if pending[2] is code and pending[3] == offset and pending[1] == who and pending[0] == kind:
            S.pending = None
            said = pending[4] + said
        else:
            flush_print()
            pending = None
    if pending is None:
        measure.spent()
        if who:
            if S.task is not None:
                stack.look(frame)
            elif LOOKS:
                LOOKS[0](frame)
    if said[-1:] != "\n":
        S.pending = (kind, who, code, offset, said)
        return
    whole = said[:-1]
    place = 0 if code is None else PLACES.number(code, offset)
    mark = MARK.match(whole) if "<<< " in whole or ">>> " in whole else None
    if mark is None:
        printed(kind, who, whole, place, LINE_FEED[0] or line_feed())
        return
    if mark[1] == "<<<":
        event("SectionEnded", 0, who, text(mark[2]))
    printed(kind, who, whole, place, line_feed())
    if mark[1] == ">>>":
        event("SectionBegan", 0, who, text(mark[2]))


def line_feed():
    LINE_FEED[0] = text("\n")
    return LINE_FEED[0]


def thread_wrote(kind, said, code, offset):
    """What a thread writes: pieces of one call are put together, and the line is written with its end or with the next thing the
    thread does."""
    key = (kind, id(code), offset)
    pending = THREADS.pop(get_ident(), None)
    if pending is not None:
        if pending[0] == key:
            said = pending[2] + said
        else:
            _thread_printed(pending)
    pending = (key, code, said)
    if said[-1:] == "\n":
        _thread_printed(pending)
    else:
        THREADS[get_ident()] = pending


def flush_thread():
    """The calling thread does something else."""
    pending = THREADS.pop(get_ident(), None)
    if pending is not None:
        _thread_printed(pending)


def _thread_printed(pending):
    (kind, _, offset), code, said = pending
    thread = threads.me()

    def write():
        flush_print()
        ended = said[-1:] == "\n"
        place = PLACES.number(code, offset) if code else 0
        printed(kind, thread.actor, said[:-1] if ended else said, place, text("\n") if ended else 0)

    threads.say(write)


def watch(stream, kind):
    """Sets `write` on a stream."""
    write, is_error = stream.write, kind == PRINTED[1]
    getframe = sys._getframe

    def hooked(said):
        try:
            count = write(said)
            if S.on and said and type(said) is str and not (is_error and MUTED):
                try:
                    frame = getframe(1)
                except ValueError:               # the interpreter itself writes
                    frame = None
                wrote(kind, said, frame)
            return count
        except BaseException as error:           # a broken pipe, a Ctrl-C: this frame is none of the program's
            cut(error)
            raise

    hooked.__name__ = hooked.__qualname__ = "write"
    try:
        stream.write = hooked
    except AttributeError:
        pass


def watch_input(stream, name):
    """A read of standard input keeps the thread until somebody has typed something."""
    read = getattr(stream, name)
    getframe = sys._getframe

    def hooked(*size):
        try:
            if not S.running or not S.on or threads.elsewhere() or not waits(stream):
                return read(*size)
            return measure.blocking(lambda: read(*size), f"sys.stdin.{name}()", caller())
        except BaseException as error:
            cut(error)
            raise

    def caller():
        try:
            return getframe(2)
        except ValueError:
            return None

    hooked.__name__ = hooked.__qualname__ = name
    try:
        setattr(stream, name, hooked)
    except AttributeError:
        pass


def waits(stream):
    """Whether nothing can be read at once."""
    try:
        poll = select.poll()
        poll.register(stream.fileno(), select.POLLIN)
        return not poll.poll(0)
    except (OSError, ValueError):
        return False


def install():
    if sys.stdin is not None:
        watch_input(sys.stdin, "readline")
        watch_input(sys.stdin, "read")
    for stream, kind in zip((sys.stdout, sys.stderr), PRINTED):
        if stream is not None:
            watch(stream, kind)
