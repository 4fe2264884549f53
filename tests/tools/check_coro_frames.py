#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds coroutines whose frame g++ 12 laid out wrongly.

A coroutine is resumed through the pointer at the very start of its frame. g++ 12 puts a helper
variable there instead when a coroutine awaits inside a condition and declares no local variable:

    Coro<int> broken() { if (co_await ready()) co_return 7; co_return 2; }

There is no diagnostic, and resuming such a coroutine crashes or does nothing. The debug information
tells: in ELF files compiled with -g every frame is a structure named "<function>.Frame", and its
first member has to be _Coro_resume_fn.

Exit status: 0 all frames are right, 1 some are broken, 2 a file cannot be read or has no frame where
--min asks for some.
"""

import argparse
import collections
import re
import subprocess
import sys

RESUME = "_Coro_resume_fn"

# A structure's own attributes take some ten lines in readelf's listing; its first member comes next.
LINES_TO_FIRST_MEMBER = 30

TAG = re.compile(r"Abbrev Number: \d+ \((DW_TAG_\w+)\)")
NAME = re.compile(r"DW_AT_name\s.*\s(\S+)\s*$")

Frame = collections.namedtuple("Frame", "function first_member")


def debug_lines(elf):
    """The lines of the debug information around every name that ends in .Frame.

    grep does the sifting: the whole listing of a Qt program has tens of millions of lines.
    """
    readelf = subprocess.Popen(
        ["readelf", "--wide", "--debug-dump=no-follow-links", "--debug-dump=info", elf],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    grep = subprocess.Popen(
        ["grep", "--before-context=1", f"--after-context={LINES_TO_FIRST_MEMBER}", r"DW_AT_name.*\.Frame[[:space:]]*$"],
        stdin=readelf.stdout, stdout=subprocess.PIPE, text=True, errors="replace",
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    readelf.stdout.close()
    yield from grep.stdout
    grep.wait()
    if readelf.wait() != 0:
        raise OSError(f"readelf cannot read {elf}")


def frames(elf):
    """Every coroutine frame described in the file."""
    tag = function = None
    for line in debug_lines(elf):
        if found := TAG.search(line):
            tag = found[1]
        elif found := NAME.search(line):
            name = found[1]
            if tag == "DW_TAG_structure_type":
                function = name.removesuffix(".Frame") if name.endswith(".Frame") else None
            elif tag == "DW_TAG_member" and function:
                yield Frame(function, name)
                function = None


def demangled(names):
    if not names:
        return []
    filtered = subprocess.run(["c++filt"], input="\n".join(names), capture_output=True, text=True, check=True)
    return filtered.stdout.splitlines()


def report(elf, found):
    broken = sorted({frame for frame in found if frame.first_member != RESUME})
    for frame, function in zip(broken, demangled([frame.function for frame in broken])):
        print(f"{elf}: broken coroutine frame of {function}: it starts with {frame.first_member}; "
              "name the awaited result in a variable before the condition")
    return len(broken)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("elf", nargs="+", help="executables or object files compiled by g++ with -g")
    parser.add_argument("--min", type=int, default=0, metavar="N", help="fail when there are fewer frames than N in all")
    arguments = parser.parse_args()

    total = broken = 0
    for elf in arguments.elf:
        try:
            found = list(frames(elf))
        except OSError as error:
            print(error, file=sys.stderr)
            return 2
        total += len(found)
        broken += report(elf, found)
    print(f"{total} coroutine frames, {broken} broken")
    if total < arguments.min:
        print(f"expected at least {arguments.min} frames: were the files compiled with -g?", file=sys.stderr)
        return 2
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
