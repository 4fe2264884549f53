# SPDX-License-Identifier: MIT
"""The await stack: which coroutines of the program a task stands in, and at which lines.

It is read where it can have changed and is looked at: when a task suspends, and when the program prints, creates a task, changes
a queue. The difference to what was last written becomes FrameEntered and FrameLeft. Coroutines are known by weak references and
frames by their id(): to hold either would keep alive what the program has let go.
"""

import gc
import types
import weakref

from . import writer
from .places import PLACES
from .state import S
from .stream import KIND, text

LIST_ITERATOR, MANY = type(iter([])), 100
COROUTINE, GENERATOR, ASYNC_GENERATOR = types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType
AWAIT, ENTERED, LEFT = KIND["TaskAwait"], KIND["FrameEntered"], KIND["FrameLeft"]

# Coroutines of the library that are worth a line of the stack: the function as the program calls it.
SHOWN = {"readline", "read", "readexactly", "readuntil", "wait", "wait_for", "wait_closed", "drain", "communicate", "start_server",
         "open_connection"}
NOT_SHOWN = {"Event.wait", "Barrier.wait"}
SUSPENDABLE = 0x80 | 0x20 | 0x200 | 0x100        # coroutine, generator, async generator, iterable coroutine


def _wrapper_types():
    """Types that stand between two links of a chain and tell what they hold to the garbage collector alone."""
    async def generator():
        yield

    async def coroutine():
        pass

    agen, coro = generator(), coroutine()
    asend, wrapper = agen.__anext__(), coro.__await__()
    athrow = agen.athrow(ValueError)
    found = (type(asend), type(wrapper), type(athrow))
    wrapper.close()
    for thing in (asend, athrow):
        if hasattr(thing, "close"):
            try:
                thing.close()
            except RuntimeError:
                pass
    return found


ASEND, WRAPPER, ATHROW = _wrapper_types()
INSIDE = {ASEND: (ASYNC_GENERATOR,), ATHROW: (ASYNC_GENERATOR,), WRAPPER: (COROUTINE,)}
ANEXT = (ASEND, ATHROW, WRAPPER, COROUTINE, GENERATOR, ASYNC_GENERATOR)


def _inside(thing):
    wanted = INSIDE.get(type(thing))
    if wanted is None:
        if type(thing).__name__ != "anext_awaitable":
            return None
        wanted = ANEXT
    for found in gc.get_referents(thing):
        if type(found) in wanted:
            return found
    return None


def chain(coro):
    """[(frame, coroutine), ...] from the outermost on."""
    out = []
    while coro is not None:
        kind = type(coro)
        if kind is COROUTINE:
            frame, inner = coro.cr_frame, coro.cr_await
        elif kind is GENERATOR:
            frame, inner = coro.gi_frame, coro.gi_yieldfrom
        elif kind is ASYNC_GENERATOR:
            frame, inner = coro.ag_frame, coro.ag_await
        else:
            coro = _inside(coro)
            continue
        if frame is not None:
            out.append((frame, coro))
        coro = inner
    return out


def shown(links):
    """The program's own, and the first of the library that one of them calls when its name says something."""
    out, hidden = [], False
    for frame, coro in links:
        code = frame.f_code
        if PLACES.code(code).mine:
            out.append((frame, coro))
            hidden = False
        elif not hidden:
            hidden = True
            name = getattr(coro, "__qualname__", None) or getattr(code, "co_qualname", code.co_name)
            if out and code.co_name in SHOWN and name not in NOT_SHOWN:
                out.append((frame, coro))
    return out


def _same(entry, frame, coro):
    if entry[0] != id(frame):
        return False
    known = entry[1]
    if known is not None:
        found = known()
        return found is not None and (coro is None or found is coro)
    if coro is not None:
        entry[1] = weakref.ref(coro)
    return True


class Waiting:
    """Coroutines that were made and not begun when another was awaited, by the id() of their frames: (weak reference, index of that await)."""
    known = {}


def since_when(frame):
    """Index of an event before which the coroutine that is entered now had been made, or -1."""
    found = Waiting.known.pop(id(frame), None) if Waiting.known else None
    coro = None if found is None else found[0]()
    return -1 if coro is None or coro.cr_frame is not frame else found[1]


