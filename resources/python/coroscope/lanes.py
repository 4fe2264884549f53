# SPDX-License-Identifier: MIT
"""Tasks: their creation, steps, suspensions and ends.

Nothing here holds a task: a Lane is held by its task, and knows no more of it than its number and its coroutine. `begin` and
`end` stand around every callback of a loop and `soon` behind every call_soon, so they are written for speed.
"""

import asyncio
import functools
import types
from _thread import get_ident

import _asyncio

from . import measure, resources, stack, texts, threads
from .names import LABELS, arguments
from .output import flush_print
from .places import LIBRARY, PLACES
from .state import S, actor
from .stream import KIND, REASON, event, text

STEP, READY, AWAIT = KIND["TaskStep"], KIND["TaskReady"], KIND["TaskAwait"]
RUN, ENDED, HANDLE_READY = KIND["HandleRun"], KIND["HandleEnded"], KIND["HandleReady"]
YIELD, SLEEP = REASON["Yield"], REASON["Sleep"]
BUILTIN, METHOD = types.BuiltinFunctionType, types.MethodType
TASKS = (_asyncio.Task, asyncio.tasks._PyTask)
STEPS = {"task_wakeup", "__step", "__wakeup", "TaskStepMethWrapper", "TaskWakeupMethWrapper"}
STEP_WRAPPER = None          # the type of the callback that makes a step of a task written in C
FOLDED = LIBRARY + "asyncio/"
MAIN, BY_TASK, BY_CALLBACK, BY_TIMER, BY_THREAD, BY_OUTSIDE = 0, 1, 2, 3, 4, 5


class Lane:
    """What is known of a task."""
    __slots__ = ("id", "coro", "step", "chain", "await_", "place", "offset", "root", "yielding")

    def __init__(self, number, coro):
        self.id, self.coro = number, coro
        self.step = f"{STEP},0,{number}]\n"
        self.chain = []          # entries of stack.write
        self.await_ = None       # "<reason>,<id>,<object>," of the last suspension
        self.place, self.offset, self.yielding = 0, -1, ""
        self.root = False        # the coroutine is one of the program's own


class Callback:
    """A handle that is no step of a task."""
    __slots__ = ("id", "by", "source", "sleep")

    def __init__(self, number, by, source, sleep=None):
        self.id, self.by, self.source, self.sleep = number, by, source, sleep


class Count:
    actors = 0
    tasks = 0
    handles = 0
    folded = 0


def new_handle():
    Count.handles += 1
    return Count.handles


def new_actor():
    Count.actors += 1
    return Count.actors


# ---------------------------------------------------------------------------------------------------- creation

def code_of(coro):
    return getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)


def is_folded(coro, code):
    """asyncio's own: what it starts for itself, or to end a run."""
    if code is None or not code.co_filename.startswith(FOLDED):
        return False
    return code.co_name.startswith(("_", "shutdown_")) and code.co_name != "_wrap_awaitable"


def created(task):
    """The first that is heard of a task: it was put into the ready queue."""
    coro = task.get_coro()
    code = code_of(coro)
    if is_folded(coro, code) or not S.on:
        Count.folded += S.on
        lane = Lane(-1, coro)
    else:
        lane = _create(task, coro, code)
    try:
        task._cs_lane = lane
    except AttributeError:
        pass
    return lane


def _create(task, coro, code):
    if S.pending:
        flush_print()
    if S.task is not None:
        stack.look(_outside())
    lane = Lane(new_actor(), coro)
    mine = code is not None and PLACES.code(code)[1]
    lane.root = mine and type(coro) is types.CoroutineType
    Count.tasks += 1
    given = task.get_name()
    named = not (given.startswith("Task-") and given[5:].isdigit())
    name = getattr(coro, "__name__", None)
    if type(name) is not str:
        name = type(coro).__name__
    event("ActorCreated", 1, lane.id, text(given) if named else 0, text(name), Count.tasks, actor())
    if not named:
        known = arguments(coro, code) if code is not None else {}
        for who, label in LABELS.add(lane.id, name if code is None else id(code), name, known):
            event("ActorLabel", 0, who, text(label))
    return lane


def _outside():
    import sys
    return sys._getframe(2)


def lane_of(task):
    """Of a task, or None when it is none or is not shown."""
    lane = getattr(task, "_cs_lane", None)
    return lane if lane is not None and lane.id > 0 else None


# ---------------------------------------------------------------------------------------------------- ready

