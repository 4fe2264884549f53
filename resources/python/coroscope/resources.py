# SPDX-License-Identifier: MIT
"""What tasks wait for: queues, locks and their kin, futures, gathers.

The edited functions of asyncio say `wait_for_get(self)` and the like right before they await; what a task awaits without such a
word is found out by `why`. Objects are known by id() and a weak reference, never held.
"""

import collections
import sys
import weakref

import _asyncio
from asyncio import futures, locks, queues, tasks

from . import stack
from .names import ASSIGNED, variable
from .lines import flush_print
from .places import PLACES
from .state import S, actor
from .stream import KIND, REASON, RESOURCE, event, text

LEVEL, LINKED = f"{KIND['ResourceLevel']},0,", f"{KIND['FutureLinked']},0,"
GET, PUT = REASON["QueueGet"], REASON["QueuePut"]
getframe = sys._getframe
GATHER = tasks._GatheringFuture
FUTURES = (_asyncio.Future, futures._PyFuture)

LEAVES = {}              # coroutines of the library that await no coroutine of the program: id() of their code -> code


def find_leaves():
    """When their code is what it will be."""
    for function in (tasks.sleep, queues.Queue.get, queues.Queue.put, locks.Lock.acquire, locks.Semaphore.acquire, locks.Event.wait):
        LEAVES[id(function.__code__)] = function.__code__




class Known:
    """Objects and their numbers. An object that dies is forgotten before another can have its id()."""

    def __init__(self):
        self.numbers = {}        # id -> number
        self._references = {}    # id -> weak reference
        self.count = 0

    def get(self, thing):
        return self.numbers.get(id(thing), 0)

    def add(self, thing):
        self.count += 1
        key = id(thing)
        self.numbers[key] = self.count
        self._references[key] = weakref.ref(thing, lambda _: self._forget(key))
        return self.count

    def _forget(self, key):
        del self.numbers[key], self._references[key]


class Marks:
    """Something remembered of an object as long as it lives."""

    def __init__(self):
        self._marks = {}

    def get(self, thing):
        found = self._marks.get(id(thing))
        return None if found is None or found[0]() is not thing else found[1]

    def set(self, thing, value):
        key = id(thing)
        self._marks[key] = (weakref.ref(thing, lambda _: self._marks.pop(key, None)), value)


KNOWN = Known()
NUMBERS = KNOWN.numbers
INNER = Marks()          # a primitive of asyncio -> weak reference to that of the program it is a part of
JOBS = Marks()           # future of an executor -> the function's name


def resource(thing, kind, name="", capacity=0):
    """The number of a resource, which is announced when it is new."""
    found = KNOWN.get(thing)
    if not found:
        found = KNOWN.add(thing)
        event("ResourceCreated", RESOURCE[kind], actor(), found, text(name), capacity)
    return found


FUNCTIONS = {"as_completed"}     # of the library, that make something for themselves by which a task is seen to wait

KINDS = {c.__name__ for c in (queues.Queue, queues.LifoQueue, queues.PriorityQueue, locks.Lock, locks.Semaphore,
                              locks.BoundedSemaphore, locks.Event, locks.Condition)} | {"Barrier"}


def kind_of(thing):
    for kind in type(thing).__mro__:
        if kind.__name__ in KINDS and kind.__module__.startswith("asyncio"):
            return kind.__name__
    return "Stream"


def capacity_of(thing):
    if isinstance(thing, queues.Queue):
        return thing._maxsize
    if isinstance(thing, locks.Semaphore):
        return thing._value
    if isinstance(thing, locks.Lock):
        return 1
    return getattr(thing, "_parties", 0)


def made(thing):
    """A constructor of asyncio has ended."""
    if not S.on or KNOWN.get(thing) or INNER.get(thing):
        return
    frame = sys._getframe(2)
    while frame.f_code.co_name == "__init__" and not PLACES.code(frame.f_code).mine and frame.f_locals.get("self") is thing:
        frame = frame.f_back             # of a class asyncio derived from it
    name = frame.f_code.co_name
    if PLACES.code(frame.f_code).mine or name != "__init__":
        resource(thing, kind_of(thing), variable(frame) or (name if name in FUNCTIONS else ""), capacity_of(thing))
    elif type(frame.f_locals["self"]).__name__ == "_AsCompletedIterator":
        resource(thing, kind_of(thing), "as_completed", capacity_of(thing))
    else:
        INNER.set(thing, weakref.ref(frame.f_locals["self"]))


def shown_of(thing):
    """The program's object that a primitive is, or is a part of."""
    while True:
        outer = INNER.get(thing)
        outer = outer() if outer is not None else None
        if outer is None:
            return thing
        thing = outer


def number_of(thing):
    return KNOWN.get(thing) or resource(thing, kind_of(thing), "", capacity_of(thing))


# ---------------------------------------------------------------------------------------------------- levels

def level(thing, value):
    if not S.on or INNER.get(thing) is not None and not isinstance(thing, locks.Lock):
        return
    outer = shown_of(thing)
    if outer is not thing and not isinstance(outer, locks.Condition):
        return
    if S.pending:
        flush_print()
    if S.task is not None:
        stack.look(sys._getframe(2))
    S.put(f"{S.stamp}{LEVEL}{actor()},{number_of(outer)},0,{value}]\n")


