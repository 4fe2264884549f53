# SPDX-License-Identifier: MIT
"""What the program writes to its standard output and standard error: `write` is set on the stream object itself, which stays the
same object of the same type."""

import re
import sys

from _thread import get_ident

from . import measure, stack, threads
from .places import PLACES, place_of, program_frame
from .state import S, actor
from .stream import KIND, LINE, event, text

PRINTED = (KIND["Printed"], KIND["PrintedError"])
MARK = re.compile(r"(?:\d+s \+ \d{3}ms )?(>>>|<<<) (.+)")
PIECE = LINE // 12
THREADS = {}             # ident -> what a thread has written of a line


class Pending:
    """A line that is not ended yet."""
    __slots__ = ("kind", "actor", "text", "place", "key")

    def __init__(self, kind, who, said, place, key):
        self.kind, self.actor, self.text, self.place, self.key = kind, who, said, place, key


def flush_print():
    """Writes the line that has no end yet."""
    pending, S.pending = S.pending, None
    if pending is not None and S.on:
        _printed(pending.kind, pending.actor, pending.text, pending.place, 0)


def _printed(kind, who, said, place, end):
    while len(said) > PIECE:
        S.put(f"{S.stamp}{kind},0,{who},{text(said[:PIECE])},{place},0]\n")
        said = said[PIECE:]
    S.put(f"{S.stamp}{kind},0,{who},{text(said)},{place},{end}]\n")


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
    if S.task is not None and who > 0:
        stack.look(frame)
    whole = said[:-1]
    mark = MARK.match(whole) if "<<< " in whole or ">>> " in whole else None
    if mark and mark[1] == "<<<":
        event("SectionEnded", 0, who, text(mark[2]))
    _printed(kind, who, whole, place, text("\n"))
    if mark and mark[1] == ">>>":
        event("SectionBegan", 0, who, text(mark[2]))


def thread_wrote(kind, said, frame):
    """Pieces of a line are put together a thread; the line is written as soon as it ends."""
    thread = threads.me()
    whole = THREADS.pop(get_ident(), "") + said
    if whole[-1:] != "\n":
        THREADS[get_ident()] = whole
        return
    code, offset = (None, 0) if frame is None else (frame.f_code, frame.f_lasti)

    def write():
        flush_print()
        _printed(kind, thread.actor, whole[:-1], PLACES.number(code, offset) if code else 0, text("\n"))

    threads.say(write)


def watch(stream, kind):
    """Sets `write` on a stream."""
    write = stream.write
    getframe = sys._getframe

    def hooked(said):
        count = write(said)
        if S.on and said and type(said) is str:
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
