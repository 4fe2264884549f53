#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the JSON schema of scenario files against the program that reads them.

The examples in resources/scenarios and the scenarios in tests/golden/programs must satisfy the schema; what is
broken on purpose must be refused by both. Prints what differs, then "N passed, N failed".
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "resources" / "scenarios"
SCHEMA = SCENARIOS / "coroscope-program.schema.json"

GOOD = {"format": "coroscope-program", "version": 1, "objects": {"q": ["queue", 1]},
        "tasks": [["a", [["put", "q", 1], ["sleep", 10]]]]}


def broken():
    """(what is wrong, a scenario that is refused)"""
    def with_operation(operation):
        scenario = copy.deepcopy(GOOD)
        scenario["tasks"][0][1].append(operation)
        return scenario

    yield "no format", {key: value for key, value in GOOD.items() if key != "format"}
    yield "another version", {**GOOD, "version": 2}
    yield "an unknown key", {**GOOD, "taks": []}
    yield "no tasks", {key: value for key, value in GOOD.items() if key != "tasks"}
    yield "an unknown kind of object", {**GOOD, "objects": {"q": ["qeue", 1]}}
    yield "a lock with an argument", {**GOOD, "objects": {"q": ["queue", 1], "l": ["lock", 1]}}
    yield "an unknown operation", with_operation(["slep", 10])
    yield "an operation without its argument", with_operation(["sleep"])
    yield "an operation with one too many", with_operation(["sleep", 10, 20])
    yield "a negative time", with_operation(["sleep", -1])
    yield "a text for a time", with_operation(["sleep", "10"])
    yield "a time limit that is no number", with_operation(["timeout", True, []])
    yield "an unknown exception", with_operation(["raise", "ValueEror", "x"])
    yield "an unknown condition of wait", with_operation(["wait", ["a"], 10, "SOMETIMES"])
    yield "a child without operations", with_operation(["shield", {"task": "b"}])
    yield "operations that are no list", with_operation(["with", "q", "sleep"])


def refused(program, scenario):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(scenario, file)
        file.flush()
        run = subprocess.run([program, "replay", file.name], capture_output=True, timeout=60, check=False)
    return run.returncode == 3


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", help="the coroscope executable")
    program = parser.parse_args().program

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failures = []
    passed = 0

    def check(name, right):
        nonlocal passed
        passed += right
        if not right:
            failures.append(name)

    examples = sorted(set(SCENARIOS.glob("*.json")) - {SCHEMA})
    for file in [*examples, *sorted((ROOT / "tests/golden/programs").glob("*.json"))]:
        scenario = json.loads(file.read_text(encoding="utf-8"))
        check(f"{file.name} does not satisfy the schema", validator.is_valid(scenario))
        check(f"{file.name} is refused", not refused(program, scenario))
    for file in examples:
        check(f"{file.name} does not say what it is about", bool(json.loads(file.read_text(encoding="utf-8")).get("about")))
    check("what is broken on purpose is in order", validator.is_valid(GOOD) and not refused(program, GOOD))
    for name, scenario in broken():
        check(f"{name}: the schema lets it pass", not validator.is_valid(scenario))
        check(f"{name}: the program lets it pass", refused(program, scenario))

    for failure in failures:
        print(failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
