# SPDX-License-Identifier: MIT
"""Virtual time: whole microseconds that stand still while the program runs and jump when nothing is ready.

It jumps only when nobody outside can act (outside.py); else it runs along with real time. The clocks the program reads are 10 ps
later after each jump, so that rounded differences and ties fall as on a real clock. And time never stands still for a program that
waits for it: after many readings within an instant each adds a microsecond.
"""

import itertools
import signal

from .lines import flush_print
from .state import Real, S
from .stream import event

US = 1_000_000
FAR = 10 ** 15           # some thirty years
LATER = 1e-11
LATEST = 4e-7
MANY = 1_000             # readings of the clock, or iterations, within one instant


class World:
    late = 0.0
    epoch = 0.0              # what time.time() says at the start of the run
    until = None             # microseconds at which Ctrl-C comes
    order = itertools.count()
    idle_ends = 0


def to_us(seconds):
    """Whole microseconds; what never comes is far away."""
    try:
        us = round(seconds * US)
    except OverflowError:
        return FAR if seconds > 0 else -FAR
    except ValueError:                       # not a number
        return 0
    return us if -FAR < us < FAR else FAR if us > 0 else -FAR


def when_us(when):
    """A deadline the program computed from a clock it read."""
    return to_us(when - World.late)


def move(us):
    """The time is `us` now, unless it is later already."""
    if us > S.us:
        if S.pending:
            flush_print()
        S.us = us
        S.stamp = f"[{us}000,"


def jump(us):
    move(us)
    World.late = min(World.late + LATER, LATEST)
    S.reads = S.turns = 0


def read():
    """The program reads a clock."""
    if not S.virtual:
        return Real.perf_counter() - S.began
    S.reads += 1
    if S.reads > MANY:
        move(S.us + 1)
    return S.us / US + World.late


def read_aside():
    """A thread reads a clock: that does not stand still for it either."""
    if S.virtual:
        S.reads += 1
        if S.reads > MANY:
            S.us += 1
            S.stamp = f"[{S.us}000,"
    return quiet()


def quiet():
    """asyncio reads it."""
    if not S.virtual:
        return Real.perf_counter() - S.began
    return S.us / US + World.late


def interrupt():
    """Ctrl-C, at the instant that was asked for."""
    World.until = None
    event("Interrupted")
    signal.raise_signal(signal.SIGINT)


def is_due():
    return World.until is not None and World.until <= S.us


def go_real():
    """From now on time is real, on from where it is."""
    S.virtual = False
    S.began = Real.perf_counter() - S.us / US
