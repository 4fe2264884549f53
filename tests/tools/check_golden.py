#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a built coroscope against the expected outputs in tests/golden (see the README.md there).

Prints what differs, then "N passed, N failed"; the exit status is 1 when something failed.
"""

import argparse
import concurrent.futures
import itertools
import json
import os
import pathlib
import subprocess
import sys

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "golden"
EXAMPLES = GOLDEN.parents[1] / "resources" / "scenarios"
SHOWN = 25  # differences printed; there are often many with one cause


def answer(program, arguments):
    """Standard output of the program, or a sentence about why there is none."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    try:
        run = subprocess.run([program, *arguments], capture_output=True, timeout=60,
                             env=environment, stdin=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired:
        return "", "no answer within 60 s"
    except OSError as error:
        return "", str(error)
    stderr = run.stderr.decode(errors="replace").strip()
    return run.stdout.decode(errors="replace"), f"exit status {run.returncode}, {stderr[:200]!r}"


def exact(line):
    return line


def as_json(line):
    try:
        return json.loads(line)
    except ValueError:
        return line


def difference(expected, got, meaning):
    """The first line whose meaning differs, in words, or None."""
    pairs = itertools.zip_longest(expected.split("\n"), got.split("\n"))
    for number, (want, have) in enumerate(pairs, start=1):
        if want is None or have is None or meaning(want) != meaning(have):
            return f"line {number}: expected {want!r}, got {have!r}"
    return None


def cases():
    """(name, file with the expected output, arguments, meaning of a line)."""
    for file in sorted((GOLDEN / "lessons").iterdir()):
        lesson, kind = file.name.split(".", 1)
        if kind == "txt":
            yield f"{lesson} text", file, ["run", lesson], exact
        elif kind == "jsonl":
            yield f"{lesson} jsonl", file, ["run", lesson, "--format", "jsonl"], as_json
        elif kind == "table.md":
            yield f"{lesson} table", file, ["table", lesson, "--format", "markdown"], exact
    for file in sorted((GOLDEN / "programs").glob("*.jsonl")):
        arguments = ["replay", str(file.with_suffix(".json")), "--format", "jsonl"]
        yield f"program {file.stem}", file, arguments, as_json
    for file in sorted((GOLDEN / "scenarios").glob("*.jsonl")):
        arguments = ["replay", str(EXAMPLES / f"{file.stem}.json"), "--format", "jsonl"]
        yield f"example {file.stem}", file, arguments, as_json


def check(program, file, arguments, meaning):
    stdout, circumstances = answer(program, arguments)
    found = difference(file.read_text(encoding="utf-8"), stdout, meaning)
    return f"{found} ({circumstances})" if found else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", help="the coroscope executable")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        running = [(name, pool.submit(check, arguments.program, *rest)) for name, *rest in cases()]
        results = [(name, future.result()) for name, future in running]

    differing = [(name, found) for name, found in results if found]
    for name, found in differing[:SHOWN]:
        print(f"{name}: {found}")
    if len(differing) > SHOWN:
        print(f"... and {len(differing) - SHOWN} more")
    print(f"{len(results) - len(differing)} passed, {len(differing)} failed")
    return 1 if differing or not results else 0


if __name__ == "__main__":
    sys.exit(main())
