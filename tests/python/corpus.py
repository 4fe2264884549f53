#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs in cases/ write the same bytes with the recorder as without it, end with the same status, and the stream tells as
many tasks and outcomes as cases/manifest.json says.

What plain Python writes is known for CPython 3.11 (cases/NAME.out, .err); of another one, and with --plain, it is asked.

Usage: corpus.py PYTHON [--clock virtual|real] [--plain] [NAME...]
"""

import argparse
import concurrent.futures
import difflib
import json
import pathlib
import re
import subprocess
import sys

import stream_check
from recording import plain, recorded

CASES = pathlib.Path(__file__).resolve().parent / "cases"


# What is measured by a clock, in the programs that say so.
MEASURED = re.compile(rb"(took|tests in) \d\.\d\d\d ?s")


# A real wait, told in tenths of a second.
SECONDS = re.compile(rb"(\d)\.(\d) s")


def rounded(data):
    return SECONDS.sub(lambda m: b"some seconds", data)


def difference(what, wanted, found):
    wanted, found = MEASURED.sub(rb"\1 ?", wanted), MEASURED.sub(rb"\1 ?", found)
    if wanted == found:
        return []
    lines = difflib.unified_diff(wanted.decode("utf-8", "replace").splitlines(), found.decode("utf-8", "replace").splitlines(),
                                 "plain " + what, "recorded " + what, lineterm="", n=1)
    return ["\n".join(list(lines)[:12]) or f"{what} differs in its bytes"]


class Known:
    """What CPython 3.11 writes."""

    def __init__(self, name, case):
        self.status = case["exit"]
        self.out = (CASES / f"{name}.out").read_bytes()
        told = CASES / f"{name}.err"
        folder = str(CASES).encode()
        self.err = told.read_bytes().replace(b"{folder}", folder) if told.exists() else b""


def expectation(python, name, case, ask):
    if ask or not (CASES / f"{name}.out").exists():
        return plain(python, [case["entry"], *case["args"]], CASES / case["cwd"], case["stdin"], case["sigint"])
    return Known(name, case)


def check(python, name, case, clock, version, ask):
    """What is wrong with one program."""
    if version >= (3, 12):
        case = {**case, **case.get("since_3_12", {})}            # wait_for() makes no task any more
    ask = ask or version != (3, 11) and case["sigint"] is None       # when a signal comes hangs on how busy the machine is
    folder = CASES / case["cwd"]
    arguments = [case["entry"], *case["args"]]
    sigint = case["sigint"]
    expected = expectation(python, name, case, ask)
    options = {"clock": clock}
    if sigint is not None and clock == "virtual":
        options["until"], sigint = sigint - 0.15, None         # what plain Python needs to start
    found = recorded(python, arguments, folder, options, case["stdin"], sigint)
    faults = []
    if case["output"] == "blocked":
        expected.out, found.out = rounded(expected.out), rounded(found.out)
    faults += difference("output", expected.out, found.out) + difference("error output", expected.err, found.err)
    if expected.status != found.status:
        faults.append(f"status {found.status}, not {expected.status}")
    try:
        stream = stream_check.Stream(found.stream)
    except (stream_check.Fault, ValueError, KeyError, IndexError) as fault:
        return faults + [f"stream: {type(fault).__name__} {fault}"]
    told = stream_check.summary(stream)
    for what in ("tasks", "outcomes"):
        if told[what] != case[what]:
            faults.append(f"{what}: {told[what]}, not {case[what]}")
    if bool(told["loops"]) != bool(case["loops"]):
        faults.append(f"{told['loops']} loops")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("python")
    parser.add_argument("--clock", default="virtual")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    cases = json.loads((CASES / "manifest.json").read_text())
    names = options.names or sorted(cases)
    asked = subprocess.run([options.python, "-c", "import sys; print(*sys.version_info[:2])"], stdout=subprocess.PIPE, text=True)
    version = tuple(map(int, asked.stdout.split()))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, faults in zip(names, pool.map(lambda n: check(options.python, n, cases[n], options.clock, version, options.plain), names)):
            if faults:
                failed += 1
                print(f"--- {name} ({options.clock})", *faults, sep="\n")
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
