# SPDX-License-Identifier: MIT
"""Tasks: their creation, steps, suspensions and ends.

Nothing here holds a task: a Lane is held by its task, and knows no more of it than its number and its coroutine. `begin` and
`end` stand around every callback of a loop and `soon` behind every call_soon, so they are written for speed.
"""

import asyncio
import functools
import sys
import types
from _thread import get_ident

import _asyncio

from . import measure, resources, stack, texts, threads
from .names import arguments, family_of
from .lines import flush_print
from .places import PLACES
from .state import S, actor
from .stream import KIND, REASON, TEXTS, event, text

getframe = sys._getframe
perf_counter, COUNTS = measure.perf_counter, measure.COUNTS
LEAVES, ENDS = resources.LEAVES, resources.ENDS
CODES = PLACES.codes
COROUTINE = types.CoroutineType
# Beginnings of lines, behind the time: to format a number costs as much as to call a function.
CREATED, LABEL = f"{KIND['ActorCreated']},1,", f"{KIND['ActorLabel']},0,"
DONE_NONE, DONE_NUMBER, DONE_TEXT = (f"{KIND['TaskDone']},{form}," for form in (2, 3, 0))
READY, AWAIT = f"{KIND['TaskReady']},", f"{KIND['TaskAwait']},"
RUN, ENDED, HANDLE_READY = f"{KIND['HandleRun']},0,0,", f"{KIND['HandleEnded']},0,0,", f"{KIND['HandleReady']},"
STEP = f"{KIND['TaskStep']},0,"
YIELD, SLEEP = REASON["Yield"], REASON["Sleep"]
BUILTIN, METHOD, FUNCTION = types.BuiltinFunctionType, types.MethodType, types.FunctionType
TASKS = (_asyncio.Task, asyncio.tasks._PyTask)
STEPS = {"task_wakeup", "__step", "__wakeup", "TaskStepMethWrapper", "TaskWakeupMethWrapper"}
STEP_WRAPPER = None          # the type of the callback that makes a step of a task written in C
MAIN, BY_TASK, BY_CALLBACK, BY_TIMER, BY_THREAD, BY_OUTSIDE = 0, 1, 2, 3, 4, 5


class Lane:
    """What is known of a task."""
    __slots__ = ("id", "coro", "step", "chain", "await_", "place", "offset", "root", "yielding")

    def __init__(self, number, coro):
        self.id = number
        self.coro = coro
        self.step = f"{STEP}{number}]\n"
        self.chain = ()          # entries of stack.write, or nothing
        self.await_ = None       # "<reason>,<id>,<object>," of the last suspension
        self.offset = -1         # of the instruction at which the program awaited last, its place, and the line for a yield there
        self.root = False        # the coroutine is one of the program's own


# A handle that is no step of a task is marked with (its number, on whose behalf it runs, what it is when it wakes somebody); the mark is
# a list when that is said later, for a thread.
NUMBER, BY, SOURCE = range(3)


class Count:
    actors = 0
    tasks = 0
    handles = 0
    given = None         # the name for the task that is about to be created


def new_handle():
    Count.handles += 1
    return Count.handles


def new_actor():
    Count.actors += 1
    return Count.actors


# ---------------------------------------------------------------------------------------------------- creation

def code_of(coro):
    return getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)


def created(task):
    """The first that is heard of a task: it was put into the ready queue."""
    return begun(task, task.get_coro(), None)


def begun(task, coro, given):
    """A new task; `given` is its name when it cannot be asked for it yet."""
    code = coro.cr_code if type(coro) is COROUTINE else code_of(coro)
    known = None
    if code is not None:
        known = CODES.get(id(code)) or PLACES.code(code)
    if not S.on or known is not None and known.folded:
        lane = Lane(-1, coro)
    else:
        lane = _create(task, coro, known, given)
    try:
        task._cs_lane = lane
    except AttributeError:
        pass                     # a task of a class with places for its own attributes alone: it is not seen
    return lane


def _create(task, coro, known, given):
    if S.pending:
        flush_print()
    by = 0
    if S.lane is not None:
        stack.look(getframe(2))
        by = S.lane.id if S.lane.id > 0 else 0
    number = Count.actors = Count.actors + 1
    tasks = Count.tasks = Count.tasks + 1
    lane = Lane(number, coro)
    lane.root = known is not None and known.mine and type(coro) is COROUTINE
    if given is None:
        given = Count.given or task.get_name()
    name = getattr(coro, "__name__", None)
    if type(name) is not str:
        name = type(coro).__name__
    family = known.family if known is not None else None
    if family is None or family.name != name:
        family = family_of(known, name)
    function = family.number
    if not function:
        function = family.number = text(name)
    if given[:5] != "Task-" or not given[5:].isdigit():
        S.put(f"{S.stamp}{CREATED}{number},{text(given)},{function},{tasks},{by}]\n")
        return lane
    if family.full and not family.telling:
        label = TEXTS.numbered(family.next())        # one of thousands: told by its number
        S.put(f"{S.stamp}{CREATED}{number},0,{function},{tasks},{by}]\n{S.stamp}{LABEL}{number},{label}]\n")
        return lane
    S.put(f"{S.stamp}{CREATED}{number},0,{function},{tasks},{by}]\n")
    told = {}
    if known is not None and known.code.co_argcount + known.code.co_kwonlyargcount:
        told = arguments(coro, known.code)
    for who, label in family.add(number, told):
        label = text(label)
        S.put(f"{S.stamp}{LABEL}{who},{label}]\n")
    return lane