def soon(handle, callback):
    """A handle was put into the ready queue."""
    if S.threads and get_ident() != S.main:
        from_thread(handle, callback)
        return
    task = S.task
    if task is not None and not S.ended and task.done():
        finish(task)                # it ended before it woke anybody
    kind = type(callback)
    if kind is STEP_WRAPPER or kind is BUILTIN and callback.__name__ == "task_wakeup":
        other = callback.__self__
        handle._cs = other
        try:
            lane = other._cs_lane
        except AttributeError:
            created(other)
            return
        if other is not task:
            ready(lane)
        return
    if is_step(kind, callback):
        other = handle._cs = callback.__self__
        lane = getattr(other, "_cs_lane", None)
        if lane is None:
            created(other)
        elif other is not task:
            ready(lane)
        return
    if S.fold or not S.on:
        handle._cs = None
        return
    lane = S.lane
    if lane is not None:
        by = lane.id if lane.id > 0 else 0
    else:
        by = 0 if S.callback is None else S.callback.by
    callback_ready(handle, callback, by, BY_CALLBACK)


def is_step(kind, callback):
    """Whether a callback is a step of a task written in Python, or the first step of any: its type has no name to ask for."""
    if kind.__name__ == "TaskStepMethWrapper":
        global STEP_WRAPPER
        STEP_WRAPPER = kind
        return True
    return kind is METHOD and isinstance(callback.__self__, TASKS) and callback.__name__ in STEPS


def ready(lane):
    """A task was woken by what runs now."""
    waited = lane.await_
    if waited is None or lane.id < 0 or not S.on:
        return
    running = S.lane
    if running is not None:
        source, by = (BY_TASK, running.id) if running.id > 0 else (BY_CALLBACK, 0)
    elif S.callback is not None:
        source, by = S.callback.source, S.callback.by
    else:
        source, by = BY_TASK if not S.fold else BY_CALLBACK, MAIN
    S.put(f"{S.stamp}{READY},{waited}{source},0,{by}]\n")


def callback_ready(handle, callback, by, source):
    mark = handle._cs = Callback(0, 0, source)
    announce(mark, callback, by)


def from_thread(handle, callback):
    """call_soon_threadsafe, or a loop that runs in another thread: who is woken is woken by a thread."""
    handle._cs = None
    if not S.on or getattr(handle._loop, "_thread_id", None) not in (None, S.main):
        return
    kind, thread = type(callback), threads.me()
    if kind is STEP_WRAPPER or is_step(kind, callback) or getattr(callback, "__name__", "") == "task_wakeup":
        other = handle._cs = callback.__self__
        lane = getattr(other, "_cs_lane", None)
        if lane is None:
            handle._cs = None
        elif lane.await_ is not None and lane.id > 0:
            waited = lane.await_
            threads.say(lambda: S.put(f"{S.stamp}{READY},{waited}{BY_THREAD},0,{thread.actor}]\n"))
    elif not S.fold:
        mark = handle._cs = Callback(0, 0, BY_THREAD)
        threads.say(lambda: announce(mark, callback, thread.actor))


def announce(mark, callback, by):
    role, label = role_and_label(callback)
    mark.id, mark.by = new_handle(), by
    S.put(f"{S.stamp}{HANDLE_READY},{role},{by},{mark.id},0,{text(label)}]\n")


def role_and_label(callback):
    """Whose a callback is (0 the program's, 1 the library's) and what it is called."""
    inner = callback
    while isinstance(inner, functools.partial):
        inner = inner.func
    function = getattr(inner, "__func__", inner)
    code = getattr(function, "__code__", None)
    name = getattr(function, "__qualname__", None)
    if type(name) is not str:
        name = type(inner).__name__
    return (0 if code is not None and PLACES.code(code)[1] else 1), name.rpartition(".")[2]


# ---------------------------------------------------------------------------------------------------- steps

def begin(handle):
    """In front of a handle's callback."""
    if S.threads and get_ident() != S.main:
        return
    try:
        what = handle._cs
    except AttributeError:
        what = None
    if S.task is not None or S.callback is not None:
        S.outer.append((S.task, S.lane, S.callback, S.ended))
    if not S.virtual:
        measure.tick()
    if what is None:
        S.task = S.lane = None
        S.callback = NOBODY
    elif type(what) is Callback:
        S.task = S.lane = None
        S.callback = what
        if S.on:
            if threads.All.said:
                threads.listen()
            S.put(f"{S.stamp}{RUN},0,0,{what.id}]\n")
    else:
        S.task = what
        S.callback = None
        S.ended = False
        lane = S.lane = what._cs_lane
        if lane.id > 0 and S.on:
            S.put(S.stamp + lane.step)


