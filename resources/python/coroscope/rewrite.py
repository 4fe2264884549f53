# SPDX-License-Identifier: MIT
"""Puts hooks into functions of the library by replacing their code in place.

The source of a function is parsed, statements are added to its syntax tree, and it is compiled under its own file name with the
lines and columns it had: the same function object, and tracebacks that are Python's to the byte. A hook is called as a constant
of the code, so that no name appears in the library's modules. Compiled code is kept in a cache; parsing asyncio takes longer than
a small program runs.
"""

import importlib.util
import marshal
import os
import sys
import types

from .state import cut

SIGN = "coroscope hook: "


def cut_handled():
    """Called by a changed function when a hook has let an exception through, a Ctrl-C."""
    cut(sys.exc_info()[1])


class Edit:
    """One function of the library and what is to be put into it."""

    def __init__(self, owner, name, change, **hooks):
        self.owner, self.name, self.change, self.hooks = owner, name, change, hooks
        found = owner.__dict__[name]
        self.function = found.__func__ if isinstance(found, (staticmethod, classmethod)) else found

    @property
    def key(self):
        return f"{self.function.__module__}:{self.function.__qualname__}"

    def apply(self, code, trouble):
        """A code object in which the hooks are still names becomes the function's."""
        hooks = {**self.hooks, "trouble": trouble, "cut": cut_handled}
        constants = tuple(hooks[c[len(SIGN):]] if isinstance(c, str) and c.startswith(SIGN) else c for c in code.co_consts)
        self.function.__code__ = code.replace(co_consts=constants, co_filename=self.function.__code__.co_filename)


class Sources:
    """The parsed modules of the library."""

    def __init__(self):
        self._trees = {}

    def node(self, function):
        import ast
        path = function.__code__.co_filename
        tree = self._trees.get(path)
        if tree is None:
            with open(path, "rb") as stream:
                tree = self._trees[path] = ast.parse(stream.read())
        first = function.__code__.co_firstlineno
        names = function.__qualname__.split(".")
        return self._find(tree.body, [n for n in names if n != "<locals>"], first)

    def _find(self, body, names, first):
        for node in body:
            if getattr(node, "name", None) == names[0]:
                if len(names) > 1:
                    return self._find(node.body, names[1:], first)
                if first in (node.lineno, *(d.lineno for d in node.decorator_list)):
                    return node
        raise LookupError(names[0])


def compiled(edit, sources):
    """The code of the changed function."""
    import ast
    import copy
    import warnings
    node = copy.deepcopy(sources.node(edit.function))
    edit.change(node)
    for name in reversed(edit.function.__qualname__.split(".")[:-1]):       # __name and super() need their class
        node = ast.ClassDef(name=name, bases=[], keywords=[], body=[node], decorator_list=[], type_params=[],
                            lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
    tree = ast.Module(body=[node], type_ignores=[])
    ast.fix_missing_locations(tree)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)                      # "str object is not callable"
        module = compile(tree, edit.function.__code__.co_filename, "exec", dont_inherit=True)
    return _dig(module, edit.function.__name__)


def _dig(code, name):
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            if constant.co_name == name:
                return constant
            found = _dig(constant, name)
            if found:
                return found
    return None


def _folder():
    base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.cache"), "coroscope")


def _fingerprint(edits):
    """Of everything the cached code depends on."""
    here = os.path.dirname(__file__)
    files = sorted({e.function.__code__.co_filename for e in edits})
    files += [os.path.join(here, name) for name in ("rewrite.py", "edits.py")]
    stats = [(f, s.st_mtime_ns, s.st_size) for f in files for s in (os.stat(f),)]
    return repr((sys.version, sys.flags.optimize, stats, [e.key for e in edits]))


def apply(edits, name, trouble):
    """Changes all these functions; `trouble` is called when a hook fails."""
    tag = f"{sys.implementation.cache_tag}-{importlib.util.source_hash(sys.prefix.encode()).hex()}-{sys.flags.optimize}"
    path = os.path.join(_folder(), f"hooks-{name}-{tag}.bin")
    mark = _fingerprint(edits)
    codes = _load(path, mark)
    if codes is None:
        sources = Sources()
        codes = [compiled(edit, sources) for edit in edits]
        _save(path, mark, codes)
    for edit, code in zip(edits, codes):
        edit.apply(code, trouble)


def _load(path, mark):
    try:
        with open(path, "rb") as stream:
            found, codes = marshal.load(stream)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return codes if found == mark else None


def _save(path, mark, codes):
    """Aside, then renamed; a folder that cannot be written costs time only."""
    aside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(aside, "wb") as stream:
            marshal.dump((mark, codes), stream)
        os.replace(aside, path)
    except OSError:
        pass
