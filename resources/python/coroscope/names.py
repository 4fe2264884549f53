# SPDX-License-Identifier: MIT
"""What lanes and resources are called.

A task without a name of its own is called after its function and those arguments that tell it from its siblings, `job(3)`, or
after its number among them, `job #2`. A queue or a lock is called after the variable it was made for, which the syntax tree tells.
"""

import gc
import itertools
import types

from .places import program_frame
from .state import OWN
from .texts import short

FAMILY = 50              # siblings whose arguments are compared


class Family:
    """Tasks of functions of one name."""

    def __init__(self, name):
        self.name = name
        self.members = []        # (lane id, {argument: text}), the first FAMILY of them
        self.telling = ()        # arguments that differ
        self.used = {}           # label -> how often
        self.full = False        # there are more than those that are compared
        self.number = 0          # of the text of its name

    def next(self):
        """The label of one more of which nothing tells."""
        times = self.used[self.name] = self.used.get(self.name, 0) + 1
        return f"{self.name} #{times}"

    def add(self, lane, arguments):
        """The labels that are new: [(lane id, label)]."""
        members = self.members
        again = [(lane, arguments)]
        if len(members) < FAMILY:
            members.append((lane, arguments))
            self.full = len(members) == FAMILY
            telling = self._telling(members)
            if telling != self.telling or len(members) == 2:
                self.telling, again = telling, members
                self.used = {}
        if len(members) == 1:
            return [(lane, self.name)]
        return [(who, self._label(known)) for who, known in again]

    @staticmethod
    def _telling(members):
        """The first argument that tells them all apart, else all that differ."""
        names = dict.fromkeys(itertools.chain.from_iterable(known for _, known in members))
        values = {n: {known.get(n) for _, known in members} for n in names}
        for name in names:
            if len(values[name]) == len(members):
                return (name,)
        return tuple(n for n in names if len(values[n]) > 1)

    def _label(self, known):
        label = self.name
        if self.telling:
            label += f"({', '.join([known.get(n, '?') for n in self.telling])})"
        times = self.used[label] = self.used.get(label, 0) + 1
        if times > 1 or not self.telling:
            label += f" #{times}"
        return label


def _instance_dict(value):
    try:
        found = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    return found if type(found) is dict else {}


def arguments(coro, code):
    """Arguments of a coroutine that has not begun, as short texts. The collector sees them, in order, behind the code object; to
    ask for f_locals would keep them alive."""
    count = code.co_argcount + code.co_kwonlyargcount
    if not count:
        return {}
    seen = gc.get_referents(coro)
    at = len(seen) - 1
    while at >= 0 and seen[at] is not code:
        at -= 1
    out = {}
    for name, value in zip(code.co_varnames[:count], seen[at + 1:at + 1 + count]):
        if type(value) is types.CellType:
            try:
                value = value.cell_contents
            except ValueError:
                continue
        text = short(value)
        if text is None and name == "self":
            known = _instance_dict(value)
            text = next((short(known[k]) for k in ("name", "id", "number") if type(known.get(k)) in (str, int)), None)
        if text is not None:
            out[name] = text
    return out


class Assigned:
    """Variables that calls are assigned to, by the position of the call in its file."""

    def __init__(self):
        self._files = {}
        self._counts = {}

    def name(self, code, offset):
        """Of the variable that the call at this instruction is assigned to, else of what is awaited there, else ""."""
        if not hasattr(code, "co_positions"):
            return ""
        position = next(itertools.islice(code.co_positions(), offset // 2, None), None)
        table = self._files.get(code.co_filename)
        if table is None:
            with OWN:
                table = self._files[code.co_filename] = self._read(code.co_filename)
        name = table.get(position, "")
        if "[*]" in name:
            count = self._counts[code.co_filename, position] = self._counts.get((code.co_filename, position), -1) + 1
            name = name.replace("[*]", f"[{count}]")
        return name

    @staticmethod
    def _read(path):
        import ast
        try:
            with open(path, "rb") as stream:
                tree = ast.parse(stream.read())
        except (OSError, ValueError, SyntaxError, RecursionError):
            return {}
        table = {}
        for node in ast.walk(tree):
            if isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                _assigned(table, targets[0], node.value)
            elif isinstance(node, ast.withitem) and node.optional_vars is not None:
                _assigned(table, node.optional_vars, node.context_expr)
            elif isinstance(node, ast.Await):
                name = _written(node.value)
                if name:
                    table.setdefault(_position(node), name)
        return table


def _position(node):
    return (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)


def _written(node):
    import ast
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return ast.unparse(node)
    return ""


def _assigned(table, target, value):
    import ast
    if isinstance(value, ast.Call):
        name = _written(target)
        if name:
            table[_position(value)] = name
    elif isinstance(value, (ast.Tuple, ast.List)):
        many = target.elts if isinstance(target, (ast.Tuple, ast.List)) and len(target.elts) == len(value.elts) else None
        for at, item in enumerate(value.elts):
            if many:
                _assigned(table, many[at], item)
            elif isinstance(item, ast.Call) and _written(target):
                table[_position(item)] = f"{_written(target)}[{at}]"
    elif isinstance(value, (ast.ListComp, ast.DictComp)):
        item = value.elt if isinstance(value, ast.ListComp) else value.value
        if isinstance(item, ast.Call) and _written(target):
            table[_position(item)] = f"{_written(target)}[*]"


FAMILIES = {}            # name -> Family


def family_of(code, name):
    """Functions of one name are one family: their tasks have to be told apart as well. `code`: a places.Code, or None."""
    found = FAMILIES.get(name)
    if found is None:
        found = FAMILIES[name] = Family(name)
    if code is not None:
        code.family = found
    return found


ASSIGNED = Assigned()


def variable(frame):
    """The variable for which a constructor is called, seen from a frame inside of it."""
    frame = program_frame(frame)
    while frame is not None:
        name = ASSIGNED.name(frame.f_code, frame.f_lasti)
        if name or frame.f_code.co_name != "__init__":
            return name
        frame = program_frame(frame.f_back)
    return ""
