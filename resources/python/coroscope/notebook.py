# SPDX-License-Identifier: MIT
"""The cell magic %%coroscope of IPython and Jupyter: `%load_ext coroscope`, then

    %%coroscope --set JOBS=3
    await asyncio.gather(*(job(n) for n in range(JOBS)))

runs the cell as a program of its own (cells.py) under the recorder and shows its run. Nothing of the kernel is changed.
"""

import argparse
import copy
import os
import shlex
import sys
import tempfile

from . import cells, constants, runs

USAGE = "%%coroscope [--clock virtual|real] [--compute measured|free] [--set NAME=VALUE]... [--compare previous] [--height PIXELS] [--lang en|fr]"


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise runs.Error(f"{message}; {USAGE}")


def parser():
    line = Parser(prog="%%coroscope", add_help=False, allow_abbrev=False)
    line.add_argument("--clock", choices=("virtual", "real"), default="virtual")
    line.add_argument("--compute", choices=("measured", "free"), default="measured")
    line.add_argument("--set", action="append", default=[])
    line.add_argument("--compare", choices=("previous",))
    line.add_argument("--height", type=int, default=560)
    line.add_argument("--lang", choices=("en", "fr"))
    return line


def parsed(line):
    try:
        given = parser().parse_args(shlex.split(line))
    except ValueError as error:                                     # an open quote
        raise runs.Error(f"{error}; {USAGE}") from None
    if not 100 <= given.height <= 4000:
        raise runs.Error(f"--height {given.height}: from 100 to 4000 pixels")
    wanted = {}
    for one in given.set:
        name, equals, value = one.partition("=")
        if not equals or not name.isidentifier():
            raise runs.Error(f"--set {one}: NAME=VALUE is wanted")
        wanted[name] = value
    given.set = wanted
    return given


def plain(raw, transform):
    """A cell's Python: of a cell under this magic what stands below it; other cells with a magic of their own are no Python."""
    first, _, rest = raw.lstrip().partition("\n")
    if first.startswith("%%"):
        return rest if first.split()[0] == "%%coroscope" else ""
    return transform(raw)


class Notebook:
    """What the magic remembers: the run before, of any cell."""

    def __init__(self, ipython):
        self._ipython = ipython
        self._previous = None

    def before(self, cell):
        """The sources of the cells executed earlier."""
        raw = list(self._ipython.history_manager.input_hist_raw[1:])
        if raw and raw[-1].rstrip().endswith(cell.rstrip()):
            raw.pop()                                               # this one
        return [plain(text, self._ipython.transform_cell) for text in raw]

    def magic(self, line, cell):
        from IPython.core.error import UsageError
        try:
            return self.run(line, cell)
        except runs.Error as sentence:
            raise UsageError(f"coroscope: {sentence}") from None

    def run(self, line, cell):
        given = parsed(line)
        runs.viewer()                                               # missed before anything runs
        python = self._ipython.transform_cell(cell)
        if "get_ipython()" in python and "get_ipython()" not in cell:
            raise runs.Error("the cell uses commands of IPython (%name, !command), which no program has")
        source = cells.program(self.before(cell), python)
        number = self._ipython.execution_count
        with tempfile.TemporaryDirectory(prefix="coroscope-") as folder:
            path = os.path.join(folder, f"cell_{number}.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
            options = {**runs.options_of(given.clock, given.compute), "program": path}
            if given.set:
                known = [constant.name for constant in constants.of_source(source)]
                options["set"] = runs.settings(given.set, known, "the cell")
            run = runs.recorded([path], options, f"cell_{number}.py", source, modules=os.getcwd())
        run.height, run.lang = given.height, given.lang
        run.compared = self._previous if given.compare else None
        self._previous = copy.copy(run)
        self._previous.compared = None                              # or every run would keep all before it
        if run.status != 0:
            sys.stderr.write(run.stderr.replace(path, f"cell_{number}.py"))
        return run


def load(ipython):
    ipython.register_magic_function(Notebook(ipython).magic, "cell", "coroscope")
