# SPDX-License-Identifier: MIT
"""The event loop: its runs, iterations, timers, and how it waits."""

import asyncio
import itertools
import selectors
import signal
import sys
import types

from asyncio import events, futures

from . import clock, driven, inner, measure, outside, resources, threads
from .lanes import BY_OUTSIDE, BY_TIMER, callback_ready, label_of, new_handle, role_and_label
from .lines import flush_print
from .places import place_of, program_frame
from .state import Real, S, actor, cut
from .stream import KIND, REASON, event, quoted

PASS, DUE, LEFT = f"{KIND['Pass']},0,0,0,0,", f"{KIND['TimerDue']},0,0,", KIND["SelectLeft"]
TIMER_SET, SLEEP_ASKED = f"{KIND['TimerSet']},", f"{KIND['SleepAsked']},0,"
SLEEP = REASON["Sleep"]
SELECTOR, MANY, World, Marks, perf_counter = selectors.DefaultSelector, clock.MANY, clock.World, measure.Marks, Real.perf_counter
TIMER = events.TimerHandle
TIME = asyncio.BaseEventLoop.time
SET_RESULT = futures._set_result_unless_cancelled
COMPLETE, STOPPED, IDLE, INTERRUPTED, SPINS, ERROR = range(6)
SLICE = 0.05             # seconds of a real wait after which the world is looked at again
IDLE_ENDS = 3            # times that Ctrl-C is sent to a program that waits for ever


class Runs:
    """Loops inside of loops: what ran outside of each."""
    outer = []
    idle = False
    trouble = None       # what a hook calls that fails
    foreign = set()      # id() of classes of loops that are not asyncio's own


# ---------------------------------------------------------------------------------------------------- handles

class Handle(events.Handle):
    """The same, and a place for what it is: the task it steps, or a Callback."""
    __slots__ = ("_cs",)

    def cancel(self):
        mark = getattr(self, "_cs", None)
        if type(mark) is tuple and not self._cancelled and S.on and not S.fold and not threads.elsewhere():
            event("HandleCancelled", 0, actor(), mark[0])
        events_cancel(self)


events_cancel = events.Handle.cancel


def rebound(function, cls):
    """A method that says super(), for another class."""
    return types.FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__, (types.CellType(cls),))


class TimerHandle(Handle):
    """On the virtual clock deadlines are whole microseconds, and equal ones come in order of creation."""
    __slots__ = ("_scheduled", "_when", "_cs_us", "_cs_order", "_cs_when")
    _order = itertools.count()

    def __init__(self, when, callback, args, loop, context=None):
        self._cs_when = when
        if S.virtual:
            us = clock.when_us(when)
            if -clock.FAR < us < clock.FAR:
                when = us / clock.US + clock.World.late
        else:
            us = clock.to_us(when - loop.time()) + S.us if type(when) in (int, float) else 0
        Handle.__init__(self, callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]
        self._when, self._scheduled = when, False
        self._cs_us, self._cs_order = us, next(TimerHandle._order)
        self._cs = timer_set(self, callback, args, us)

    def __lt__(self, other):
        if S.virtual and isinstance(other, TimerHandle):
            return (self._cs_us, self._cs_order) < (other._cs_us, other._cs_order)
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    __hash__, __le__, __gt__, __ge__, __eq__ = (TIMER.__dict__[name] for name in ("__hash__", "__le__", "__gt__", "__ge__", "__eq__"))

    def when(self):
        return self._cs_when                             # what the program has said

    when.__doc__ = TIMER.when.__doc__

    def cancel(self):
        if self._cancelled:
            return
        mark = self._cs
        if mark is not None and S.on and not S.fold:
            if len(mark) == 3 or self._scheduled:        # a sleep cancels its timer when it has rung, too
                event("HandleCancelled", 0, actor(), mark[0])
        self._loop._timer_handle_cancelled(self)
        events_cancel(self)


TimerHandle._repr_info = rebound(TIMER._repr_info, TimerHandle)


def dress(cls, name):
    original = getattr(events, name)
    cls.__name__ = cls.__qualname__ = name
    cls.__module__, cls.__doc__ = "asyncio.events", original.__doc__
    setattr(events, name, cls)
    setattr(asyncio, name, cls)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("asyncio.") and getattr(module, name, None) is original:
            setattr(module, name, cls)


