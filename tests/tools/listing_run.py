# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a lesson's Python listing on a virtual clock: what it prints, and CPython's own account of the
lines at which it printed, blocked, sent and awaited."""

import asyncio
import builtins
import dis
import inspect
import pathlib
import re
import sys
import threading
import time
import types
import warnings
from unittest import mock

from simulated_outside import outside
from virtual_clock import Clock, microseconds, virtual_time

# What a line of these prints is printed by the line that calls them.
HELPERS = {"show_timer", "mark", "echo"}

OWN_STAMP = re.compile(r"(\d+s \+ \d{3}ms)(?: |$)")
SUSPENDABLE = inspect.CO_COROUTINE | inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR | inspect.CO_ITERABLE_COROUTINE
YIELD_VALUE, RESUME = dis.opmap["YIELD_VALUE"], dis.opmap["RESUME"]
AFTER_YIELD = 1  # what a RESUME says of itself; after `yield from` and `await` it says something else


def stamp(us):
    return f"{us // 1_000_000}s + {us % 1_000_000 // 1000:03d}ms"


class Console:
    """The lines, each with the instant of its first character."""

    def __init__(self, clock):
        self._clock, self._lines, self._open = clock, [], None

    def print(self, *values, sep=" ", end="\n", file=None, flush=False):
        for n, piece in enumerate((sep.join(map(str, values)) + end).split("\n")):
            if n:
                self._end_line()
            if piece or (n == 0 and end == "\n" and self._open is None):
                self._add(piece)

    def _add(self, piece):
        moment = stamp(self._clock.now)
        own = OWN_STAMP.match(piece)
        if own and own[1] == moment:
            piece = piece[own.end():]
        self._open = self._open or [moment, ""]
        self._open[1] += piece

    def _end_line(self):
        if self._open:
            self._lines.append("  ".join(self._open).rstrip())
        self._open = None

    def report(self, text):
        self._end_line()
        self._lines.append(f"{stamp(self._clock.now)}  ! {text}")

    def text(self, end):
        self._end_line()
        return "\n".join([*self._lines, f"= {stamp(self._clock.now)}  {end}"]) + "\n"


class LineObserver:
    """Follows the listing by the interpreter's trace events and notes, in order:

    ("print", line), ("block", line), ("send", line), ("loop", line), and ("await", lines): a coroutine
    has suspended, with the lines of the whole chain, outermost first."""

    def __init__(self, path):
        self._path = path
        self.events = []
        self._leaving = []                      # the lines of the frames that suspend, innermost first

    def _is_listing(self, frame):
        return frame.f_code.co_filename == self._path

    def _line(self, frame):
        """Of the innermost frame of the listing, but for helpers that another line of it called."""
        while frame and not self._is_listing(frame):
            frame = frame.f_back
        while frame and frame.f_code.co_name in HELPERS and self._is_listing(frame.f_back):
            frame = frame.f_back
        return frame.f_lineno if frame else 0

    def note(self, kind):
        self.events.append((kind, self._line(sys._getframe(2))))

    def loop_runs(self):
        frame = sys._getframe(1)
        while frame and not self._is_listing(frame):
            if frame.f_code.co_name in ("close", "_cancel_all_tasks"):
                return                          # asyncio.run() tidies up
            frame = frame.f_back
        self.events.append(("loop", frame.f_lineno))

    def trace(self, frame, event, argument):
        if not self._is_listing(frame):
            return None
        if event == "call":
            self._leaving.clear()
            caller = frame.f_back
            if frame.f_code.co_flags & SUSPENDABLE and self._is_listing(caller) and self._is_hand(caller):
                self.events.append(("send", caller.f_lineno))
        elif event == "line":
            self._leaving.clear()
        elif event == "exception" and argument[0] is GeneratorExit and self._sent_by(frame.f_back):
            self.events.pop()                   # it was not sent to, but dropped
        elif event == "return" and self._suspends(frame):
            self._leaving.append(frame.f_lineno)
            if self._is_root(frame):
                self.events.append(("await", self._leaving[::-1]))
                self._leaving.clear()
        return self.trace

    def _sent_by(self, frame):
        return self.events and self.events[-1] == ("send", frame.f_lineno)

    def _is_hand(self, frame):
        return not frame.f_code.co_flags & SUSPENDABLE

    def _is_root(self, frame):
        caller = frame.f_back
        while caller and not self._is_listing(caller) and caller.f_code.co_flags & SUSPENDABLE:
            caller = caller.f_back              # a coroutine of the library between two of ours
        return not (caller and caller.f_code.co_flags & SUSPENDABLE)

    def _suspends(self, frame):
        code, at = frame.f_code.co_code, frame.f_lasti
        if at >= 0 and code[at] == YIELD_VALUE:
            at += 2                             # before 3.13 a frame stands at the yield, since then behind it
        if at < 2 or code[at] != RESUME or code[at - 2] != YIELD_VALUE:
            return False
        item = frame.f_code.co_flags & inspect.CO_ASYNC_GENERATOR and code[at + 1] & 3 == AFTER_YIELD
        return not item                         # which goes to the consumer of an asynchronous generator


class Outcome:
    def __init__(self, text, events):
        self.text, self.events = text, events


def error_text(error):
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def report_of(context):
    subject = context.get("task") or context.get("future")
    text = context["message"]
    if context.get("exception") is not None:
        text += ": " + error_text(context["exception"])
    if isinstance(subject, asyncio.Task):
        text += f" [{subject.get_name()} {subject.get_coro().__qualname__}]"
    return text


def with_constants(source, constants):
    """The listing with other values of the constants on its top."""
    for name, value in constants.items():
        source, count = re.subn(rf"^{name} = .*$", f"{name} = {value}", source, count=1, flags=re.MULTILINE)
        if not count:
            raise ValueError(f"no constant {name}")
    return source


def run_listing(path, interrupt=None, constants=None, observe=True, latency=0):
    """Runs it to its end. `interrupt`: seconds until Ctrl-C; `latency`: seconds to a client of its server."""
    with open(path, encoding="utf-8") as file:
        source = with_constants(file.read(), constants or {})
    clock = Clock(None if interrupt is None else microseconds(interrupt))
    console, observer = Console(clock), LineObserver(path)

    def noted(kind, function):
        def call(*args, **kwargs):
            observer.note(kind)
            return function(*args, **kwargs)
        return call

    def warned(message, category, *_, **__):
        console.report(f"{category.__name__}: {message}")

    listing = types.ModuleType("__main__")
    with virtual_time(clock, observer), outside(pathlib.Path(path).parent.name, latency, console.print), warnings.catch_warnings(), \
            mock.patch.object(time, "sleep", noted("block", clock.sleep)), \
            mock.patch.object(builtins, "print", noted("print", console.print)), \
            mock.patch.object(asyncio.BaseEventLoop, "default_exception_handler",
                              lambda _, context: console.report(report_of(context))):
        warnings.simplefilter("always")
        warnings.showwarning = warned
        code = compile(source, path, "exec")
        if observe:
            threading.settrace(observer.trace)
            sys.settrace(observer.trace)
        try:
            exec(code, listing.__dict__)
        finally:
            sys.settrace(None)
            threading.settrace(None)
        return Outcome(console.text(clock.end), observer.events)
