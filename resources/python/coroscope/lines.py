# SPDX-License-Identifier: MIT
"""Lines of output as events: what has no line feed yet waits for the rest, and is written before anything else can be."""

from .state import S
from .stream import LINE, text

PIECE = LINE // 12


class Pending:
    """A line that is not ended yet."""
    __slots__ = ("kind", "actor", "text", "place", "key")

    def __init__(self, kind, who, said, place, key):
        self.kind, self.actor, self.text, self.place, self.key = kind, who, said, place, key


def flush_print():
    """Writes the line that has no end yet."""
    pending, S.pending = S.pending, None
    if pending is not None and S.on:
        printed(pending.kind, pending.actor, pending.text, pending.place, 0)


def printed(kind, who, said, place, end):
    while len(said) > PIECE:
        S.put(f"{S.stamp}{kind},0,{who},{text(said[:PIECE])},{place},0]\n")
        said = said[PIECE:]
    S.put(f"{S.stamp}{kind},0,{who},{text(said)},{place},{end}]\n")
