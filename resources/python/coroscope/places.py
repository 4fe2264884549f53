# SPDX-License-Identifier: MIT
"""Places in the program's sources: which code is the program's, and which line an instruction belongs to.

A frame is never kept, nor its line asked for: code object and offset of the instruction say the same and cost less. Code objects
are kept, so that their id() stays theirs.
"""

import os
import sys

from .state import OWN as OWN_WORK
from .state import S
from .stream import quoted

LIBRARY = os.path.dirname(os.__file__) + os.sep
ASYNCIO = LIBRARY + "asyncio" + os.sep
OWN = os.path.dirname(__file__) + os.sep
SOURCE = 700_000         # bytes of a source that is shown


class Program:
    """Where the program's files are."""
    folder = ""


def is_program_file(name):
    return not (name.startswith((LIBRARY, OWN, "<frozen")) or "/site-packages/" in name or "/dist-packages/" in name or name == "<string>")


def shown_name(name):
    """A file as it is called in the stream: relative, and never with a folder of this machine."""
    if not name.startswith("/"):
        return name
    best = ""
    for folder in (Program.folder, *sys.path):
        if folder.startswith("/") and name.startswith(folder.rstrip("/") + "/") and len(folder) > len(best):
            best = folder.rstrip("/")
            if folder == Program.folder:
                break
    return name[len(best) + 1:] if best else os.path.basename(name)


class Code:
    """What is known of a code object."""
    __slots__ = ("code", "mine", "own", "folded", "places", "family")

    def __init__(self, code, mine):
        self.code, self.mine, self.places = code, mine, {}
        self.own = code.co_filename.startswith(OWN)          # the recorder's
        self.folded = not mine and is_folded(code)
        self.family = None       # of its tasks (names.Family)


def is_folded(code):
    """asyncio's own coroutines: what it starts for itself, or to end a run."""
    return code.co_filename.startswith(ASYNCIO) and code.co_name.startswith(("_", "shutdown_")) and code.co_name != "_wrap_awaitable"


class Places:
    def __init__(self):
        self.codes = {}        # id(code) -> Code
        self._files = {}       # name of a file -> whether it is the program's
        self._numbers = {}     # (file, line, function) -> place
        self._sources = set()

    def code(self, code):
        found = self.codes.get(id(code))
        if found is None:
            name = code.co_filename
            mine = self._files.get(name)
            if mine is None:
                mine = self._files[name] = is_program_file(name)
            found = self.codes[id(code)] = Code(code, mine)
        return found

    def number(self, code, offset):
        places = self.code(code).places
        found = places.get(offset)
        if found is None:
            found = places[offset] = self._define(code, line_of(code, offset))
        return found

    def _define(self, code, line):
        key = (code.co_filename, line, code.co_name)
        found = self._numbers.get(key)
        if found is None:
            file = shown_name(code.co_filename)
            self._source(code.co_filename, file)
            found = self._numbers[key] = len(self._numbers) + 1
            function = "" if code.co_name == "<module>" else f',"function":{quoted(code.co_name)}'
            S.put(f'{{"place":{found},"file":{quoted(file)},"line":{line}{function}}}\n')
        return found

    def _source(self, path, file):
        if file in self._sources:
            return
        self._sources.add(file)
        with OWN_WORK:
            try:
                with open(path, "rb") as stream:
                    text = quoted(stream.read(SOURCE).decode("utf-8", "replace"))
            except (OSError, ValueError):
                return
            if len(text) < 1_000_000:
                S.put(f'{{"source":{quoted(file)},"is":{text}}}\n')


def line_of(code, offset):
    for start, end, line in code.co_lines():
        if start <= offset < end:
            return line or code.co_firstlineno
    return code.co_firstlineno


PLACES = Places()


def program_frame(frame):
    """The innermost frame of the program's own code, from `frame` outwards."""
    while frame is not None and not PLACES.code(frame.f_code).mine:
        frame = frame.f_back
    return frame


def place_of(frame):
    return 0 if frame is None else PLACES.number(frame.f_code, frame.f_lasti)
