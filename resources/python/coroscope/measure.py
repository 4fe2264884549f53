# SPDX-License-Identifier: MIT
"""How long the program holds the thread by itself: computing, and calls that wait for the system.

On the virtual clock time stands still while the program runs, but for what takes more than COUNTS. The wall clock, which is cheap,
decides first; only then the processor time of the thread and the time it waited for a processor are read. Computing counts by
processor time, waiting in a call by what is left of the wall clock. Both are shown as a blocking span that is marked as measured.
"""

import os
import sys

from . import clock, outside, sampler, threads
from .lines import flush_print
from .places import PLACES, place_of, program_frame
from .state import OWN, Real, S, actor
from .stream import event, text

COUNTS = 0.005           # seconds
OFTEN = 0.001            # how old the marks of processor time may be
SELDOM = 0.004           # and those of waiting for a processor, which are read from a file
perf_counter, thread_time = Real.perf_counter, Real.thread_time


class Marks:
    next = 0.0           # perf_counter() at which the marks are renewed
    queued = 0.0         # seconds waited for a processor when that was last asked for, and when that was
    asked = 0.0
    file = None          # /proc/thread-self/schedstat
    writer = None
    sampler = None


def run_queue_wait():
    """Seconds the thread was ready and had no processor."""
    try:
        if Marks.file is None:
            Marks.file = f"/proc/self/task/{os.getpid()}/schedstat"
        with open(Marks.file, "rb", buffering=0) as stream:
            return int(stream.read().split()[1]) * 1e-9
    except (OSError, IndexError, ValueError):
        return 0.0


def renew(now):
    S.processor = thread_time()
    Marks.next = now + OFTEN
    if not Marks.sampler.runs and S.on:
        Marks.sampler.start()                    # it ends before a fork
    if now - Marks.asked > SELDOM and S.measured and S.virtual:
        Marks.queued = run_queue_wait()
        Marks.asked = now


def tick():
    """On the real clock: the time of the next event."""
    if threads.All.said:
        threads.listen()
    clock.move(round((perf_counter() - S.began) * 1_000_000))


def settle(now):
    """At the end of a step: counts what it took, and writes the stream when it is time."""
    if not S.virtual:
        tick()
    elif now - S.mark > COUNTS and S.measured and S.running and not S.fold:
        count(now)
    if now > Marks.next:
        renew(now)
    if now - S.flushed > 0.05 or len(S.out) > 2_000:
        Marks.writer.flush()


def spent():
    """In the middle of a step, before the time is looked at."""
    if not S.virtual:
        tick()
    elif S.measured and S.running and not S.fold:
        now = perf_counter()
        if now - S.mark > COUNTS:
            count(now)
            S.mark = perf_counter()
    if len(S.out) > 2_000:
        Marks.writer.flush()


def count(now):
    """The program has had the thread since S.mark."""
    wall = now - S.mark
    processor = min(thread_time() - S.processor, wall)
    waited = wall - processor - max(0.0, run_queue_wait() - Marks.queued)
    Marks.asked = 0.0
    renew(now)
    taken = processor + (waited if waited > COUNTS else 0.0)
    if taken > COUNTS:
        seen = Marks.sampler.seen() if Marks.sampler is not None else None
        if seen is None:
            span("computing" if processor >= waited else "waiting", taken, place_of(program_frame(sys._getframe(1))))
        else:
            function, code, offset = seen
            span(name_of(processor < waited, function, code, offset), taken, PLACES.number(code, offset))


def name_of(waits, function, code, offset):
    """What took so long: the call as it is written, else the function of the library that was called, else that it computes."""
    if waits or function != code.co_name:
        with OWN:
            return sampler.call_text(code, offset) or (f"{function}()" if function != code.co_name else "waiting")
    return "computing"


def blocking(call, what, frame):
    """A call that is known to wait for somebody outside: shown from its beginning, and it takes as long as it takes."""
    spent()
    frame = program_frame(frame)
    if frame is not None and "input" in frame.f_code.co_names:
        what = "input()"
    flush_print()
    who = actor()
    event("BlockBegan", 1, who, text(what), place_of(frame))
    outside.met("input")
    Marks.writer.flush()
    since = perf_counter()
    try:
        return call()
    finally:
        taken = perf_counter() - since
        if not S.virtual:
            tick()
        elif taken > COUNTS and S.measured:
            clock.move(S.us + round(taken * 1_000_000))
        event("BlockEnded", 0, who)
        S.mark = perf_counter()
        renew(S.mark)


def span(what, taken, place):
    """Time goes on by what was measured."""
    us = round(taken * 1_000_000)
    who = actor()
    event("BlockBegan", 1, who, text(what), place, us * 1000)
    clock.move(S.us + us)
    event("BlockEnded", 0, who)
