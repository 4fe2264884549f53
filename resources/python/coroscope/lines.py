# SPDX-License-Identifier: MIT
"""Lines of output as events: what has no line feed yet waits for the rest, and is written before anything else can be."""

from .places import PLACES
from .state import S
from .stream import LINE, text

PIECE = LINE // 12


def flush_print():
    """Writes the line that has no end yet: (kind, actor, code, offset, text)."""
    pending, S.pending = S.pending, None
    if pending is not None and S.on:
        kind, who, code, offset, said = pending
        printed(kind, who, said, PLACES.number(code, offset) if code is not None else 0, 0)


def printed(kind, who, said, place, end):
    put = S.put
    while len(said) > PIECE:
        put(f"{S.stamp}{kind},0,{who},{text(said[:PIECE])},{place},0]\n")
        said = said[PIECE:]
    put(f"{S.stamp}{kind},0,{who},{text(said)},{place},{end}]\n")
