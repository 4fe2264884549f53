#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens runs of all lessons that were saved as version 1 (tests/golden/runs-v1.tar.xz), with the program given.

What is explained, measured and tabulated of a saved run has to be what is of the lesson itself. Prints what differs,
then "N passed, N failed"; the exit status is 1 when something failed. --save makes the archive anew, as long as the
program saves version 1; a lesson that is changed later is listed in CHANGED.
"""

import argparse
import concurrent.futures
import difflib
import itertools
import json
import lzma
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

ARCHIVE = pathlib.Path(__file__).resolve().parent.parent / "golden" / "runs-v1.tar.xz"
COMMANDS = [["explain"], ["explain", "--lang", "fr"], ["stats"], ["stats", "--format", "json"], ["table"]]
# Lessons that do something else today than when their runs were saved, each with the reason.
CHANGED = {}
SHOWN = 20  # lines of a difference


def answer(program, arguments):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    run = subprocess.run([program, *arguments], capture_output=True, timeout=60, env=environment,
                         stdin=subprocess.DEVNULL, check=False)
    return f"{run.stdout.decode()}{run.stderr.decode()}exit status {run.returncode}\n"


def difference(program, saved, command):
    """What the run's answer has and the lesson's has not, and the other way round; None when they are equal."""
    lesson, run = (answer(program, [command[0], what, *command[1:]]) for what in (saved.stem, str(saved)))
    run = run.replace(str(saved), saved.stem)
    if lesson == run:
        return None
    lines = difflib.unified_diff(lesson.splitlines(), run.splitlines(), "lesson", "saved run", lineterm="", n=0)
    return "\n".join([f"{saved.stem}: {' '.join(command)}", *itertools.islice(lines, SHOWN)])


def same_for_all(entry):
    """Without what tells on which machine, by whom and when it was made."""
    entry.mtime = entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def save(program):
    lessons = json.loads(subprocess.run([program, "list", "--format", "json"], check=True, capture_output=True).stdout)
    with tempfile.TemporaryDirectory() as folder:
        for lesson in sorted(each["id"] for each in lessons):
            saved = pathlib.Path(folder) / f"{lesson}.json"
            subprocess.run([program, "run", lesson, "--format", "chrome", "--output", saved], check=True,
                           stdout=subprocess.DEVNULL)
            if json.loads(saved.read_text(encoding="utf-8"))["otherData"]["version"] != 1:
                sys.exit("the program does not save version 1 any more")
        with lzma.open(ARCHIVE, "wb", preset=9) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
            archive.add(folder, "runs-v1", filter=same_for_all)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", help="the built coroscope")
    parser.add_argument("--save", action="store_true", help="make the archive anew")
    arguments = parser.parse_args()
    program = arguments.program
    if arguments.save:
        save(program)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder)
        runs = [run for run in sorted(pathlib.Path(folder).glob("*/*.json")) if run.stem not in CHANGED]
        tried = [(run, command) for run in runs for command in COMMANDS]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda pair: difference(program, *pair), tried))
    failures = [each for each in found if each]
    for failure in failures[:SHOWN]:
        print(failure)
    print(f"{len(found) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or not found else 0


if __name__ == "__main__":
    sys.exit(main())