def end(handle):
    """Behind it."""
    if S.threads and get_ident() != S.main:
        return
    now = measure.perf_counter()
    if now - S.mark > measure.COUNTS or not S.virtual:
        measure.settle(now)
    S.mark = now
    if S.pending:
        flush_print()
    task = S.task
    if task is None:
        if S.callback is not NOBODY and S.on:
            S.put(f"{S.stamp}{ENDED},0,0,{S.callback.id}]\n")
    elif task.done():
        if not S.ended:
            finish(task)
    else:
        suspend(task, S.lane)
    if S.outer:
        S.task, S.lane, S.callback, S.ended = S.outer.pop()
    else:
        S.task = S.lane = S.callback = None


def suspend(task, lane):
    """The running task has given the thread back."""
    waiter = task._fut_waiter
    wait, S.wait = S.wait, None
    if lane.id < 0 or not S.on:
        return
    if waiter is None:
        place = place_of_await(lane)
        line = lane.yielding
        if not line:
            lane.await_ = f"{YIELD},{lane.id},0,"
            line = lane.yielding = f"{AWAIT},{YIELD},{lane.id},0,{place}]\n"
        S.put(S.stamp + line)
        lane.await_ = None                  # it stays ready: nobody has to wake it
        return
    place = place_of_await(lane)
    if wait is not None and (wait[3] is None or wait[3] == id(waiter)):
        reason, thing, value = wait[0], wait[1], wait[2]
    else:
        reason, thing = resources.why(waiter, lane)
        value = 0
    waited = lane.await_ = f"{reason},{lane.id},{thing},"
    S.put(f"{S.stamp}{AWAIT},{waited}{place},{value}]\n")


def place_of_await(lane):
    """Where the program awaits. Most of the time a coroutine of its own awaits one of the library that awaits no more of them."""
    if lane.root and not lane.chain:
        coro = lane.coro
        inner = coro.cr_await
        if type(inner) is not stack.COROUTINE or id(inner.cr_code) in resources.LEAVES:
            kind = type(inner)
            if kind is stack.COROUTINE or kind in resources.ENDS:
                offset = coro.cr_frame.f_lasti
                if offset != lane.offset:
                    lane.offset = offset
                    lane.yielding = ""
                    lane.place = PLACES.number(coro.cr_code, offset)
                return lane.place
    lane.yielding = ""
    lane.offset = -1
    return stack.suspended(lane)


# ---------------------------------------------------------------------------------------------------- ends

def finish(task):
    """The running task is done."""
    S.ended = True
    lane = S.lane
    if lane.id < 0 or not S.on:
        return
    if S.pending:
        flush_print()
    if lane.chain:
        stack.leave(lane)
    lane.coro = None
    if task.cancelled():
        event("TaskCancelled", 0, lane.id)
        return
    error = task._exception             # does not mark it as retrieved
    if error is not None:
        event("TaskFailed", 0, lane.id, text(texts.of_exception(error)))
        return
    result = task._result
    kind = type(result)
    if result is None:
        event("TaskDone", 2, lane.id)
    elif kind is int and -(1 << 62) < result < 1 << 62:
        event("TaskDone", 3, lane.id, 0, 0, result)
    else:
        event("TaskDone", 0, lane.id, text(texts.of_value(result)))


def cancelled(task, accepted):
    """Somebody called task.cancel()."""
    lane = lane_of(task)
    if lane is not None and S.on:
        if S.pending:
            flush_print()
        event("TaskCancelRequested", 0, lane.id, 0, 0, int(accepted), actor())


def renamed(task, name):
    lane = lane_of(task)
    if lane is not None:
        event("ActorLabel", 0, lane.id, text(name))


NOBODY = Callback(0, 0, BY_OUTSIDE)


def task_class(base):
    """The class that takes the place of asyncio.Task: the same, but for a place to keep the Lane, and two methods that tell."""

    class Task(base):
        __slots__ = ("_cs_lane",)

        def cancel(self, msg=None):
            if S.on:
                cancelled(self, not self.done())
            return base.cancel(self, msg)

        def set_name(self, value):
            base.set_name(self, value)
            if S.on:
                renamed(self, base.get_name(self))

    Task.__module__, Task.__qualname__, Task.__doc__ = base.__module__, base.__qualname__, base.__doc__
    return Task
