#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the goals of lessons (section Try of resources/lessons/ID/en.md) that are reached by a change of the listing.

    > goal: end = 2
    > by: `old code` -> `new code`

The old code stands in the listing once; changed like that, and run by the machine's Python on a virtual clock, the listing
reaches the goal, and as it is it does not. Goals reached by parameters are held by the test lesson_checks, which knows all
conditions (app/exercises/lesson_facts.h); here are those that can be told from what is printed.

Usage: check_tries.py [ID...]. Prints what is wrong, then "N passed, N failed"; the exit status is 1 when something failed.
"""

import multiprocessing
import operator
import os
import pathlib
import re
import sys
import tempfile

from listing_run import run_listing

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LISTINGS = ROOT / "resources" / "lessons"
GOLDEN = ROOT / "tests" / "golden" / "lessons"
LATENCY = 0.05
SIGNS = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
TOKEN = re.compile(r'"([^"]*)"|(\S+)')
LINE = re.compile(r"^(= )?(\d+)s \+ (\d+)ms(?:  (.*))?$")


class Facts:
    """Of what a run has printed."""

    def __init__(self, output):
        lines = [(m[1], int(m[2]) + int(m[3]) / 1000, m[4] or "") for m in map(LINE.match, output.splitlines()) if m]
        self.end, self.reason = lines[-1][1:]
        self.lines = [(at, text) for is_end, at, text in lines if not is_end]

    def value(self, name, *arguments):
        texts = [text for _, text in self.lines]
        if name == "end":
            return self.end
        if name == "reason":
            return self.reason
        if name == "at":
            found = [at for at, text in self.lines if text == arguments[0]] or [at for at, text in self.lines if text.startswith(arguments[0])]
            return found[0] if found else "never"
        if name == "count":
            return sum(arguments[0] in text for text in texts)
        if name == "line":
            return self.line(arguments[0])
        if name == "word":
            words, number = self.line(arguments[3]).split(), int(arguments[0])
            return words[number if number < 0 else number - 1]
        if name == "after":
            return texts[texts.index(arguments[0]) + 1]
        raise ValueError(f"no such fact: {name}")

    def line(self, number):
        number = int(number)
        return self.lines[number if number < 0 else number - 1][1]

    def holds(self, condition):
        tokens = [text if text or not word else word for text, word in TOKEN.findall(condition)]
        while tokens:
            sign = next(i for i, token in enumerate(tokens) if token in SIGNS)
            value, other = self.value(*tokens[:sign]), tokens[sign + 1]
            if isinstance(value, (int, float)):
                other = float(other)
            elif re.fullmatch(r"-?[\d.]+", str(value)) and re.fullmatch(r"-?[\d.]+", other):
                value, other = float(value), float(other)
            if not SIGNS[tokens[sign]](value, other):
                return False
            tokens = tokens[sign + 3:]
        return True


def goals(lesson):
    """(goal, changes) of each goal that is reached by changes of the listing."""
    text = (LISTINGS / lesson / "en.md").read_text(encoding="utf-8")
    for block in re.split(r"(?=^> goal: )", text, flags=re.MULTILINE)[1:]:
        goal = re.match(r"> goal: (.*)", block)[1]
        changes = re.findall(r"^> by: `(.*)` -> `(.*)`$", block, flags=re.MULTILINE)
        if changes:
            yield goal, changes


def until(lesson):
    """When Ctrl-C comes: as in the expected output, when it ends by that."""
    facts = Facts((GOLDEN / f"{lesson}.txt").read_text(encoding="utf-8"))
    return facts.end if facts.reason == "interrupt" else None


def run_changed(lesson, changes):
    source = (LISTINGS / lesson / "listing.py").read_text(encoding="utf-8")
    for old, new in changes:
        if source.count(old) != 1:
            raise ValueError(f"stands {source.count(old)} times in the listing: {old}")
        source = source.replace(old, new)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / lesson / "listing.py"
        path.parent.mkdir()
        path.write_text(source, encoding="utf-8")
        return run_listing(str(path), until(lesson), observe=False, latency=LATENCY).text


def faults(lesson):
    found = []
    for goal, changes in goals(lesson):
        try:
            if Facts((GOLDEN / f"{lesson}.txt").read_text(encoding="utf-8")).holds(goal):
                found.append(f"reached as it is: {goal}")
            output = run_changed(lesson, changes)
            if not Facts(output).holds(goal):
                found.append(f"not reached: {goal}\n{output}")
        except BaseException as error:  # a KeyboardInterrupt of the listing included
            found.append(f"{goal}: {type(error).__name__}: {error}")
    return lesson, found


def main(wanted):
    lessons = [folder.name for folder in sorted(LISTINGS.iterdir()) if not wanted or folder.name in wanted]
    checked = [lesson for lesson in lessons if any(goals(lesson))]
    failed = 0
    with multiprocessing.get_context("fork").Pool(min(2, os.cpu_count() or 1), maxtasksperchild=1) as pool:
        for lesson, found in pool.imap(faults, checked):
            if found:
                failed += 1
                print(f"{lesson}:", *found, sep="\n  ")
    print(f"{len(checked) - failed} passed, {failed} failed")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
