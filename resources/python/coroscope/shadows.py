# SPDX-License-Identifier: MIT
"""Files beside the program that bear the name of a module of the library: `queue.py`, `json.py`.

The recorder imports before the program's folder is looked into. What it has imported under such a name must not be what the program
finds; and a program that hides a module asyncio needs does not get past `import asyncio`, with the recorder no more than without.
"""

import os
import sys


class Hidden(Exception):
    """asyncio would not find a module of its own."""


def folder_of_program():
    first = sys.argv[0] if sys.argv else ""
    if first in ("", "-c", "-m"):
        return "."
    return first if os.path.isdir(first) else os.path.dirname(os.path.abspath(first))


def beside_program():
    """Names under which the program's folder offers a module."""
    found = set()
    try:
        with os.scandir(folder_of_program()) as entries:
            for entry in entries:
                stem, dot, suffix = entry.name.partition(".")
                if suffix == "py" or suffix.endswith("so") or not dot and os.path.isfile(os.path.join(entry.path, "__init__.py")):
                    found.add(stem)
    except OSError:
        pass
    return found


def forget(names):
    """Whoever imports one of these finds it anew."""
    for module in list(sys.modules):
        if module.partition(".")[0] in names:
            del sys.modules[module]


def guarded(load, before):
    """What load() gives, called with asyncio imported. `before`: names of the modules plain Python would have by now."""
    here = set(sys.modules)
    import asyncio                               # noqa: F401
    needed = {name.partition(".")[0] for name in set(sys.modules) - here}
    loaded = load()
    every = {name.partition(".")[0] for name in set(sys.modules) - before} - {__package__}
    hidden = beside_program() & every
    if hidden & needed:
        forget(every)
        raise Hidden(f"{sorted(hidden & needed)[0]}.py beside the program hides a module of Python's that asyncio needs")
    forget(hidden)
    return loaded