def look_beside(coro, index):
    """What the one that awaits has in its variables besides: coroutines that are made already, and that it will await."""
    for thing in gc.get_referents(coro):
        kind = type(thing)
        if kind is LIST_ITERATOR:
            thing = next(iter(gc.get_referents(thing)), None)
            kind = type(thing)
        if kind is COROUTINE:
            _waits(thing, index)
        elif kind is list or kind is tuple:
            for part in thing[:MANY]:
                if type(part) is COROUTINE:
                    _waits(part, index)


def _waits(coro, index):
    frame = coro.cr_frame
    if frame is not None and not coro.cr_running and not coro.cr_suspended:
        key = id(frame)
        if key not in Waiting.known:
            Waiting.known[key] = (weakref.ref(coro, lambda _: Waiting.known.pop(key, None)), index)


def write(lane, links):
    """Writes what has changed since the last look at this lane. `links` begins with the task's own coroutine."""
    old = lane.chain or []
    same = 0
    for entry, link in zip(old, links[1:]):
        if not _same(entry, *link):
            break
        same += 1
    if len(old) == same and len(links) <= same + 1:
        return
    stamp, actor, put = S.stamp, lane.id, S.put
    for _ in range(len(old) - same):
        put(f"{stamp}{LEFT},0,{actor}]\n")
    del old[same:]
    for (caller, _), (frame, coro) in zip(links[same:], links[same + 1:]):
        name = text(frame.f_code.co_name.strip("<>"))
        place = PLACES.number(caller.f_code, caller.f_lasti)
        old.append([id(frame), None if coro is None else weakref.ref(coro), writer.events()])
        put(f"{stamp}{ENTERED},0,{actor},{name},{place},{since_when(frame)}]\n")
    lane.chain = old


def left(lane, frame):
    """A coroutine has given its answer to the one that awaits it, and those it awaited are gone as well."""
    for at, entry in enumerate(lane.chain):
        if entry[0] == id(frame):
            for _ in lane.chain[at:]:
                S.put(f"{S.stamp}{LEFT},0,{lane.id}]\n")
            del lane.chain[at:]
            return


def leave(lane):
    """The task has ended: every frame but its own is left."""
    for _ in lane.chain:
        S.put(f"{S.stamp}{LEFT},0,{lane.id}]\n")
    lane.chain = ()


def suspended(lane):
    """Writes the stack of a task that has just suspended; the place where the program awaits."""
    links = shown(chain(lane.coro))
    write(lane, links)
    if len(links) > 1 and lane.chain[-1][2] >= 0 and type(links[-2][1]) is COROUTINE:
        look_beside(links[-2][1], lane.chain[-1][2])
        lane.chain[-1][2] = -1
    for frame, _ in reversed(links):
        if PLACES.code(frame.f_code).mine:
            return PLACES.number(frame.f_code, frame.f_lasti)
    return 0


def look(frame):
    """Writes the stack of the running task, as it is seen from inside."""
    lane = S.lane
    if lane is None or lane.id <= 0:
        return
    links = []
    first = lane.coro.cr_frame if lane.root and lane.coro is not None else None        # no link stands further out
    while frame is not None:
        code = frame.f_code
        part = PARTS.get(id(code))
        if part is None:
            part = part_of(code)
        if part == LINK:
            links.append((frame, None))
            if frame is first:
                break
        elif part == END:
            break
        frame = frame.f_back
    if len(links) <= 1 and not lane.chain:
        return
    links.reverse()
    links = shown(links)
    if links or lane.chain:
        write(lane, links)


NOTHING, LINK, END = range(3)
PARTS = {}               # id() of a code object -> what it is in a stack


def part_of(code):
    """Whether a frame of this code can be a link of a stack."""
    known = PLACES.code(code)                # holds the code: its id() stays its own
    part = NOTHING
    if code.co_flags & SUSPENDABLE:
        shows = code.co_name != "<genexpr>" or code.co_flags & 0x200 if known.mine else code.co_name in SHOWN
        part = LINK if shows else NOTHING
    PARTS[id(code)] = part
    return part


def ends_at(code):
    """No task reaches further out than this: Handle._run."""
    PARTS[id(PLACES.code(code).code)] = END
