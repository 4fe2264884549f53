# SPDX-License-Identifier: MIT
"""What is changed in the program without touching its file: constants on its top, and an await that blocks instead."""

import sys

from . import driven, output, times
from .places import PLACES


class Constant:
    """`NAME = value` on the top level of the program."""

    def __init__(self, name, first, last, value):
        self.name, self.first, self.last, self.value = name, first, last, value


def value_of(written, old):
    """The value a text stands for, beside the constant it replaces: NAME=x is a text where a text stood."""
    import ast
    if not isinstance(written, str):
        return written
    try:
        value = ast.literal_eval(written)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return written
    return written if isinstance(old, str) and not isinstance(value, str) else value


def constants(source, wanted):
    """Those of `wanted` ({name: text}) that the source assigns, in order."""
    import ast
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []                                # Python will say so
    found = []
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and target.id in wanted and value is not None:
            try:
                old = ast.literal_eval(value)
            except (ValueError, TypeError):
                continue
            found.append(Constant(target.id, node.lineno, node.end_lineno, value_of(wanted[target.id], old)))
    return found


class Setter:
    """Follows the top level of the program until its constants are set, and is gone then."""

    def __init__(self, found):
        self._rest = list(found)

    def start(self):
        if self._rest:
            sys.settrace(self._call)

    def _call(self, frame, event, argument):
        if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") == "__main__":
            return self._line
        return None

    def _line(self, frame, event, argument):
        line = frame.f_lineno
        for constant in list(self._rest):
            begun = getattr(constant, "begun", False)
            inside = event == "line" and constant.first <= line <= constant.last
            if begun and not inside and constant.name in frame.f_globals:
                frame.f_globals[constant.name] = constant.value
                self._rest.remove(constant)
            elif inside:
                constant.begun = True
        if self._rest and event != "return":
            return self._line
        sys.settrace(None)
        return None


class Blocked:
    """Lines whose `await asyncio.sleep(...)` blocks."""
    lines = set()
    file = ""


def blocked(delay):
    """At the beginning of asyncio.sleep(): whether it has blocked instead."""
    frame = sys._getframe(2)
    if not PLACES.code(frame.f_code).mine or frame.f_lineno not in Blocked.lines or frame.f_code.co_filename != Blocked.file:
        return False
    times.block(delay, frame)
    return True


def prepare(path, options):
    """Before the program is read."""
    Blocked.file, Blocked.lines = path, set(options.get("block") or ())
    try:
        with open(path, "rb") as stream:
            source = stream.read()
    except OSError:
        return
    if options.get("set"):
        Setter(constants(source, options["set"])).start()
    if driven.wanted(source):
        output.LOOKS.append(driven.look)
        driven.start()
