# SPDX-License-Identifier: MIT
"""What the hooks share while a program is recorded: one object of slots, read and written on every switch.

Times are whole microseconds since the start of the run. `stamp` is the beginning of an event's line at this instant,
so that nothing has to be formatted twice. All of it belongs to the thread of the loops (the main thread).
"""

import _thread
import os
import time


class Real:
    """The clocks as they were before anything was replaced."""

    sleep = time.sleep
    monotonic = time.monotonic
    perf_counter = time.perf_counter
    thread_time = time.thread_time
    time = time.time


class State:
    __slots__ = (
        "on",           # events are written
        "out",          # list of pieces of lines that are not yet given to the system
        "put",          # out.append
        "stamp",        # "[<nanoseconds>,"
        "us",           # now, in microseconds
        "virtual",      # this recorder holds the clock
        "task",         # the task whose step runs, or None
        "lane",         # its Lane, or None
        "callback",     # the Callback that runs, or None
        "outer",        # what ran when a handle was run inside of another one
        "ended",        # the end of the running task has been written
        "wait",         # what the library said it is about to wait for: (reason, object, value), or None
        "fold",         # more than 0 while a loop runs on behalf of asyncio alone
        "passes",       # iterations of the loop that runs
        "loops",        # loops that were run
        "running",      # a loop that is shown runs
        "pending",      # text written by print() that is not ended by a line feed yet, or None
        "threads",      # other threads may be there
        "began",        # perf_counter() at the start of the run
        "main",         # ident of the main thread
        "mark",         # perf_counter() at which the thread was last known to be the program's
        "processor",    # thread_time() then
        "measured",     # computing and blocking calls count
        "reads",        # readings of the clock within this instant
        "turns",        # iterations within this instant
        "flushed",      # perf_counter() of the last write to the stream
        "reason",       # how the last loop ended: a LoopEnd, or None
    )


S = State()
S.on = False
S.out = []
S.put = S.out.append
S.stamp = "[0,"
S.us = 0
S.virtual = True
S.task = S.lane = S.callback = S.wait = S.pending = S.reason = None
S.outer = []
S.ended = S.running = S.threads = False
S.fold = S.passes = S.loops = S.reads = S.turns = 0
S.main = _thread.get_ident()
S.began = S.mark = S.flushed = Real.perf_counter()
S.measured = False


S.processor = Real.thread_time()


def cut(error):
    """Takes the recorder's frames out of a traceback; to be raised again, for a frame does not enter itself a second time."""
    at = error.__traceback__
    while at is not None and _is_own(at):
        at = at.tb_next
    error.__traceback__ = at
    while at is not None:
        if at.tb_next is not None and _is_own(at.tb_next):
            at.tb_next = at.tb_next.tb_next
        else:
            at = at.tb_next


def _is_own(entry):
    return entry.tb_frame.f_code.co_filename.startswith(FOLDER)


FOLDER = os.path.dirname(__file__) + os.sep


def unseen(function):
    """The same function; what it raises does not show that it was called."""
    def called(*args, **options):
        try:
            return function(*args, **options)
        except BaseException as error:
            cut(error)
            raise

    called.__name__, called.__qualname__, called.__doc__ = function.__name__, function.__qualname__, function.__doc__
    return called


class Own:
    """`with OWN:` around what the recorder does for itself and takes long: the program does not pay for it."""

    def __enter__(self):
        self._wall, self._processor = Real.perf_counter(), Real.thread_time()

    def __exit__(self, *_):
        S.mark += Real.perf_counter() - self._wall
        S.processor += Real.thread_time() - self._processor


OWN = Own()


def actor():
    """The lane events belong to: the running task's, else the main program's."""
    lane = S.lane
    return 0 if lane is None or lane.id < 0 else lane.id
