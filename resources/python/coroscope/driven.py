# SPDX-License-Identifier: MIT
"""Coroutines and generators that the program drives by hand: send(), throw(), next(), without a loop.

Nothing of the library is called then, so the interpreter is asked to tell of every call (sys.setprofile), which is slow: only in
a program whose source drives by hand, and only until a loop runs.
"""

import dis
import inspect
import itertools
import re
import sys
import types
import weakref

from . import lanes, stack, texts
from .names import arguments, family_of
from .lines import flush_print
from .places import PLACES, place_of
from .state import S
from .stream import event, text

DRIVES = re.compile(rb"\.(send|throw)\(")
VARIABLES = re.compile(rb"\b(\w+)\.(?:send|throw)\(|\bnext\((\w+)\)")
NEXT = re.compile(rb"\bnext\(")
LOOPS = re.compile(rb"\b(asyncio|socket)\b")
METHODS = {"send", "throw", "__next__"}
KINDS = (types.CoroutineType, types.GeneratorType)
RESUME = dis.opmap.get("RESUME")
YIELDS = {dis.opmap["YIELD_VALUE"]}
RETURNS = {dis.opmap[name] for name in ("RETURN_VALUE", "RETURN_CONST") if name in dis.opmap}


class Drive:
    """One call of send() that is not answered yet."""
    __slots__ = ("lane", "root", "depth", "outer", "told", "ending")

    def __init__(self, lane, root, outer):
        self.lane, self.root, self.outer = lane, root, outer
        self.depth = 0
        self.told = False        # what it yields has been written
        self.ending = None       # (how, text) of its end


class Driven:
    lanes = weakref.WeakKeyDictionary()
    names = set()
    drives = []
    driven = set()               # variables the source drives
    calls = {}                   # file -> {position: Call node}
    is_on = False


def wanted(source):
    return bool(DRIVES.search(source) or NEXT.search(source) and not LOOPS.search(source))


def start(source):
    Driven.driven = {(a or b).decode() for a, b in VARIABLES.findall(source)}
    Driven.is_on = True
    sys.setprofile(_profile)


def stop():
    """A loop runs."""
    if Driven.is_on:
        Driven.is_on = False
        sys.setprofile(None)


def _profile(frame, what, argument):
    if not S.on:
        stop()
        return
    if what == "c_call":
        _called(frame, argument)
    elif Driven.drives:
        if what == "return":
            _returned(frame, argument)
        elif what == "call":
            Driven.drives[-1].told = False
        elif what in ("c_return", "c_exception") and _is_drive(argument):
            _answered(frame)


def _is_drive(function):
    name = getattr(function, "__name__", "")
    return name == "next" or name in METHODS and isinstance(getattr(function, "__self__", None), KINDS)


def _called(frame, function):
    if not _is_drive(function):
        return
    if not PLACES.code(frame.f_code).mine:
        Driven.drives.append(Drive(None, None, S.lane))
        return
    node = _node(frame)
    coro = getattr(function, "__self__", None)
    by_next = function.__name__ == "next"
    if by_next:
        coro = _named(frame, node.args[0]) if node is not None and node.args else None
    elif function.__name__ == "throw":
        node = None
    if not isinstance(coro, KINDS) or not PLACES.code(lanes.code_of(coro)).mine:
        Driven.drives.append(Drive(None, None, S.lane))
        return
    flush_print()
    lane = Driven.lanes.get(coro)
    if lane is None:
        _expect(frame)
        lane = Driven.lanes.get(coro) or _announce(coro, _variable(node))
    sent = "None" if by_next or node is None or not node.args else _said(frame, node.args[0])
    event("Sent", int(by_next), lane.id, text(sent), place_of(frame))
    Driven.drives.append(Drive(lane, lanes.code_of(coro), S.lane))
    S.lane = lane


def _expect(frame):
    """Those that have been made for variables which the source drives are there from now on, in the order of the variables."""
    for name, value in list(frame.f_globals.items()):
        if name in Driven.driven and isinstance(value, KINDS) and value not in Driven.lanes and _is_new(value):
            _announce(value, name)


