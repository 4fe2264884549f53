# SPDX-License-Identifier: MIT
"""The functions of `time` and `datetime`, which tell virtual time."""

import sys
import time

from . import clock, measure, stack, threads
from .lines import flush_print
from .places import place_of, program_frame
from .state import Real, S, actor, cut, unseen
from .stream import event, text



def named(name):
    def change(function):
        function.__name__ = function.__qualname__ = name
        function.__module__ = "time"
        return function
    return change


def of_loop(loop):
    """loop.time()"""
    return now()


def now():
    """The program reads a clock."""
    if S.threads and threads.elsewhere():
        return clock.read_aside()
    measure.spent()
    return clock.read()


def block(seconds, frame):
    """time.sleep() of the main thread, called by this frame."""
    if S.pending:
        flush_print()
    if S.task is not None:
        stack.look(frame)
    who = actor()
    length = max(0, clock.to_us(seconds))
    event("BlockBegan", 0, who, text(f"time.sleep({seconds:g})"), place_of(frame), length * 1000)
    try:
        if S.virtual:
            sleep_main(length)
        else:
            Real.sleep(seconds)
            measure.tick()
    finally:
        event("BlockEnded", 0, who)
        S.mark = Real.perf_counter()


def sleep_main(length):
    """Time goes on under a call that keeps the thread; other threads whose time comes meanwhile run."""
    end = S.us + length
    while True:
        until = clock.World.until
        stop = end if until is None else min(end, max(until, S.us))
        threads.run_due(stop)
        clock.jump(stop)
        if clock.is_due():
            clock.interrupt()
        if S.us >= end:
            return


@named("sleep")
def sleep(seconds, /):
    try:
        _sleep(seconds, sys._getframe(1))
    except BaseException as error:               # none of its frames is the program's
        cut(error)
        raise


def _sleep(seconds, frame):
    if type(seconds) not in (int, float) or not 0 <= seconds < 1e9:
        Real.sleep(seconds if not hasattr(seconds, "__index__") or seconds < 0 else 0)      # the error it raises
        seconds = float(seconds)
    if threads.elsewhere():
        threads.sleep(seconds)
        return
    measure.spent()
    if S.virtual or S.on:
        block(seconds, program_frame(frame))
    else:
        Real.sleep(seconds)


def install():
    time.sleep = sleep
    if not S.virtual:
        return
    epoch = clock.World.epoch

    @named("monotonic")
    def monotonic():
        return now()

    @named("perf_counter")
    def perf_counter():
        return now()

    @named("time")
    def wall():
        return epoch + now()

    @named("monotonic_ns")
    def monotonic_ns():
        now()
        return S.us * 1000

    @named("perf_counter_ns")
    def perf_counter_ns():
        now()
        return S.us * 1000

    @named("time_ns")
    def wall_ns():
        now()
        return round(epoch * clock.US) * 1000 + S.us * 1000

    time.monotonic, time.perf_counter, time.time = monotonic, perf_counter, wall
    time.monotonic_ns, time.perf_counter_ns, time.time_ns = monotonic_ns, perf_counter_ns, wall_ns
    install_library(monotonic)
    install_datetime()


def install_library(monotonic):
    """Modules that keep the function under a name of their own, and wait for what is virtual."""
    import queue
    import threading
    threading._time = queue.time = monotonic


def install_datetime():
    import copyreg
    import datetime as module
    base = module.datetime

    class datetime(base):
        __slots__ = ()

        @classmethod
        @unseen
        def now(cls, tz=None):
            return cls.fromtimestamp(time.time(), tz)

        @classmethod
        def utcnow(cls):
            return base.utcfromtimestamp.__func__(cls, time.time()) if hasattr(base.utcfromtimestamp, "__func__") \
                else cls.fromtimestamp(time.time(), module.timezone.utc).replace(tzinfo=None)

        @classmethod
        def today(cls):
            return cls.now()

        def __repr__(self):
            return "datetime." * (type(self) is datetime) + base.__repr__(self)

    datetime.__module__, datetime.__qualname__, datetime.__doc__ = "datetime", "datetime", base.__doc__
    module.datetime = datetime
    copyreg.pickle(base, lambda value: (datetime, value.__reduce__()[1]))
