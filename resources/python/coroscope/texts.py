# SPDX-License-Identifier: MIT
"""Values and exceptions as text, without running any code of the program: only of exactly the types below."""

import builtins

SIMPLE = {str, int, float, bool, type(None), bytes, complex}
CONTAINERS = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}
LONG = 200


def is_plain(value, depth=4, room=None):
    """Whether repr(value) runs builtin code alone, and not for long."""
    room = [200] if room is None else room
    room[0] -= 1
    kind = type(value)
    if kind in SIMPLE:
        return kind is not int or value.bit_length() < 4096
    if room[0] < 0 or depth == 0:
        return False
    if kind in CONTAINERS:
        return all(is_plain(v, depth - 1, room) for v in list(value)[:room[0] + 1])
    if kind is dict:
        return all(is_plain(k, depth - 1, room) and is_plain(v, depth - 1, room) for k, v in list(value.items())[:room[0] + 1])
    return False


def of_value(value):
    if is_plain(value):
        text = repr(value if type(value) not in (str, bytes) else value[:10 * LONG])
        return text if len(text) <= LONG else text[:LONG - 1] + "…"
    return f"<{type(value).__name__}>"


def short(value):
    """An argument in the name of a lane, shortened, or None when it is no simple value."""
    kind = type(value)
    if kind is str:
        if not value[:1000].isprintable():
            return None
        return value if len(value) <= 24 else f"{value[:9]}…{value[-14:]}"
    if kind in (int, float, bool, type(None)) and (kind is not int or value.bit_length() < 80):
        return repr(value)
    return None


def of_exception(error):
    kind = type(error)
    name = kind.__name__
    if not _tells_plainly(error):
        return name
    try:
        said = str(error)
    except Exception:
        return name
    return f"{name}: {said[:2000]}" if said else name


def _tells_plainly(error):
    """str() of it is the interpreter's, and shows nothing but plain values."""
    for kind in type(error).__mro__:
        if "__str__" in kind.__dict__:
            if getattr(builtins, kind.__name__, None) is not kind:
                return False
            break
    return all(is_plain(a) or isinstance(a, (BaseException, list)) for a in error.args)
