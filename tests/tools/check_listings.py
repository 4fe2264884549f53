#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every lesson's Python listing on a virtual clock and holds it against the lesson.

- It prints what tests/golden/lessons expects, and with other parameters what the lesson prints with them.
- The lines at which it prints, blocks, sends and awaits, by the interpreter's own account, are those that the marks
  of the C++ source name, in the same order. Of a chain of awaits that has several links on one line (a comprehension is a
  frame of its own in Python, and need not be one in C++) the line counts once.

Usage: check_listings.py LESSON_LINES [ID...]; the program of tests/app/lesson_lines.cpp. Prints what differs, then
"N passed, N failed"; the exit status is 1 when something failed.
"""

import difflib
import itertools
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys

from listing_run import run_listing

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LISTINGS = ROOT / "resources" / "lessons"
GOLDEN = ROOT / "tests" / "golden" / "lessons"
SHOWN = 12  # differences printed of one case

# Besides every lesson with its defaults.
VARIANTS = [
    ("async-comprehension", "n=5"),
    ("boom", "divisors=0,2,0,5", "until=2"),
    ("boom-retrieved", "divisors=4,0,8"),
    ("cancel-cleanup", "after=2", "cleaning=0"),
    ("comprehension-vs-gather", "n=5", "delay=0.25"),
    ("countdown-blocking", "n=4", "period=0.1"),
    ("countdown-blocking", "blocking=no", "n=6"),
    ("countdown-breathing", "n=5", "period=0.02"),
    ("cpu-vs-io", "share=0.25"),
    ("drain", "pieces=3", "pause=0.1"),
    ("drain", "drain=no"),
    ("echo-basic", "latency=0.4"),
    ("echo-protocol", "latency=0.2"),
    ("echo-protocol", "latency=0"),
    ("echo-protocol", "latency=0.4"),
    ("echo-streams", "latency=0.01"),
    ("echo-streams", "latency=0.4"),
    ("event-gate", "opens=0.2"),
    ("fetch-concurrent", "pages=7"),
    ("fetch-sequential", "pages=6"),
    ("fetch-threads", "pages=9", "threads=2"),
    ("fork-interrupted", "until=1.5"),
    ("lines-interleave", "lines=9"),
    ("lock-shared", "locked=no", "tasks=5"),
    ("pieces-gather", "runs=4", "first=0.25", "second=2"),
    ("pieces-one", "first=2"),
    ("queue-put-blocks", "maxsize=3", "producer=0.1", "consumer=0.4"),
    ("queue-ticks", "maxsize=0", "period=0.5", "until=3"),
    ("queue-ticks-own-loop", "period=0.3"),
    ("graceful-shutdown", "grace=0.25"),
    ("graceful-shutdown", "grace=3.5"),
    ("kept-task", "writes=0.1"),
    ("loop-parenthesis", "away=0.2"),
    ("session", "closing=0.5"),
    ("starvation-gather", "runs=3"),
    ("starvation-gather", "blocking=no"),
    ("thread-race", "threads=1"),
    ("threads-remedy", "n=3", "period=0.1"),
    ("timer-demo", "pause=2.5"),
    ("to-thread", "limit=0.8"),
    ("two-sleepers", "first=0.5", "second=0.75"),
    ("wait-for-timeout", "timeout=1.5"),
    ("yield-often", "work=1.35", "period=0.33"),
    ("window-queue", "jobs=10", "window=3"),
    ("window-queue", "durations=0.5,2", "jobs=6", "window=2"),
    ("window-semaphore", "jobs=10", "window=3"),
    ("window-workers", "jobs=10", "window=3"),
]

# What the interpreter's account leaves out. An exception thrown into a chain reaches its innermost link without the others
# being resumed; when that one, the library's __aexit__, then awaits again, no event tells of the listing's frame.
# A server is there from the start in the lesson; in Python a first run of the loop makes it.
# The block of a TaskGroup is a coroutine of its own in the lesson. asyncio.run() runs its loop once more, to tidy up. The processor is
# used in many small steps, and a connection carries pieces.
NOT_COMPARED = {
    "task-group": ["await [25]"],
    "echo-protocol": ["loop 38"],
    "echo-streams": ["loop 33"],
    "runner-end": ["loop 35"],
    "processor-use": ["block 19"],
    "drain": ["await [46, 36]", "await [46, 38]"],
    "kept-task": ["await [16]", "await [13, 16]"],
}


# Parameters of what lies outside of the listing: when Ctrl-C comes, and how long the network takes.
OUTSIDE = ("until", "latency")


def as_python(written):
    if written in ("yes", "no"):
        return str(written == "yes")
    return written


def constants_of(lesson):
    """The parameters as the constants on top of the listing."""
    listing = (LISTINGS / lesson["id"] / "listing.py").read_text(encoding="utf-8")
    constants = {}
    for name, written in lesson["parameters"].items():
        constant = name.upper().replace("-", "_")
        if name in OUTSIDE:
            continue
        is_list = f"\n{constant} = [" in listing
        constants[constant] = f"[{', '.join(written.split(','))}]" if is_list else as_python(written)
    return constants


# wait_for() makes a task up to 3.11, which the lessons have; since then what it awaits suspends in the caller's chain.
WAITS_ARE_TASKS = sys.version_info < (3, 12)


def comparable(lines, left_out, with_awaits):
    for kind, where in lines:
        if kind == "await":
            if not with_awaits:
                continue
            where = [line for line, _ in itertools.groupby(where)]
            if not where:
                continue  # nothing but the library's own coroutines
        if kind == "print" and where == 0:
            continue  # what happens outside
        line = f"{kind} {where}"
        if line not in left_out:
            yield line


def differences(expected, got, what):
    diff = [line for line in difflib.unified_diff(expected, got, "expected", what, lineterm="", n=2)]
    return diff[:SHOWN]


def faults(case):
    name, lesson = case
    path = LISTINGS / lesson["id"] / "listing.py"
    until = lesson["parameters"].get("until")
    try:
        outcome = run_listing(str(path), None if until is None else float(until), constants_of(lesson),
                              latency=float(lesson["parameters"].get("latency", 0)))
    except BaseException as error:  # a KeyboardInterrupt of the listing included
        return name, [f"{type(error).__name__}: {error}"]
    expected = lesson["text"]
    if name == lesson["id"]:
        expected = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    found = differences(expected.splitlines(), outcome.text.splitlines(), "the listing prints")
    source = path.read_text(encoding="utf-8").splitlines()
    left_out = NOT_COMPARED.get(lesson["id"], [])
    with_awaits = WAITS_ARE_TASKS or not any("asyncio.wait_for(" in line for line in source)
    lines = differences(*(list(comparable(side, left_out, with_awaits)) for side in (outcome.events, lesson["lines"])),
                        "the lesson's lines")
    if lines:
        mentioned = {int(number) for line in lines[2:] for number in re.findall(r"\d+", line) if line[0] in "+-"}
        found += lines + [f"line {n}: {text}" for n, text in enumerate(source, 1) if n in mentioned]
    return name, found


def cases(program, wanted):
    def answer(*arguments):
        run = subprocess.run([program, *arguments], capture_output=True, check=True, text=True, stdin=subprocess.DEVNULL)
        return json.loads(run.stdout)

    for lesson in answer():
        yield lesson["id"], lesson
    for identity, *settings in VARIANTS:
        if not wanted or identity in wanted:
            yield " ".join([identity, *settings]), answer(identity, *settings)[0]


def main(arguments):
    program, *wanted = arguments
    every = [case for case in cases(program, wanted) if not wanted or case[1]["id"] in wanted]
    known = {lesson["id"] for _, lesson in every}
    folders = {folder.name for folder in LISTINGS.iterdir()} if not wanted else known
    failed = 0
    for stale in sorted(folders - known):
        failed += 1
        print(f"{stale}: there is no such lesson")
    # Each in a process of its own: what a listing leaves behind is not cleaned up, as at the end of a program.
    with multiprocessing.get_context("fork").Pool(min(2, os.cpu_count() or 1), maxtasksperchild=1) as pool:
        for name, found in pool.imap(faults, every):
            if found:
                failed += 1
                print(f"{name}:", *found, sep="\n  ")
    print(f"{len(every) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
