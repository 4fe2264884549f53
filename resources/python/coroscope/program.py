# SPDX-License-Identifier: MIT
"""What is changed in the program without touching its file: constants on its top, and an await that blocks instead."""

import sys

from . import constants, driven, output, times
from .places import PLACES


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
            inside = event == "line" and constant.first <= line <= constant.last
            if constant.begun and not inside and constant.name in frame.f_globals:
                frame.f_globals[constant.name] = constant.wanted
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
        Setter(constants.replaced(source, options["set"])).start()
    if driven.wanted(source):
        output.LOOKS.append(driven.look)
        driven.start(source)
