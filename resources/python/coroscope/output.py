# SPDX-License-Identifier: MIT
"""What the program writes to its standard output and standard error: `write` is set on the stream object itself, which stays the
same object of the same type."""

import re
import sys

from _thread import get_ident

from . import measure, stack, threads
from .lines import Pending, flush_print, printed
from .places import PLACES, place_of, program_frame
from .state import S, actor
from .stream import KIND, event, text

PRINTED = (KIND["Printed"], KIND["PrintedError"])
MARK = re.compile(r"(?:\d+s \+ \d{3}ms )?(>>>|<<<) (.+)")
MUTED = []               # not empty while a warning or report, which is an event of its own, is written
LOOKS = []               # how the stack of what is driven by hand is looked at
THREADS = {}             # ident -> what a thread has written of a line


def wrote(kind, said, frame):
    """The program has written `said`."""
    frame = program_frame(frame)
    if S.threads and get_ident() != S.main:
        return thread_wrote(kind, said, frame)
    measure.spent()
    who, place = actor(), place_of(frame)
    key = (kind, who, id(frame), 0 if frame is None else frame.f_lasti)
    pending = S.pending
    if pending is not None:
        if pending.key == key:
            S.pending = None
            said = pending.text + said
        else:
            flush_print()
    if said[-1:] != "\n":
        S.pending = Pending(kind, who, said, place, key)
        return
    if who > 0:
        if S.task is not None:
            stack.look(frame)
        elif LOOKS:
            LOOKS[0](frame)
    whole = said[:-1]
    mark = MARK.match(whole) if "<<< " in whole or ">>> " in whole else None
    if mark and mark[1] == "<<<":
        event("SectionEnded", 0, who, text(mark[2]))
    printed(kind, who, whole, place, text("\n"))
    if mark and mark[1] == ">>>":
        event("SectionBegan", 0, who, text(mark[2]))


def thread_wrote(kind, said, frame):
    """What a thread writes: pieces of one call are put together, and the line is written with its end or with the next thing the
    thread does."""
    code, offset = (None, 0) if frame is None else (frame.f_code, frame.f_lasti)
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
    write, error = stream.write, kind == PRINTED[1]
    getframe = sys._getframe

    def hooked(said):
        count = write(said)
        if S.on and said and type(said) is str and not (error and MUTED):
            try:
                frame = getframe(1)
            except ValueError:               # the interpreter itself writes
                frame = None
            wrote(kind, said, frame)
        return count

    hooked.__name__ = hooked.__qualname__ = "write"
    try:
        stream.write = hooked
    except AttributeError:
        pass


def install():
    for stream, kind in zip((sys.stdout, sys.stderr), PRINTED):
        if stream is not None:
            watch(stream, kind)