def timer_set(timer, callback, args, us):
    if S.fold or not S.on or threads.elsewhere():
        return None
    lane = S.lane
    if callback is SET_RESULT and lane is not None and lane.id > 0:
        number = new_handle()
        asked = us - S.us
        S.put(f"{S.stamp}{SLEEP_ASKED}{lane.id},0,{number},{asked * 1000 if asked > 0 else 0}]\n")
        S.wait = (SLEEP, number, us * 1000, id(args[0]))
        return number, lane.id, BY_TIMER, True
    by = actor()
    number = new_handle()
    role, label = label_of(callback, args)
    S.put(f"{S.stamp}{TIMER_SET}{role},{by},{number},{label},{us * 1000}]\n")
    return number, by, BY_TIMER


def due(handle):
    """A timer moves to the ready queue."""
    if S.on and not S.fold and not handle._cancelled and not threads.elsewhere():
        mark = getattr(handle, "_cs", None)
        if mark is not None:
            S.put(f"{S.stamp}{DUE}{mark[0]}]\n")


def io(handle):
    """A descriptor is ready, or a signal has come."""
    if S.on and not S.fold and not threads.elsewhere():
        callback_ready(handle, handle._callback, 0, BY_OUTSIDE)


# ---------------------------------------------------------------------------------------------------- runs

def completes(frame):
    """The future that run_until_complete waits for, when it is what calls run_forever."""
    if frame.f_code.co_name == "run_until_complete" and "future" in frame.f_code.co_varnames:
        return frame.f_locals.get("future")
    return None


def now(loop):
    """The time, asked for by the loop itself."""
    if S.virtual and type(loop).time is TIME:
        return S.us / clock.US + clock.World.late
    return loop.time()


def started(loop):
    if S.threads and threads.elsewhere():
        return
    if S.virtual:
        loop._clock_resolution = 1e-9
    driven.stop()
    future = completes(sys._getframe(2))
    lane = getattr(future, "_cs_lane", None)
    Runs.outer.append((S.fold, S.running, S.task, S.lane, S.callback, S.outer, S.passes))
    S.fold = int(lane is not None and lane.id < 0)
    S.running, S.outer = not S.fold, []
    Runs.idle = False
    if S.fold or not S.on:
        return
    if S.pending:
        flush_print()
    if isinstance(future, resources.GATHER):
        resources.gather_number(future)
    S.loops += 1
    S.passes = 0
    Marks.sampler.start()
    inner.look_for(Runs.trouble)
    place = place_of(program_frame(sys._getframe(2)))
    event("LoopStarted", 0, actor(), 0, place, S.loops)
    S.task = S.lane = S.callback = None
    S.mark = Real.perf_counter()
    Marks.asked = 0.0
    measure.renew(S.mark)


def seen(loop):
    """A loop was made, or set. One that is not asyncio's own keeps its own time."""
    if loop is None or isinstance(loop, asyncio.BaseEventLoop) or id(type(loop)) in Runs.foreign:
        return
    Runs.foreign.add(id(type(loop)))
    if S.on:
        S.put(f'{{"foreign":{quoted(type(loop).__module__ + "." + type(loop).__qualname__)}}}\n')
    if S.virtual:
        clock.go_real()


def stopped(loop):
    if S.threads and threads.elsewhere():
        return
    error = sys.exc_info()[0]
    if S.pending:
        flush_print()
    shown = not S.fold
    completed = sys._getframe(2).f_code.co_name == "run_until_complete"
    S.fold, S.running, S.task, S.lane, S.callback, S.outer, S.passes = Runs.outer.pop()
    if not shown or not S.on:
        return
    if error is not None:
        how = INTERRUPTED if error is KeyboardInterrupt else ERROR
    else:
        how = COMPLETE if completed else STOPPED
    event("LoopStopped", 0, actor(), 0, 0, how)
    S.reason = how


# ---------------------------------------------------------------------------------------------------- waiting

def select(loop, timeout):
    """In place of the loop's select()."""
    try:
        return selected(loop, timeout)
    except BaseException as error:           # a Ctrl-C comes where the library stands
        cut(error)
        raise


def selected(loop, timeout):
    if S.threads and threads.elsewhere():
        return loop._selector.select(timeout)
    if S.virtual:
        if timeout == 0 and not S.threads:
            turns = S.turns = S.turns + 1
            if turns > MANY:
                clock.move(S.us + 1)
            if World.until is not None and clock.is_due():
                clock.interrupt()
            selector = loop._selector
            if loop._signal_handlers or type(selector) is not SELECTOR or len(selector._fd_to_key) > 1:
                found = selector.select(0)
            else:
                found = ()
        else:
            found = wait_virtual(loop, timeout)
    else:
        found = wait_real(loop, timeout)
        measure.tick()
    now = S.mark = perf_counter()
    if now > Marks.next:
        measure.settle(now)
    if S.on and not S.fold:
        number = S.passes = S.passes + 1
        S.put(f"{S.stamp}{PASS}{number}]\n")
    return found