def naming(name):
    """create_task(name=...) is called; up to Python 3.12 the task gets its name when it has been created."""
    Count.given = name if type(name) is str else None


def named():
    Count.given = None


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
    if kind is STEP_WRAPPER:
        other = handle._cs = callback.__self__
        if other is not task:       # who runs asks for its own next step; else it is the first step, of a new task
            created(other)
        return
    if kind is BUILTIN and callback.__name__ == "task_wakeup":
        other = handle._cs = callback.__self__
        if other is not task:
            lane = getattr(other, "_cs_lane", None)
            if lane is not None:
                ready(lane)
        return
    if kind is not FUNCTION and is_step(kind, callback):
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
        by = 0 if S.callback is None else S.callback[BY]
    number = Count.handles = Count.handles + 1
    handle._cs = (number, by, BY_CALLBACK)
    role, label = (kind is FUNCTION and ROLES.get(id(callback.__code__))) or role_and_label(callback)
    if role and kind is METHOD or handle._args and not role:
        role, label = label_of(callback, handle._args)
    S.put(f"{S.stamp}{HANDLE_READY}{role},{by},{number},0,{label}]\n")


def is_step(kind, callback):
    """Whether a callback is a step of a task written in Python, or the first step of any: its type has no name to ask for."""
    if kind.__name__ == "TaskStepMethWrapper":
        global STEP_WRAPPER
        STEP_WRAPPER = kind
        return True
    return kind is METHOD and issubclass(type(callback.__self__), TASKS) and callback.__name__ in STEPS


def ready(lane):
    """A task was woken by what runs now."""
    waited = lane.await_
    if waited is None or lane.id < 0 or not S.on:
        return
    running = S.lane
    if running is not None:
        source, by = (BY_TASK, running.id) if running.id > 0 else (BY_CALLBACK, 0)
        if running.chain:                   # it may have come back from what it awaited
            if S.pending:
                flush_print()
            stack.look(getframe(2))
    elif S.callback is not None:
        source, by = S.callback[SOURCE], S.callback[BY]
    else:
        source, by = BY_TASK if not S.fold else BY_CALLBACK, MAIN
    S.put(f"{S.stamp}{READY}{waited}{source},0,{by}]\n")


def callback_ready(handle, callback, by, source):
    number = Count.handles = Count.handles + 1
    handle._cs = (number, by, source)
    role, label = role_and_label(callback)
    S.put(f"{S.stamp}{HANDLE_READY}{role},{by},{number},0,{label}]\n")


def from_thread(handle, callback):
    """call_soon_threadsafe, or a loop that runs in another thread: who is woken is woken by a thread."""
    handle._cs = None
    if not S.on or getattr(handle._loop, "_thread_id", None) not in (None, S.main):
        return
    kind, thread = type(callback), threads.me()
    if kind is STEP_WRAPPER or is_step(kind, callback) or kind is BUILTIN and callback.__name__ == "task_wakeup":
        other = handle._cs = callback.__self__
        lane = getattr(other, "_cs_lane", None)
        if lane is None:
            handle._cs = None
        elif lane.await_ is not None and lane.id > 0:
            waited = lane.await_
            threads.say(lambda: S.put(f"{S.stamp}{READY}{waited}{BY_THREAD},0,{thread.actor}]\n"))
    elif not S.fold:
        mark = handle._cs = [0, 0, BY_THREAD]
        threads.say(lambda: announce(mark, callback, thread.actor))


def announce(mark, callback, by):
    role, label = role_and_label(callback)
    Count.handles += 1
    mark[NUMBER], mark[BY] = Count.handles, by
    S.put(f"{S.stamp}{HANDLE_READY}{role},{by},{mark[NUMBER]},0,{label}]\n")


def role_and_label(callback):
    """Whose a callback is (0 the program's, 1 the library's) and what it is called, as the number of a text."""
    code = callback.__code__ if type(callback) is FUNCTION else None
    found = ROLES.get(id(code))
    if found is None:
        found = _role_and_label(callback)
        if code is not None:
            ROLES[id(PLACES.code(code).code)] = found
    return found


def label_of(callback, args):
    """The same, with the arguments of the program's callback where they are simple, as the lane of a task has them. A function of the
    library's is the program's callback when the program itself asks for it: call_later(1, loop.stop)."""
    role, label = role_and_label(callback)
    if role and asked_by_program():
        return 0, label
    if role or not args or len(args) > 3:
        return role, label
    told = [texts.short(value) for value in args]
    return (role, label) if None in told else (role, text(f"{name_of(callback)}({', '.join(told)})"))