def queue_level(queue):
    if not S.on:
        return
    if S.pending:
        flush_print()
    lane, who = S.lane, 0
    if lane is not None:
        who = lane.id if lane.id > 0 else 0
        stack.look(getframe(1))
    number = NUMBERS.get(id(queue)) or number_of(queue)
    items = len(queue._queue) if type(queue) in PLAIN else size_of(queue)
    S.put(f"{S.stamp}{LEVEL}{who},{number},0,{items}]\n")


PLAIN = {queues.Queue, queues.LifoQueue, queues.PriorityQueue}


def size_of(queue):
    """Of a queue of the program's own class, without calling its code."""
    items = getattr(queue, "_queue", None)
    kind = type(items)
    return len(items) if kind in (list, dict, set, collections.deque) else 0


def value_level(thing):
    level(thing, int(thing._value))


def lock_level(lock):
    level(lock, int(lock._locked))


# ---------------------------------------------------------------------------------------------------- waits

def wait_on(reason, thing):
    S.wait = (REASON[reason], number_of(thing), 0, None)


def wait_get(queue):
    S.wait = (GET, NUMBERS.get(id(queue)) or number_of(queue), 0, None)


def wait_put(queue):
    S.wait = (PUT, NUMBERS.get(id(queue)) or number_of(queue), 0, None)


def wait_lock(lock):
    wait_on("Lock", shown_of(lock))


def wait_semaphore(semaphore):
    wait_on("Semaphore", semaphore)


def wait_event(thing):
    outer = shown_of(thing)
    wait_on("QueueJoin" if isinstance(outer, queues.Queue) else "Event", outer)


def wait_condition(condition):
    outer = shown_of(condition)
    wait_on("Condition" if outer is condition else "Barrier", outer)


def wait_group(group):
    S.wait = (REASON["TaskGroup"], resource(group, "TaskGroup"), 0, None)


def wait_process(transport):
    S.wait = (REASON["Process"], resource(transport, "Process"), 0, None)


def wait_stream(thing):
    S.wait = (REASON["Stream"], resource(thing, "Stream"), 0, None)


def wait_for(child):
    lane = getattr(child, "_cs_lane", None)
    if lane is not None and lane.id > 0:
        S.wait = (REASON["WaitFor"], lane.id, 0, None)


def wait_many(children):
    """asyncio.wait: the resource stands for this call of it, known by the future that is awaited next."""
    KNOWN.count += 1
    number = KNOWN.count
    event("ResourceCreated", RESOURCE["Wait"], actor(), number)
    for child in children:
        link(number, child)
    S.wait = (REASON["Wait"], number, 0, None)


def link(number, child):
    lane = getattr(child, "_cs_lane", None)
    if lane is None:
        event("FutureLinked", 1, actor(), number, 0, future_number(child))
    elif lane.id > 0:
        S.put(f"{S.stamp}{LINKED}{actor()},{number},0,{lane.id}]\n")


def group_child(group, task):
    lane = getattr(task, "_cs_lane", None)
    if S.on and lane is not None and lane.id > 0:
        event("FutureLinked", 0, actor(), resource(group, "TaskGroup"), 0, lane.id)


def future_number(future, name=""):
    job = JOBS.get(future)
    return resource(future, "Future" if job is None else "Executor", job or name)


def gather_number(future):
    found = KNOWN.get(future)
    if not found:
        found = resource(future, "Gather")
        for child in future._children:
            link(found, child)
    return found


def executor(future, function):
    """run_in_executor returns this future."""
    if isinstance(future, FUTURES):
        name = getattr(getattr(function, "func", function), "__name__", "")
        JOBS.set(future, name if type(name) is str else "")
    return future


def why(future, lane):
    """(reason, object) for a future that is awaited without a word of the library."""
    other = getattr(future, "_cs_lane", None)
    if other is not None and other.id > 0:
        return REASON["Task"], other.id
    if isinstance(future, GATHER):
        return REASON["Gather"], gather_number(future)
    inner = shielded(future)
    if inner is not None:
        return REASON["Shield"], inner
    if JOBS.get(future) is not None:
        return REASON["Executor"], future_number(future)
    return REASON["Future"], future_number(future, "" if KNOWN.get(future) else name_of_awaited(lane))


def shielded(future):
    """The lane that a future made by shield() protects: its callback closes over it."""
    for entry in getattr(future, "_callbacks", None) or ():
        callback = entry[0]
        if getattr(callback, "__qualname__", "").startswith("shield.<locals>"):
            for cell in callback.__closure__ or ():
                found = getattr(cell.cell_contents, "_cs_lane", None)
                if found is not None and found.id > 0 and cell.cell_contents is not future:
                    return found.id
    return None


def name_of_awaited(lane):
    for frame, _ in reversed(stack.shown(stack.chain(lane.coro))):
        if PLACES.code(frame.f_code).mine:
            return ASSIGNED.name(frame.f_code, frame.f_lasti)
    return ""


def known_future_end():
    """The type of `future.__await__()`, made of a future of no loop."""
    class Loop:
        def get_debug(self):
            return False

    return type(_asyncio.Future(loop=Loop()).__await__())


ENDS = {known_future_end()}          # what a coroutine awaits at the end of a chain
