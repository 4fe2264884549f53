# SPDX-License-Identifier: MIT
"""A run as a value: `run = coroscope.record("prog.py")`, then `run.png()`, `run.table()`, or the run itself in a notebook.

The program runs in a process of its own, under the recorder. What a run looks like is asked of the program `coroscope`,
found on the PATH or where the variable COROSCOPE says.
"""

import base64
import html
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import weakref

from . import constants, launch

MISSING = ("the program coroscope is not there: install it (the Debian package coroscope), or name it in the variable COROSCOPE; "
           "save() writes the run, which it opens later")


class Error(Exception):
    """A sentence for the user."""


class Text(str):
    """Is shown as it is, not as a literal."""

    def _repr_pretty_(self, printer, _cycle):
        printer.text(str(self))


class Table(Text):
    """A table in Markdown."""

    def _repr_markdown_(self):
        return str(self)


class Folder:
    """Is there as long as one of the runs in it."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="coroscope-")
        weakref.finalize(self, shutil.rmtree, self.path, True)


def viewer():
    found = os.environ.get("COROSCOPE") or shutil.which("coroscope")
    if not found or not os.access(found, os.X_OK):
        raise Error(MISSING)
    return found


def ask(*arguments):
    """What the program writes to standard output, as bytes."""
    result = subprocess.run([viewer(), *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if result.returncode not in (0, 1):                             # 1: the recorded program failed, and the answer is there
        raise Error(result.stderr.decode(errors="replace").strip().removeprefix("coroscope: ") or f"exit status {result.returncode}")
    return result.stdout


class Run:
    """What was recorded. `name`; `status` of the program as a shell says it; `stdout`, `stderr` as text; `source`."""

    def __init__(self, folder, stream, name, status, stdout, stderr, source=None):
        self._folder, self.stream = folder, stream                  # the folder goes with the run
        self.name, self.status, self.stdout, self.stderr, self.source = name, status, stdout, stderr, source
        self.height, self.lang, self.compared = 560, None, None     # how it is shown, and beside which run

    def __repr__(self):
        end = "" if self.status == 0 else f", exit status {self.status}"
        return f"<coroscope run of {self.name}{end}>"

    def save(self, path):
        """run.json: a saved run, which Coroscope and the viewers of Chrome traces open; run.jsonl: the stream as it was written."""
        path = os.fspath(path)
        if path.endswith(".jsonl"):
            shutil.copyfile(self.stream, path)
        else:
            ask("convert", self.stream, "--output", path)
        return path

    def html(self, path=None, lang=None):
        """The page that plays the run: written there, or returned."""
        made = self._made("page.html", path, lang)
        return made.decode() if path is None else made

    def png(self, path=None, lang=None):
        """The picture of the whole run: written there, or returned."""
        return self._made("picture.png", path, lang)

    def table(self):
        """The job table."""
        return Table(ask("table", self.stream, "--format", "markdown").decode())

    def stats(self):
        """What was measured, as a dictionary: milliseconds a task, what is worth a remark."""
        return json.loads(ask("stats", self.stream, "--format", "json"))

    def explain(self, lang="en"):
        """The run in sentences, one a step."""
        return Text(ask("explain", self.stream, "--lang", lang).decode())

    def show(self):
        """Opens the window, beside everything else."""
        subprocess.Popen([viewer(), self.stream], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                         start_new_session=True)

    def _made(self, name, path, lang):
        target = os.path.join(self._folder.path, name) if path is None else os.fspath(path)
        against = ["--compare", self.compared.stream] if self.compared else []
        ask("export", self.stream, "--output", target, *against, *(["--lang", lang] if lang else []))
        if path is not None:
            return path
        with open(target, "rb") as file:
            return file.read()

    def _repr_png_(self):
        return self.png()

    def _repr_html_(self):
        return framed(self.html(lang=self.lang), self.png(lang=self.lang), self.name, self.height)


def framed(page, picture, name, height):
    """The page in a frame that can do nothing outside of itself; under it the picture, for whoever takes the frame away."""
    still = base64.b64encode(picture).decode()
    inner = html.escape(page, quote=True).replace("\r", "&#13;").replace("\n", "&#10;")
    title = html.escape(name, quote=True)
    return (f'<div style="position:relative;height:{height}px;overflow:hidden">'
            f'<img alt="{title}" style="max-width:100%;max-height:100%" src="data:image/png;base64,{still}">'
            f'<iframe title="{title}" sandbox="allow-scripts" style="position:absolute;top:0;left:0;width:100%;height:100%;border:0" '
            f'srcdoc="{inner}"></iframe></div>')


def wait(process):
    """What it wrote. An interrupt of ours is one of the program's, and a second one its end."""
    sent = signal.SIGINT
    while True:
        try:
            return process.communicate()
        except KeyboardInterrupt:
            try:
                os.killpg(process.pid, sent)
            except ProcessLookupError:
                pass
            sent = signal.SIGKILL


def recorded(arguments, options, name, source=None, modules=None):
    """Runs `python ARGUMENTS` under the recorder to its end. `modules`: a folder more in which they are found."""
    folder = Folder()
    stream = os.path.join(folder.path, "run.jsonl")
    fd = os.open(stream, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    ended, alive = os.pipe()                                        # its end says that we are gone
    try:
        chosen = {**options, "name": name, "fd": fd, "control": ended}
        environment = launch.environment(chosen)
        if modules:
            environment["PYTHONPATH"] += os.pathsep + modules
        process = subprocess.Popen([sys.executable, *arguments], env=environment, pass_fds=[fd, ended], start_new_session=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.close(ended)
        ended = None
        out, err = wait(process)
        status = process.returncode
        os.write(fd, (json.dumps({"exit": {"status": status} if status >= 0 else {"signal": -status}}) + "\n").encode())
    finally:
        for one in (fd, ended, alive):
            if one is not None:
                os.close(one)
    texts = (written.decode(errors="replace") for written in (out, err))
    return Run(folder, stream, name, status if status >= 0 else 128 - status, *texts, source)


def settings(wanted, known, where):
    """Constants to be set, held against those there are."""
    for name in wanted:
        if name not in known:
            raise Error(f"{where} has no constant {name}; it has {', '.join(known) or 'none'}")
    return {name: value if isinstance(value, str) else repr(value) for name, value in wanted.items()}


def options_of(clock="virtual", compute="measured", block=(), until=None, epoch=None):
    if clock not in ("virtual", "real") or compute not in ("measured", "free"):
        raise Error("clock is virtual or real, compute is measured or free")
    chosen = {"clock": clock, "compute": compute}
    if block:
        chosen["block"] = list(block)
    for key, value in (("until", until), ("epoch", epoch)):
        if value is not None:
            chosen[key] = float(value)
    return chosen


def record(program, *arguments, set=None, **options):
    """Runs a Python program (a file, or a folder with __main__.py) under the recorder and gives its run.

    `set`: {constant: value}; `clock`: "virtual" or "real"; `compute`: "measured" or "free"; `block`: lines whose sleep
    blocks; `until`: seconds to Ctrl-C. What the program prints is in the run.
    """
    path = os.fspath(program)
    file = os.path.join(path, "__main__.py") if os.path.isdir(path) else path
    if not os.path.isfile(file):
        raise Error(f"there is no {file}")
    chosen = options_of(**options)
    chosen["program"] = os.path.abspath(file)
    if set:
        chosen["set"] = settings(set, constants.of_file(file), path)
    with open(file, "rb") as opened:
        source = opened.read().decode(errors="replace")
    return recorded([path, *map(str, arguments)], chosen, os.path.basename(os.path.abspath(path)), source)
