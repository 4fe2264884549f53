# SPDX-License-Identifier: MIT
"""A thread that writes the stream while the program computes or waits in a call nobody knows of: what has happened is told within 50 ms,
also of a program that is killed. On the virtual clock it looks now and then at what the main thread does while a step takes long, too: so
what was measured has a name and a line. It holds no lock of the program's."""

import os
import sys
from _thread import allocate_lock, get_ident, start_new_thread

from . import threads
from .places import PLACES
from .state import Real, S

EVERY, SELDOM = 0.005, 0.02    # seconds; seldom while no step takes long
SLOW = 0.003                   # seconds a step has taken that is worth a look
PATIENCE = 40                  # looks at nothing after which it looks seldom
STALE = 0.03                   # seconds for which events may lie about


class Sampler:
    def __init__(self, writer, looks):
        self._writer, self._looks = writer, looks
        self._wake = allocate_lock()         # released to end the thread at once
        self._ended = allocate_lock()
        self.runs = False
        self._mark = None                    # S.mark of the step that was seen
        self._seen = None                    # (function, code of the program, offset)

    def start(self):
        if not self.runs:
            self.runs = True
            self._wake.acquire(False)
            self._ended.acquire(False)
            start_new_thread(self._look, ())

    def stop(self):
        """Before a fork, and at the end: a forked process must not be said to have threads."""
        if self.runs:
            self._wake.release()
            self._ended.acquire()
            self.runs = False

    def forked(self):
        self.runs = False

    def _look(self):
        threads.All.helpers.add(get_ident())
        try:
            idle = 0
            while not self._wake.acquire(timeout=EVERY if self._looks and idle < PATIENCE else SELDOM):
                idle = 0 if self._sample() else idle + 1
        finally:
            threads.All.helpers.discard(get_ident())
            self._ended.release()

    def _sample(self):
        now = Real.perf_counter()
        if now - S.flushed > STALE and S.on and (S.out or self._writer.behind):
            self._writer.flush_aside()
        mark = S.mark
        if not S.running or not self._looks or now - mark < SLOW or threads.All.main_waits:
            return False
        frame = sys._current_frames().get(S.main)
        if frame is None:
            return False
        name = frame.f_code.co_name
        while frame is not None and not PLACES.code(frame.f_code).mine:
            name = frame.f_code.co_name
            frame = frame.f_back
        if frame is not None and mark == S.mark:
            self._seen = (name, frame.f_code, frame.f_lasti)
            self._mark = mark
        return True

    def seen(self):
        """What was seen in the step that began at S.mark, or None."""
        return self._seen if self._mark == S.mark else None


def call_text(code, offset):
    """The call at an instruction, as it is written; "" when it has more than one line."""
    if not hasattr(code, "co_positions"):
        return ""
    import itertools
    line, end, first, last = next(itertools.islice(code.co_positions(), offset // 2, None), (None,) * 4)
    if line is None or line != end:
        return ""
    try:
        with open(code.co_filename, "rb") as stream:
            written = next(itertools.islice(stream, line - 1, None), b"")[first:last].decode("utf-8", "replace")
    except (OSError, ValueError, TypeError):
        return ""
    return written if len(written) <= 60 and written.endswith(")") else ""


def start(writer, looks):
    """`looks`: what takes long is to have a name."""
    found = Sampler(writer, looks)
    os.register_at_fork(before=found.stop, after_in_child=found.forked)
    return found
