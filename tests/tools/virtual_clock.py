# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs asyncio programs on a clock that jumps to the next thing that happens.

The loop, its tasks and futures are CPython's own; only what lies beyond them is replaced: waiting in
select(), the clocks of the module `time`, time.sleep(), the threads of executors, and Ctrl-C.
The clock counts whole microseconds.
"""

import asyncio
import collections
import concurrent.futures
import contextlib
import heapq
import itertools
import selectors
import threading
import time
from unittest import mock


def microseconds(seconds):
    return round(seconds * 1_000_000)


class Clock:
    """Virtual time, what happens in it outside of the loop, and when Ctrl-C comes."""

    def __init__(self, interrupt=None):
        self.now = 0                            # microseconds
        self.interrupt = interrupt              # microseconds, or None
        self.end = "end"                        # how the last loop ended
        self._happenings = []
        self._order = itertools.count()
        self.turn = threading.Semaphore(0)      # given back by the thread that had it

    def seconds(self):
        return self.now / 1_000_000

    def at(self, moment, happening):
        heapq.heappush(self._happenings, (max(moment, self.now), next(self._order), happening))

    def advance(self, moment):
        """Moves on; what happens on the way happens at its own instant."""
        while self._happenings and self._happenings[0][0] <= moment:
            self.now, _, happening = heapq.heappop(self._happenings)
            happening()
        self.now = max(self.now, moment)

    def sleep(self, seconds):
        """time.sleep(): in the main thread nothing else moves meanwhile but other threads."""
        thread = threading.current_thread()
        if isinstance(thread, Worker):
            thread.pause(microseconds(seconds))
            return
        end = self.now + microseconds(seconds)
        if self.interrupt is not None and self.interrupt <= end:
            self.advance(max(self.interrupt, self.now))
            self._press_ctrl_c()
        self.advance(end)

    def wait(self, loop):
        """select(): until the loop has something to do. At one instant Ctrl-C comes first, then what
        happens outside, then timers."""
        if self.interrupt is not None and self.interrupt <= self.now:
            self._press_ctrl_c()
        self.advance(self.now)
        while not (loop._ready or loop._stopping):
            timer = microseconds(loop._scheduled[0]._when) if loop._scheduled else None
            outside = self._happenings[0][0] if self._happenings else None
            moments = [each for each in (timer, outside, self.interrupt) if each is not None]
            if not moments:
                loop.idle = True
                loop.stop()
                return
            soonest = min(moments)
            if soonest == self.interrupt:
                self.advance(soonest - 1)
                self.now = soonest
                self._press_ctrl_c()
            self.advance(soonest)
            if timer is not None and timer <= self.now:
                return

    def _press_ctrl_c(self):
        self.interrupt = None
        raise KeyboardInterrupt


class Worker(threading.Thread):
    """A thread of an executor. One thread runs at a time: it gets the turn and gives it back when it
    sleeps or has no more to do."""

    def __init__(self, clock, executor):
        super().__init__(daemon=True)
        self._clock, self._executor = clock, executor
        self._go = threading.Semaphore(0)
        self.start()

    def take_turn(self):
        self._go.release()
        self._clock.turn.acquire()

    def pause(self, duration):
        self._clock.at(self._clock.now + duration, self.take_turn)
        self._clock.turn.release()
        self._go.acquire()

    def run(self):
        self._go.acquire()
        while self._executor.jobs:
            future, function = self._executor.jobs.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(function())
            except Exception as error:
                future.set_exception(error)
        self._executor.idle += 1
        self._clock.turn.release()


def executor_class(clock):
    class VirtualExecutor(concurrent.futures.Executor):
        def __init__(self, max_workers=8, thread_name_prefix=""):
            self.idle, self.jobs = max_workers, collections.deque()

        def submit(self, function, /, *args, **kwargs):
            future = concurrent.futures.Future()
            self.jobs.append((future, lambda: function(*args, **kwargs)))
            if self.idle:
                self.idle -= 1
                clock.at(clock.now, Worker(clock, self).take_turn)
            return future

        def shutdown(self, wait=True, *, cancel_futures=False):
            pass

    return VirtualExecutor


class Selector(selectors.SelectSelector):
    def __init__(self, clock):
        super().__init__()
        self.clock, self.loop = clock, None

    def select(self, timeout=None):
        if timeout is not None and timeout <= 0:
            if self.clock.interrupt is None or self.clock.interrupt > self.clock.now:
                self.clock.advance(self.clock.now)
                return []
        self.clock.wait(self.loop)
        return []


class Timer(asyncio.TimerHandle):
    """Timers for the same instant are due in the order in which they were set."""
    __slots__ = ("order",)

    def __lt__(self, other):
        return (self._when, self.order) < (other._when, other.order)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self, clock, observer=None):
        selector = Selector(clock)
        super().__init__(selector)
        selector.loop = self
        self.clock, self.observer = clock, observer
        self.idle = False
        self._clock_resolution = 1e-9
        self._timer_order = itertools.count()

    def _make_self_pipe(self):                  # nobody ever sleeps in select()
        pass

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass

    def time(self):
        return self.clock.seconds()

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        timer = Timer(microseconds(when) / 1_000_000, callback, args, self, context)
        timer.order = next(self._timer_order)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def run_forever(self):
        if self.observer:
            self.observer.loop_runs()
        self.idle = False
        try:
            super().run_forever()
        except KeyboardInterrupt:
            self.clock.end = "interrupt"
            raise
        self.clock.end = "idle" if self.idle else "stopped"

    def run_until_complete(self, future):
        try:
            return super().run_until_complete(future)
        finally:
            if self.clock.end == "stopped":
                self.clock.end = "complete"


class Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, clock, observer):
        super().__init__()
        self._world = clock, observer

    def new_event_loop(self):
        return VirtualLoop(*self._world)


@contextlib.contextmanager
def virtual_time(clock, observer=None):
    """Within it asyncio and the module `time` follow the clock."""
    outer = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(Policy(clock, observer))
    replaced = {"sleep": clock.sleep, "time": clock.seconds, "monotonic": clock.seconds, "perf_counter": clock.seconds}
    try:
        with mock.patch.multiple(time, **replaced), \
                mock.patch.object(concurrent.futures, "ThreadPoolExecutor", executor_class(clock)):
            yield
    finally:
        asyncio.set_event_loop_policy(outer)
