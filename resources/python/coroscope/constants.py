# SPDX-License-Identifier: MIT
"""Simple constants on top of a program: `JOBS = 8`, `NAMES = ["a", "b"]`."""

import ast


class Constant:
    """One of them: its lines, its value, and the value it is to have."""

    def __init__(self, name, first, last, value):
        self.name, self.first, self.last, self.value = name, first, last, value
        self.wanted = value
        self.begun = False


def value_of(written, old):
    """The value a text stands for, beside the constant it replaces: NAME=x is a text where a text stood."""
    if not isinstance(written, str):
        return written
    try:
        value = ast.literal_eval(written)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return written
    return written if isinstance(old, str) and not isinstance(value, str) else value


def of_source(source):
    """Those of a source, in order."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []                                # Python will say so
    found = []
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and value is not None and not isinstance(node, ast.AugAssign):
            try:
                found.append(Constant(target.id, node.lineno, node.end_lineno, ast.literal_eval(value)))
            except (ValueError, TypeError, MemoryError, RecursionError):
                pass
    return found


def of_file(path):
    """{name: value}"""
    try:
        with open(path, "rb") as stream:
            return {constant.name: constant.value for constant in of_source(stream.read())}
    except OSError:
        return {}


def replaced(source, wanted):
    """Those that get another value: `wanted` is {name: text}."""
    found = [constant for constant in of_source(source) if constant.name in wanted]
    for constant in found:
        constant.wanted = value_of(wanted[constant.name], constant.value)
    return found