def asked_by_program():
    """Whether call_later() or one of its kin was called by the program."""
    frame = getframe(2)
    while frame is not None and (frame.f_code.co_name in ASKING or PLACES.code(frame.f_code).own):
        frame = frame.f_back
    return frame is not None and PLACES.code(frame.f_code).mine


ASKING = {"call_later", "call_at", "call_soon", "_call_soon", "__init__"}
ROLES = {}               # id() of the code of a callback -> its role and label


def inner_function(callback):
    """What is called in the end; no attribute is asked for of an object of the program's own class."""
    while type(callback) is functools.partial:
        callback = callback.func
    return callback.__func__ if type(callback) is METHOD else callback


def name_of(callback):
    function = inner_function(callback)
    if type(function) is FUNCTION:
        name = function.__qualname__
    elif type(function) in (BUILTIN, types.MethodDescriptorType, types.MethodWrapperType):
        name = function.__name__
    else:
        name = NAME_OF_TYPE(function if type(function) is type else type(function))
    return name.rpartition(".")[2]


def code_of_callback(callback):
    """Of the function that is called, or None; of an object, of its __call__."""
    function = inner_function(callback)
    if type(function) is not FUNCTION:
        function = next((cls.__dict__["__call__"] for cls in type(function).__mro__ if "__call__" in cls.__dict__), None)
    return function.__code__ if type(function) is FUNCTION else None


NAME_OF_TYPE = type.__dict__["__name__"].__get__


def _role_and_label(callback):
    code = code_of_callback(callback)
    return (0 if code is not None and PLACES.code(code).mine else 1), text(name_of(callback))


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
    elif type(what) is tuple or type(what) is list:
        S.task = S.lane = None
        S.callback = what
        if S.on:
            if threads.All.said:
                threads.listen()
            S.put(f"{S.stamp}{RUN}{what[0]}]\n")
    else:
        S.task = what
        S.callback = None
        S.ended = False
        lane = S.lane = getattr(what, "_cs_lane", UNSEEN)
        if lane.id > 0 and S.on:
            S.put(S.stamp + lane.step)


def end(handle):
    """Behind it."""
    if S.threads and get_ident() != S.main:
        return
    now = perf_counter()
    if now - S.mark > COUNTS or not S.virtual:
        measure.settle(now)
    S.mark = now
    if S.pending:
        flush_print()
    task = S.task
    if task is None:
        if S.callback is not NOBODY and S.on:
            S.put(f"{S.stamp}{ENDED}{S.callback[0]}]\n")
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
            line = lane.yielding = f"{AWAIT}{YIELD},{lane.id},0,{place}]\n"
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
    S.put(f"{S.stamp}{AWAIT}{waited}{place},{value}]\n")


def place_of_await(lane):
    """Where the program awaits. Most of the time a coroutine of its own awaits one of the library that awaits no more of them."""
    if lane.root and not lane.chain:
        coro = lane.coro
        inner = coro.cr_await
        kind = type(inner)
        if id(inner.cr_code) in LEAVES if kind is COROUTINE else kind in ENDS:
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
        S.put(f"{S.stamp}{DONE_NONE}{lane.id}]\n")
    elif kind is int and -(1 << 62) < result < 1 << 62:
        S.put(f"{S.stamp}{DONE_NUMBER}{lane.id},0,0,{result}]\n")
    else:
        said = text(texts.of_value(result))
        S.put(f"{S.stamp}{DONE_TEXT}{lane.id},{said}]\n")


def cancelled(task, accepted):
    """Somebody called task.cancel()."""
    lane = lane_of(task)
    if lane is not None and S.on:
        if S.pending:
            flush_print()
        event("TaskCancelRequested", 0, lane.id, 0, 0, int(accepted), actor())


def renamed(task, name):
    lane = lane_of(task)
    if lane is not None and name != Count.given:
        event("ActorLabel", 0, lane.id, text(name))


UNSEEN = Lane(-1, None)   # of a task that has no place for one
NOBODY = (0, 0, BY_OUTSIDE)


def eager(base, task, coro, options):
    """A task that makes its first step while it is made, inside of the step of another."""
    name = options.get("name")
    lane = begun(task, coro, "Task-0" if name is None else str(name))
    before = S.task, S.lane, S.callback, S.ended, S.wait
    S.task, S.lane, S.callback, S.ended, S.wait = task, lane, None, False, None
    if lane.id > 0:
        S.put(S.stamp + lane.step)
    try:
        base.__init__(task, coro, **options)
    finally:
        if S.pending:
            flush_print()
        if not task.done():
            suspend(task, lane)
        elif not S.ended:
            finish(task)
        S.task, S.lane, S.callback, S.ended, S.wait = before


def task_class(base):
    """The class that takes the place of asyncio.Task: the same, but for a place to keep the Lane, and two methods that tell."""

    class Task(base):
        __slots__ = ("_cs_lane",)

        if sys.version_info >= (3, 12):
            def __init__(self, coro, **options):
                if options.get("eager_start") and S.on and not threads.elsewhere():
                    eager(base, self, coro, options)
                else:
                    base.__init__(self, coro, **options)
                if self._source_traceback:
                    del self._source_traceback[-1]

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
