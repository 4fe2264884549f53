# SPDX-License-Identifier: MIT
"""A program out of a notebook's cell, and of what the cells before it define.

    program(["import asyncio", "async def hello(): ..."], "await hello()")

is a source that Python runs as it runs any file: what stands before in the notebook (imports, functions, classes, simple
constants; nothing that runs), then the cell. Where the cell awaits on its top level, its statements are put into `main()`
and `asyncio.run(main())` stands below. Nothing is taken from the kernel's memory: two runs of a cell are the same.
"""

import ast
import io
import symtable
import textwrap
import tokenize

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
IMPORTS = (ast.Import, ast.ImportFrom)
SCOPES = (*DEFINITIONS, ast.Lambda)
WAITS = (ast.Await, ast.AsyncFor, ast.AsyncWith)
BINDING = ((ast.ExceptHandler, "name"), (ast.MatchAs, "name"), (ast.MatchStar, "name"), (ast.MatchMapping, "rest"))


class Block:
    """Statements on lines of their own, with the comments above them."""

    def __init__(self, statements, lines):
        self.statements, self.lines = statements, lines

    def text(self, indent=0):
        return indented(self.lines, indent) if indent else "\n".join(self.lines)


def indented(lines, columns):
    """Moved to the right, but for what stands inside of a text of several lines."""
    inside = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO("\n".join(lines) + "\n").readline):
            if token.type == tokenize.STRING or tokenize.tok_name[token.type].startswith("FSTRING"):
                inside.update(range(token.start[0] + 1, token.end[0] + 1))
    except (tokenize.TokenError, SyntaxError):
        pass
    return "\n".join(line if number in inside or not line.strip() else " " * columns + line
                     for number, line in enumerate(lines, 1))


def blocks(source):
    """The statements of a source with their lines; None when it is no Python."""
    try:
        tree = compile(source, "cell", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    lines, found, end = source.split("\n"), [], 0
    for node in tree.body:
        if found and node.lineno <= end:                            # behind a semicolon
            found[-1].statements.append(node)
            found[-1].lines += lines[end:node.end_lineno]
        else:
            found.append(Block([node], lines[end:node.end_lineno]))
        end = max(end, node.end_lineno)
    return found


def is_constant(node):
    if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    try:
        ast.literal_eval(node.value)
    except (ValueError, TypeError, MemoryError, RecursionError):
        return False
    return all(isinstance(target, ast.Name) for target in targets)


def defines(node):
    """Whether it only says what a name is, so that it may stand in another program."""
    return isinstance(node, (*DEFINITIONS, *IMPORTS)) or is_constant(node)


def names_of(node):
    """What a definition names."""
    if isinstance(node, IMPORTS):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    if isinstance(node, DEFINITIONS):
        return {node.name}
    return {target.id for target in (node.targets if isinstance(node, ast.Assign) else [node.target])}


def awaits(node):
    """Whether it waits itself; what it defines may."""
    if isinstance(node, WAITS):
        return True
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)) and any(g.is_async for g in node.generators):
        return True
    return not isinstance(node, SCOPES) and any(awaits(child) for child in ast.iter_child_nodes(node))


def bound(node):
    """The names that running it gives values to, in its own scope."""
    if isinstance(node, (*DEFINITIONS, *IMPORTS)):
        return names_of(node) - {"*"}
    if isinstance(node, ast.Lambda):
        return set()
    names = {getattr(node, field, None) for kind, field in BINDING if isinstance(node, kind)}
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        names.add(node.id)
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.comprehension) and child is node.target):  # which has a scope of its own
            names |= bound(child)
    return names - {None}


def at_once(node):
    """The names a definition looks at where it stands; those in a function's body are looked at when it is called."""
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return used([node])
    arguments = node.args
    asked = [*node.decorator_list, *arguments.defaults, *filter(None, arguments.kw_defaults), *filter(None, [node.returns])]
    asked += [a.annotation for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs) if a.annotation]
    return used(asked)


def asked_for(source):
    """The global names that a source and its functions look at or set."""
    tables, names = [symtable.symtable(source, "cell", "exec")], set()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        names |= {symbol.get_name() for symbol in table.get_symbols() if table.get_type() == "module" or symbol.is_global()}
    return names


def used(nodes):
    return {inner.id for node in nodes for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def names_in(block):
    return set().union(*(names_of(node) for node in block.statements))


def imports_only(block):
    return all(isinstance(node, IMPORTS) for node in block.statements)


def definitions(sources):
    """The blocks that define something, each name where it was defined last."""
    kept = []
    for source in sources:
        for block in blocks(source) or []:
            wanted = [node for node in block.statements if defines(node)]
            if not wanted:
                continue
            if len(wanted) < len(block.statements):                 # what runs behind a semicolon is left out
                block = Block(wanted, [ast.unparse(node) for node in wanted])
            if imports_only(block):
                kept = [old for old in kept if old.text().strip() != block.text().strip()]
            else:
                kept = [old for old in kept if imports_only(old) or not names_in(old) <= names_in(block)]
            kept.append(block)
    return kept


def joined(parts):
    """One below the other, functions and classes with two empty lines around them."""
    text, large = "", False
    for part in parts:
        here = isinstance(part.statements[0], DEFINITIONS)
        if text:
            text += "\n\n\n" if here or large else "\n"
        text += part.text().strip("\n")
        large = here
    return text


def divided(cell):
    """(blocks that can stand above main(), the others): a definition stays where it is when what it looks at, or what it
    names, is made by a statement that runs, or when its name is defined twice."""
    times = [name for block in cell for node in block.statements for name in bound(node)]
    inside = [block for block in cell if not all(defines(node) and not awaits(node) for node in block.statements)]
    while True:
        own = set().union(*(bound(node) for block in inside for node in block.statements))
        more = [block for block in cell if block not in inside
                and any((at_once(node) | bound(node)) & own or any(times.count(name) > 1 for name in bound(node))
                        for node in block.statements)]
        if not more:
            return [block for block in cell if block not in inside], inside, own
        inside = [block for block in cell if block in inside or block in more]


def in_main(cell, before):
    """The cell's statements in a coroutine; what it defines stands above, where everybody sees it."""
    above, inside, own = divided(cell)
    shared = sorted(own & asked_for(joined([*before, *above])))
    first = "    global " + ", ".join(shared) + "\n" if shared else ""
    body = "\n".join(block.text(4) for block in inside).strip("\n")
    return above, f"async def main():\n{first}{body}\n\n\nasyncio.run(main())\n"


def program(before, cell):
    """The source. `before`: the sources of the cells that were executed earlier, in order, as Python (without magics)."""
    source = textwrap.dedent(cell).strip("\n")
    parts = blocks(source)
    earlier = definitions(before)
    if parts is None or not any(awaits(node) for block in parts for node in block.statements):
        above = joined(earlier)
        return f"{above}\n\n\n{source}\n" if above else source + "\n"
    defined, main = in_main(parts, earlier)
    if not any(imports_only(block) and "asyncio" in names_in(block) for block in [*earlier, *defined]):
        earlier.insert(0, blocks("import asyncio")[0])
    return joined([*earlier, *defined]) + "\n\n\n" + main
