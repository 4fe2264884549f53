#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds streams, their schema and the program that reads and writes them against each other.

What write_stream.py tells without any of our code satisfies the schema and is read; what the program writes satisfies
the schema, too, and every command answers the same of it as of the run itself. A stream that is cut or has a fault
is shown up to there, and said to be so in one sentence. Prints what differs, then "N passed, N failed".
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "resources/stream/stream.schema.json"
LESSONS = ["window-queue", "gather-exceptions", "both-ways", "cpu-vs-io", "lock-shared"]
SCENARIO = ROOT / "tests/golden/programs/condition_notify.json"


class Checks:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.passed, self.failures = 0, []
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        self.schema = schema
        self.line = jsonschema.Draft7Validator(schema)

    def check(self, name, right):
        self.passed += bool(right)
        if not right:
            self.failures.append(name)

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, timeout=60, check=False, text=True, encoding="utf-8")

    def write(self, name, text):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def satisfies(self, name, text):
        wrong = [line for line in text.splitlines() if not self.line.is_valid(json.loads(line))]
        self.check(f"{name}: does not satisfy the schema: {wrong[:1]}", text.endswith("\n") and not wrong)

    def written_without_us(self):
        text = subprocess.run([sys.executable, ROOT / "tests/tools/write_stream.py"], capture_output=True, check=True, text=True, encoding="utf-8").stdout
        self.satisfies("write_stream.py", text)
        file = self.write("hand.stream", text)
        replayed = self.run("replay", file)
        self.check("write_stream.py: is not read", (replayed.returncode, replayed.stderr) == (0, ""))
        self.check("write_stream.py: another text", replayed.stdout == "1s + 030ms  3 lines, été\n= 1s + 030ms  complete\n")
        return text

    def written_by_us(self, name, *run):
        stream = self.run(*run, "--format", "stream")
        self.check(f"{name}: no stream", stream.stderr == "")
        self.satisfies(name, stream.stdout)
        file = self.write(f"{name}.stream", stream.stdout)
        self.check(f"{name}: another text", self.run("replay", file).stdout == self.run(*run).stdout)
        what = run[-1]
        for command in (["stats", "--format", "json"], ["explain"], ["table"]):
            self.check(f"{name}: another answer of {command[0]}", self.run(*command, file).stdout == self.run(*command, what).stdout)

    def names(self):
        header = json.loads(self.run("run", LESSONS[0], "--format", "stream").stdout.split("\n", maxsplit=1)[0])
        definitions = self.schema["definitions"]
        self.check("the schema names other kinds", definitions["kind"]["enum"] == header["kinds"])
        self.check("the schema names other reasons", definitions["reason"]["enum"] == header["reasons"])
        page = (ROOT / "resources/stream/README.md").read_text(encoding="utf-8")
        for name in [*header["kinds"], *header["reasons"]]:
            self.check(f"README.md does not tell of {name}", f"`{name}`" in page)

    def broken(self, text):
        lines = text.splitlines(keepends=True)
        cases = {
            "cut": ("".join(lines[:-1]), "ends before the run does"),
            "cut within a line": (text[:-4], "ends before the run does"),
            "a fault": ("".join([*lines[:-2], "[1]\n", *lines[-2:]]), f"line {len(lines) - 1}: "),
        }
        for name, (broken, sentence) in cases.items():
            file = self.write("broken.stream", broken)
            replayed = self.run("replay", file)
            self.check(f"{name}: not said", replayed.stderr.count("\n") == 1 and str(file) in replayed.stderr and sentence in replayed.stderr)
            self.check(f"{name}: not shown", replayed.returncode == 0 and "été" in replayed.stdout)
            self.check(f"{name}: not explained", self.run("explain", file).returncode == 0)
        for name, broken in {"no header": lines[1], "half a header": lines[0][:60], "a later version": lines[0].replace('"version": 2', '"version": 3')}.items():
            replayed = self.run("replay", self.write("broken.stream", broken))
            self.check(f"{name}: not refused", replayed.returncode == 3 and replayed.stderr.count("\n") == 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", help="the coroscope executable")
    with tempfile.TemporaryDirectory() as folder:
        checks = Checks(parser.parse_args().program, folder)
        text = checks.written_without_us()
        for lesson in LESSONS:
            checks.written_by_us(lesson, "run", lesson)
        checks.written_by_us("scenario", "replay", SCENARIO)
        checks.names()
        checks.broken(text)
    for failure in checks.failures:
        print(failure)
    print(f"{checks.passed} passed, {len(checks.failures)} failed")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
