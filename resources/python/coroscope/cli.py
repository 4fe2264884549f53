# SPDX-License-Identifier: MIT
"""The command line of the package."""

import argparse
import os
import shutil
import sys
import tempfile

from . import constants, launch

DESCRIPTION = "Records who holds the thread of an asyncio program."


class Usage(Exception):
    """A sentence for the user."""


def seconds(written):
    value = float(written)
    if not 0 <= value < 1e9:
        raise argparse.ArgumentTypeError(f"{written} is no number of seconds")
    return value


def parser():
    whole = argparse.ArgumentParser(prog="python3 -m coroscope", description=DESCRIPTION)
    commands = whole.add_subparsers(dest="command", required=True)
    for name, what in (("record", "writes the stream of a run"), ("run", "shows a run in Coroscope")):
        command = commands.add_parser(name, help=what, usage=f"python3 -m coroscope {name} [OPTION...] PROGRAM.py|FOLDER|-m MODULE [ARGS...]")
        if name == "record":
            command.add_argument("-o", "--output", metavar="FILE", help="where the stream goes")
            command.add_argument("--fd", type=int, help="or to this descriptor")
        command.add_argument("--clock", choices=("virtual", "real"), default="virtual")
        command.add_argument("--compute", choices=("measured", "free"), default="measured", help="whether computing takes time")
        command.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a constant on top of the program")
        command.add_argument("--block", action="append", default=[], type=int, metavar="LINE", help="its asyncio.sleep blocks")
        command.add_argument("--until", type=seconds, metavar="SECONDS", help="Ctrl-C then")
        command.add_argument("--epoch", type=float, metavar="SECONDS", help="what time.time() says at the start")
        command.add_argument("-m", dest="module", action="store_true", help="the program is a module")
        command.add_argument("program", metavar="PROGRAM")
        command.add_argument("args", nargs=argparse.REMAINDER)
    return whole


def target(given):
    """(arguments of Python, file whose constants are set or None, name of the run)"""
    rest = given.args[1:] if given.args[:1] == ["--"] else given.args
    if given.module:
        path = given.program.replace(".", os.sep)
        file = next((p for p in (path + ".py", os.path.join(path, "__main__.py")) if os.path.isfile(p)), None)
        return ["-m", given.program, *rest], file, given.program
    path = given.program
    if os.path.isdir(path):
        file = os.path.join(path, "__main__.py")
        if not os.path.isfile(file):
            raise Usage(f"{path} is a folder without __main__.py")
    elif not os.path.exists(path):
        raise Usage(f"there is no {path}")
    else:
        file = path
    return [path, *rest], file, os.path.basename(os.path.abspath(path))


def settings(written, file):
    """--set NAME=VALUE as a dictionary, held against the program."""
    found = {}
    for one in written:
        name, equals, value = one.partition("=")
        if not equals or not name.isidentifier():
            raise Usage(f"--set {one}: NAME=VALUE is wanted")
        found[name] = value
    if found:
        known = constants.of_file(file) if file else {}
        for name in found:
            if name not in known:
                has = f"it has {', '.join(known)}" if known else "it has none"
                raise Usage(f"{file or 'the program'} has no constant {name}; {has}")
    return found


def options(given, file, name):
    chosen = {"clock": given.clock, "compute": given.compute, "name": name}
    if file:
        chosen["program"] = os.path.abspath(file)
    if given.set:
        chosen["set"] = settings(given.set, file)
    for key in ("block", "until", "epoch"):
        value = getattr(given, key)
        if value not in (None, []):
            chosen[key] = value
    return chosen


def record(given):
    arguments, file, name = target(given)
    chosen = options(given, file, name)
    if given.output is None and given.fd is None:
        raise Usage("where should the stream go? -o FILE or --fd NUMBER")
    try:
        fd = given.fd if given.output is None else os.open(given.output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.set_inheritable(fd, True)
    except OSError as error:
        raise Usage(f"{given.output or given.fd}: {error.strerror}") from None
    return launch.run(arguments, chosen, fd)


def show(given):
    viewer = os.environ.get("COROSCOPE") or shutil.which("coroscope")
    if not viewer or not os.access(viewer, os.X_OK):
        raise Usage("the program coroscope is not there: install it, or name it in the variable COROSCOPE; "
                    "`record -o FILE` writes a run that it opens later")
    arguments, file, name = target(given)
    chosen = options(given, file, name)
    path = os.path.join(tempfile.mkdtemp(prefix="coroscope-"), f"{name}.jsonl")
    launch.run(arguments, chosen, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    os.execv(viewer, [viewer, path])


def main(written):
    given = parser().parse_args(written)
    try:
        return record(given) if given.command == "record" else show(given)
    except Usage as sentence:
        print(f"coroscope: {sentence}", file=sys.stderr)
        return 2
