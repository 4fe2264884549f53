# SPDX-License-Identifier: MIT
"""What Python and asyncio complain about: warnings, coroutines nobody awaited, exceptions nobody asked for."""

import asyncio
import sys

from . import texts, threads
from .lanes import lane_of
from .lines import flush_print
from .output import MUTED
from .places import program_frame, place_of
from .state import S, actor
from .stream import event, text


def warned(message):
    """A warning is about to be shown."""
    MUTED.append(True)
    if S.on and not threads.elsewhere():
        flush_print()
        said = message.message
        said = str(said) if type(said).__str__ in PLAIN else type(said).__name__
        event("Warned", 0, actor(), text(f"{message.category.__name__}: {said}"))


PLAIN = {BaseException.__str__, SyntaxError.__str__, ImportError.__str__, OSError.__str__}


def shown():
    MUTED.pop()


def never(coro):
    """A coroutine is dropped that was never awaited."""
    if S.on and not threads.elsewhere():
        flush_print()
        name = coro.__qualname__
        frame = program_frame(sys._getframe(2))
        event("NeverAwaited", 0, actor(), text(name if type(name) is str else ""), place_of(frame))


def report(loop, context):
    """The loop's exception handler is called."""
    MUTED.append(True)
    if not S.on or threads.elsewhere():
        return
    flush_print()
    task = context.get("task") or context.get("future")
    lane = lane_of(task)
    who = 0 if lane is None else lane.id
    message = context.get("message")
    message = message if type(message) is str else "Unhandled exception in event loop"
    error = context.get("exception")
    told = None if error is None else texts.of_exception(error)
    if message.startswith("Exception in callback"):
        message = "Exception in callback"
    said = message if error is None else f"{message}: {told}"
    if isinstance(task, asyncio.Task):
        function = getattr(task.get_coro(), "__name__", "")
        said = f"{said} [{task.get_name()} {function}]"
    event("Reported", 0, who, text(said))


def reported():
    MUTED.pop()