def _is_new(coro):
    state = inspect.getcoroutinestate(coro) if isinstance(coro, types.CoroutineType) else inspect.getgeneratorstate(coro)
    return state in ("CORO_CREATED", "GEN_CREATED") and PLACES.code(lanes.code_of(coro)).mine


def _variable(node):
    """The name of what is driven by a call, or ""."""
    held = None
    if node is not None:
        held = node.args[0] if getattr(node.func, "id", "") == "next" else getattr(node.func, "value", None)
    return getattr(held, "id", "")


def _announce(coro, name):
    code = lanes.code_of(coro)
    lane = Driven.lanes[coro] = lanes.Lane(lanes.new_actor(), None)
    event("ActorCreated", 3, lane.id, text(name), text(code.co_name))
    labels = family_of(PLACES.code(code), code.co_name).add(lane.id, arguments(coro, code))
    if not name or name in Driven.names:
        for who, label in labels:
            event("ActorLabel", 0, who, text(label))
    Driven.names.add(name)
    return lane


def _returned(frame, value):
    drive = Driven.drives[-1]
    if drive.lane is None or not frame.f_code.co_flags & stack.SUSPENDABLE or not PLACES.code(frame.f_code).mine:
        return
    code, at = frame.f_code.co_code, frame.f_lasti
    opcode = code[at]
    if opcode == RESUME and at >= 2:             # from Python 3.13 on it stands behind the yield already
        opcode = code[at - 2]
    if opcode in YIELDS:
        if not drive.told:
            drive.told = True
            flush_print()
            _look(drive, frame)
            event("Yielded", 0, drive.lane.id, text(texts.of_value(value)), place_of(frame))
    elif _is_inner(frame):
        flush_print()
        stack.left(drive.lane, frame)
    elif frame.f_code is drive.root:
        drive.ending = ("Returned", texts.of_value(value)) if opcode in RETURNS else ("Raised", "")


def _is_inner(frame):
    """Whether another coroutine of the program awaits this one."""
    outer = frame.f_back
    return outer is not None and bool(outer.f_code.co_flags & stack.SUSPENDABLE) and PLACES.code(outer.f_code).mine


def _look(drive, frame):
    links = []
    while frame is not None and frame.f_code.co_flags & stack.SUSPENDABLE:
        links.append((frame, None))
        frame = frame.f_back
    links.reverse()
    stack.write(drive.lane, stack.shown(links))


def _answered(frame):
    drive = Driven.drives.pop()
    flush_print()
    if drive.lane is not None and drive.ending is not None:
        stack.leave(drive.lane)
        event(drive.ending[0], 0, drive.lane.id, text(drive.ending[1]))
    S.lane = drive.outer


def look(frame):
    """The stack of what is driven, when it prints."""
    if Driven.drives and Driven.drives[-1].lane is S.lane and S.lane is not None:
        while frame is not None and not frame.f_code.co_flags & stack.SUSPENDABLE:
            frame = frame.f_back
        if frame is not None:
            _look(Driven.drives[-1], frame)


# ---------------------------------------------------------------------------------------------------- the call in the source

def _node(frame):
    """The call this frame is about to make, as it is written."""
    import ast
    code = frame.f_code
    if not hasattr(code, "co_positions"):
        return None
    calls = Driven.calls.get(code.co_filename)
    if calls is None:
        calls = Driven.calls[code.co_filename] = {}
        try:
            with open(code.co_filename, "rb") as stream:
                tree = ast.parse(stream.read())
        except (OSError, ValueError, SyntaxError):
            return None
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                calls[node.lineno, node.end_lineno, node.col_offset, node.end_col_offset] = node
    return calls.get(next(itertools.islice(code.co_positions(), frame.f_lasti // 2, None), None))


def _named(frame, node):
    import ast
    if not isinstance(node, ast.Name):
        return None
    return frame.f_locals.get(node.id, frame.f_globals.get(node.id))


def _said(frame, node):
    """The value of an argument, when its text tells it."""
    import ast
    if isinstance(node, ast.Name):
        return texts.of_value(_named(frame, node))
    try:
        return texts.of_value(ast.literal_eval(node))
    except (ValueError, TypeError):
        return ast.unparse(node)