def entered(until):
    if S.on and not S.fold:
        event("SelectEntered", 0, 0, 0, 0, until)


def left():
    if S.on and not S.fold:
        S.put(f"{S.stamp}{LEFT}]\n")


def wait_real(loop, timeout):
    selector = loop._selector
    if timeout is not None and timeout <= 0:
        return selector.select(timeout)
    measure.tick()
    entered(-1 if timeout is None else (S.us + clock.to_us(timeout)) * 1000)
    writer = measure.Marks.writer
    writer.flush()
    end = None if timeout is None else Real.monotonic() + timeout
    while True:
        rest = None if end is None else max(0.0, end - Real.monotonic())
        slice_ = SLICE if writer.behind and (rest is None or rest > SLICE) else rest
        if clock.World.until is not None:
            slice_ = min(x for x in (slice_, max(0.0, clock.World.until / clock.US - S.us / clock.US)) if x is not None)
        found = selector.select(slice_)
        measure.tick()
        if clock.is_due():
            clock.interrupt()
        if found or loop._ready or slice_ == rest or end is not None and Real.monotonic() >= end:
            left()
            return found
        writer.flush()


def polls(loop, selector):
    """Whether a look at the descriptors can find anything: the loop's own pipe alone is written for signals and threads."""
    if S.threads or loop._signal_handlers or type(selector) is not selectors.DefaultSelector:
        return True
    return len(selector._fd_to_key) > 1


def wait_virtual(loop, timeout):
    selector = loop._selector
    S.turns += 1
    if S.turns > clock.MANY:
        clock.move(S.us + 1)
    if clock.is_due():
        clock.interrupt()
    if timeout is not None and timeout <= 0:
        if S.threads:
            threads.run_due(S.us)
        return selector.select(0) if polls(loop, selector) else []
    if S.pending:
        flush_print()
    entered(latest(loop))
    try:
        return wait_for_something(loop, selector)
    finally:
        left()


def latest(loop):
    return loop._scheduled[0]._cs_us * 1000 if loop._scheduled else -1


def wait_for_something(loop, selector):
    while True:
        if S.threads and threads.run_due(S.us) and loop._ready:
            S.reads = S.turns = 0
            return selector.select(0)
        if polls(loop, selector):
            found = selector.select(0)
            if found or loop._ready:
                S.turns = 0
                return found
        timer = loop._scheduled[0]._cs_us if loop._scheduled else None
        if timer is not None and timer <= S.us:
            return []
        who = outside.who(loop, selector)
        then = min((x for x in (timer, threads.next_due(), clock.World.until) if x is not None), default=None)
        if who is not None:
            outside.met(who)
            found = wait_along(loop, selector, then)
            if found or loop._ready:
                return found
        elif has_come(loop, selector):
            continue
        elif then is None:
            return idle(loop, selector)
        else:
            clock.jump(then)
        if clock.is_due():
            clock.interrupt()
            return selector.select(0)


def has_come(loop, selector):
    """Whether somebody acted, and was gone when it was asked who can: a thread that has just given its answer, a child's last word."""
    return loop._ready or threads.All.said or polls(loop, selector) and selector.select(0)


def wait_along(loop, selector, then):
    """Somebody outside can act: virtual time runs along with real time, up to the next instant at which something is due."""
    measure.Marks.writer.flush()
    since = Real.perf_counter()
    start = S.us
    rest = SLICE if then is None else min(SLICE, max(0.0, (then - start) / clock.US))
    found = selector.select(rest)
    us = start + clock.to_us(Real.perf_counter() - since)
    clock.move(us if then is None else min(us, then))
    S.reads = S.turns = 0
    return found


def idle(loop, selector):
    """Nothing can ever happen any more: the run ends here, and the program gets what would end it, a Ctrl-C."""
    if S.on:
        if S.pending:
            flush_print()
        left()
        if not S.fold:
            event("Pass", 0, 0, 0, 0, S.passes + 1)
        event("LoopStopped", 0, 0, 0, 0, IDLE)
        S.reason = IDLE
        event("Finished", 3)
        measure.Marks.writer.flush()
        S.on = False
    clock.World.idle_ends += 1
    if clock.World.idle_ends <= IDLE_ENDS:
        signal.raise_signal(signal.SIGINT)
        return selector.select(0)
    return selector.select(None)
