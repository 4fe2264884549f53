# SPDX-License-Identifier: MIT
"""Coroutines of the program that are entered and left without a wait.

The await stack is read when a task suspends (stack.py). Two sorts of functions come and go between two waits, and are not seen then:
asynchronous generators, which are left at each `yield` and asked again, and coroutines that await nothing but are awaited. Those
functions tell themselves: when a loop starts, hooks are put into the ones that have been defined by then (as rewrite.py does with
the library: same function, file, lines and columns).
"""

import gc
import os
import re
import sys
import types
from _thread import get_ident

from . import rewrite, stack
from .edits import enclosed, expression
from .lines import flush_print
from .places import PLACES, is_program_file
from .state import OWN, S

ASYNC = re.compile(rb"\basync\s+def\b")
AWAITED = re.compile(rb"\bawait\s+[\w.]*?(\w+)\(")
CALLED = {"__anext__", "__aenter__", "__aexit__"}        # by the interpreter
FUNCTION, CODE = types.FunctionType, types.CodeType


class Seen:
    files = {}               # name of a file -> {(qualified name, first line): code with hooks}


# ---------------------------------------------------------------------------------------------------- hooks

def _is_loops():
    return S.on and S.task is not None and not (S.threads and get_ident() != S.main)


def entered():
    """At the beginning of the function."""
    if _is_loops():
        if S.pending:
            flush_print()
        stack.look(sys._getframe(1))


def left():
    """At its end."""
    _left(sys._getframe(1))


def gives(value):
    """In front of a yield: the generator is left."""
    _left(sys._getframe(1))
    return value


def asked(sent):
    """Behind it."""
    if _is_loops():
        if S.pending:
            flush_print()
        stack.look(sys._getframe(1))
    return sent


def _left(frame):
    if _is_loops() and S.lane.id > 0 and S.lane.chain:
        if S.pending:
            flush_print()
        stack.left(S.lane, frame)


HOOKS = {"entered": entered, "left": left, "gives": gives, "asked": asked, "trouble": None, "cut": rewrite.cut_handled}


# ---------------------------------------------------------------------------------------------------- where they go

def look_for(trouble):
    """A loop starts: functions of files that were not there before get their hooks."""
    HOOKS["trouble"] = trouble
    new = {}
    for module in list(sys.modules.values()):
        name = getattr(module, "__file__", None)
        if type(name) is str and name not in Seen.files and is_program_file(name):
            Seen.files[name] = {}
            try:
                with open(name, "rb") as stream:
                    source = stream.read()
            except OSError:
                continue
            if ASYNC.search(source):
                new[name] = source
    if new:
        with OWN:
            _change(new)


def _change(sources):
    awaited = CALLED.union(*([name.decode() for name in AWAITED.findall(source)] for source in sources.values()))
    changed = {name: found for name, source in sources.items() if (found := _codes(name, source, awaited))}
    if not changed:
        return
    for function in gc.get_objects():
        if type(function) is FUNCTION:
            code = function.__code__
            found = changed.get(code.co_filename)
            other = found and found.get((code.co_qualname, code.co_firstlineno))
            if other and _is_same(code, other):
                function.__code__ = other


def _is_same(code, other):
    """The source is what the function was made of: it may have been written anew since."""
    return ((code.co_varnames, code.co_freevars, code.co_flags) == (other.co_varnames, other.co_freevars, other.co_flags)
            and set(code.co_names) <= set(other.co_names))


def _codes(name, source, awaited):
    """{(qualified name, first line): code} of the functions to be changed, and of those they are defined in."""
    import ast
    import warnings
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    count = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.AsyncFunctionDef):
            count += _changed(node, awaited)
    if not count:
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        module = compile(tree, name, "exec", dont_inherit=True)
    found = {}
    _collect(module, found)
    return found


def _changed(function, awaited):
    import ast
    inside = list(_own_nodes(function))
    if any(isinstance(node, ast.Yield) for node in inside):
        Yields(function).change()
    elif function.name in CALLED:
        pass                             # may end before it awaits: `async for` is over
    elif function.name not in awaited or any(isinstance(node, (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.comprehension)) for node in inside):
        return 0
    enclosed("@entered()", "@left()")(function)
    return 1


def _own_nodes(function):
    """What belongs to a function and not to one inside of it."""
    import ast
    rest = list(function.body)
    while rest:
        node = rest.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            rest.extend(ast.iter_child_nodes(node))


class Yields:
    """Puts hooks around every yield of an asynchronous generator."""

    def __init__(self, function):
        self._function = function

    def change(self):
        import ast
        for node in [self._function, *_own_nodes(self._function)]:
            if node is not self._function and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
                continue
            for field, value in ast.iter_fields(node):
                if node is self._function and field != "body":
                    continue
                if isinstance(value, list):
                    value[:] = [self._replaced(part) for part in value]
                elif isinstance(value, ast.Yield):
                    setattr(node, field, self._replaced(value))

    @staticmethod
    def _replaced(node):
        import ast
        if not isinstance(node, ast.Yield):
            return node
        before = expression("@gives(None)", node)
        if node.value is not None:
            before.args[0] = node.value
        node.value = before
        after = expression("@asked(None)", node)
        after.args[0] = node
        return after


def _collect(code, found):
    """Puts the hooks where their names stand, and notes what was changed; whether anything was."""
    constants, touched = [], False
    for constant in code.co_consts:
        if type(constant) is CODE:
            inner = _collect(constant, found)
            touched = touched or inner is not constant
            constant = inner
        elif type(constant) is str and constant.startswith(rewrite.SIGN):
            constant, touched = HOOKS[constant[len(rewrite.SIGN):]], True
        constants.append(constant)
    if touched:
        code = code.replace(co_consts=tuple(constants))
        if code.co_name != "<module>":
            found[code.co_qualname, code.co_firstlineno] = code
    return code
