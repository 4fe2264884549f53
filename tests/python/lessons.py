#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The listing of every lesson, recorded, tells what the lesson tells: the same lines at the same instants, and the same steps,
waits, wake-ups and ends of the same tasks; with other parameters too.

Usage: lessons.py COROSCOPE PYTHON [ID...]. COROSCOPE is the program. Prints what differs, then "N passed, N failed".
"""

import concurrent.futures
import difflib
import functools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import stream_check
from recording import ROOT, recorded

sys.path.insert(0, str(ROOT / "tests" / "tools"))
from check_listings import VARIANTS          # noqa: E402

LISTINGS = ROOT / "resources" / "lessons"
OWN_STAMP = re.compile(r"(\d+s \+ \d{3}ms)(?: |$)")
ENDS = ("complete", "stopped", "interrupt", "idle", "end", "until", "spins", "uncaught")
SHOWN = 14

# Diagnostics that a recorder cannot give.
UNKNOWN = {
    "implicit-switch": ["lost-update"],                    # nothing tells of plain variables
    "lock-shared": ["lost-update"],
    "thread-race": ["lost-update"],
    "comprehension-vs-gather": ["sequential-awaits"],      # that no call hangs on the answer of one before cannot be seen
}
# Nor that sentence.
VARIABLE = re.compile(r"(reads|writes) \w+ \(-?\d+\), (then )?")

# Whose sentences are not compared.
OTHERWISE = {
    "async-genexpr",             # the end of an asynchronous generator expression: it has no statement that could tell
    "pitfall-matrix",            # a coroutine that never waits, of a function made by exec(): there is no source its hooks could go into
}

# What CPython does otherwise from 3.12 on; the lessons are 3.11's. What is printed when is the same.
SINCE_3_12 = {
    "async-comprehension": False,        # a comprehension is no function any more, and has no place in the await stack
    "comprehension-vs-gather": False,
    "wait-for-timeout": True,            # wait_for() makes no task
    "who-starts-when": True,             # gather() of tasks that have ended does not wait
}                                        # True: other steps as well

# A half that is rounded: clocks that a program reads are a hair later after each wait, as real ones are; the lesson's are exact.
ROUNDED = ("yield-often", ["work=1.35", "period=0.33"])

def stamp(ns):
    return f"{ns // 10**9}s + {ns % 10**9 // 10**6:03d}ms"


def text_of(stream):
    """As `coroscope run` prints it."""
    lines, open_line = [], None

    def close():
        nonlocal open_line
        if open_line:
            lines.append("  ".join(open_line).rstrip())
        open_line = None

    for e in stream.events:
        if e["kind"] == "Printed":
            said, moment = stream.texts[e["object"]] + stream.texts[e["value"]], stamp(e["time"])
            own = OWN_STAMP.match(said)
            if own and own[1] == moment:
                said = said[own.end():]
            for n, piece in enumerate(said.split("\n")):
                if n:
                    open_line = open_line or [moment, ""]
                    close()
                if piece:
                    open_line = open_line or [moment, ""]
                    open_line[1] += piece
        elif e["kind"] in ("Warned", "Reported"):
            close()
            lines.append(f"{stamp(e['time'])}  ! {stream.texts[e['object']]}")
        elif e["kind"] == "Finished":
            close()
            lines.append(f"= {stamp(e['time'])}  {ENDS[e['tag']]}")
    return lines


STEPS = {"TaskStep", "TaskAwait", "TaskReady", "TaskDone", "TaskFailed", "TaskCancelled", "TaskCancelRequested", "Printed", "BlockBegan",
         "BlockEnded", "Interrupted", "ResourceLevel", "SectionBegan", "SectionEnded", "LoopStopped", "WorkerStarted", "WorkerStopped",
         "ActorCreated", "Pass", "Sent", "Yielded", "Returned", "Raised"}


def account(events, kinds, reasons, texts):
    """The run as lines, each with what both sides can know."""
    numbers = {}
    for time, kind, tag, actor, thing, source, value, *_ in events:
        kind = kinds[kind]
        if kind not in STEPS or kind == "ActorCreated" and tag == 3 or kind == "ResourceLevel" and tag:
            continue
        more = ""
        if kind in ("TaskAwait", "TaskReady"):
            more = reasons[tag]
        elif kind in ("TaskFailed", "SectionBegan", "SectionEnded", "WorkerStarted", "Sent", "Yielded", "Returned", "Raised"):
            more = texts[thing]
        elif kind == "Printed":
            more = OWN_STAMP.sub("", texts[thing])
        elif kind in ("ResourceLevel",):
            more = f"{numbers.setdefault(thing, len(numbers))} {value}"
        elif kind == "BlockBegan":
            more = texts[thing].replace("compute(", "time.sleep(")         # what the listing does for it
        elif kind == "ActorCreated":
            more = f"{tag}"
        yield f"{time / 1e9:g} {kind} {actor} {more}".rstrip()


def differences(expected, found):
    return list(difflib.unified_diff(expected, found, "the lesson", "the recorder", lineterm="", n=2))[:SHOWN]


@functools.cache
def version(python):
    asked = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"], stdout=subprocess.PIPE, check=True)
    return tuple(map(int, asked.stdout.split()))


def constants(identity, parameters):
    listing = (LISTINGS / identity / "listing.py").read_text(encoding="utf-8")
    found = {}
    for name, written in parameters.items():
        constant = name.upper().replace("-", "_")
        if name != "until":
            written = {"yes": "True", "no": "False"}.get(written, written)
            found[constant] = f"[{written}]" if f"\n{constant} = [" in listing else written
    return found


def check(program, python, lesson, settings):
    identity = lesson["id"]
    given = dict(s.split("=", 1) for s in settings)

    def lesson_run(form):
        arguments = [a for s in settings for a in ("--set", s)]
        run = subprocess.run([program, "run", identity, *arguments, "--format", form], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        return run.stdout

    until = given.get("until", next((str(p["default"]) for p in lesson["parameters"] if p["name"] == "until"), None))
    options = {"set": constants(identity, given), "compute": "free"}
    if until is not None:
        options["until"] = float(until)
    folder = LISTINGS / identity
    found = recorded(python, ["listing.py"], folder, options, timeout=100)
    try:
        stream = stream_check.Stream(found.stream)
    except (stream_check.Fault, ValueError, KeyError, IndexError) as fault:
        return [f"stream: {type(fault).__name__} {fault}", found.err.decode()[-600:]]
    faults = differences(lesson_run("text").decode().splitlines(), text_of(stream))
    changed = SINCE_3_12.get(identity) if version(python) >= (3, 12) else None
    if changed:
        return faults
    saved = json.loads(lesson_run("chrome"))["otherData"]
    mine = [[e[k] for k in ("time", "tag", "actor", "object", "source", "value")] for e in stream.events]
    rows = [[m[0], stream.header["kinds"].index(e["kind"]), *m[1:]] for m, e in zip(mine, stream.events)]
    faults += differences(list(account(saved["events"], saved["kinds"], saved["reasons"], saved["texts"])),
                          list(account(rows, stream.header["kinds"], stream.header["reasons"], stream.texts)))
    theirs = lanes(saved["events"], saved["kinds"], saved["texts"])
    mine = lanes(rows, stream.header["kinds"], stream.texts)
    names = {name if thing[0] != "callback" else ("callback", name): theirs.get(thing, name) for thing, name in mine.items()}
    return faults if identity in OTHERWISE or changed is False else faults + views(program, identity, settings, found.stream, names)


def lanes(events, kinds, texts):
    """What each lane, each resource and each callback of the program's is called."""
    found, callbacks = {}, 0
    for _, kind, tag, actor, thing, source, value, *_ in events:
        if kinds[kind] == "ResourceCreated" and source:
            found["resource", thing] = texts[source]
        if kinds[kind] == "ActorCreated":
            found["actor", actor] = texts[thing] or f"Task-{value}"
        elif kinds[kind] == "ActorLabel":
            found["actor", actor] = texts[thing]
        elif kinds[kind] in ("HandleReady", "TimerSet") and tag == 0:
            callbacks += 1
            found["callback", callbacks] = texts[value if kinds[kind] == "HandleReady" else source]
    return found


def views(program, identity, settings, data, names):
    """The measures and sentences made of the stream, beside the lesson's."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(data)
        file.flush()

        def ask(what, *arguments):
            given = [a for s in settings for a in ("--set", s)]
            return [subprocess.run([program, what, *which, *arguments], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL).stdout.decode()
                    for which in ([identity, *given], [file.name])]

        lesson, found = (json.loads(text) for text in ask("stats", "--format", "json"))
        lesson["diagnostics"] = [one for one in lesson["diagnostics"] if one["kind"] not in UNKNOWN.get(identity, ())]
        told = [renamed(text, {} if n == 0 else names).splitlines() for n, text in enumerate(ask("explain"))]
        measured = [json.dumps(one, indent=1).splitlines() for one in (lesson, found)]
        measured[1] = renamed("\n".join(measured[1]), names).splitlines()
        if "lost-update" in UNKNOWN.get(identity, ()):
            told[0] = [VARIABLE.sub("", line) for line in told[0]]
        return differences(*measured) + differences(*told)


QUOTED = re.compile(r"(“[^”]*”|(?<!\w)'[^']*')")
TWICE = re.compile(r"(?<!\S)(\S+)(?:,| and) \1(?=[,;. ])")


def renamed(text, names):
    """Lanes of the recorder, called as the lesson calls them; not in what is printed, nor where a name is a word."""
    if not names:
        return text
    every = "|".join(map(re.escape, sorted((name for name in names if isinstance(name, str)), key=len, reverse=True))) or "(?!)"
    name = re.compile(rf"(?<![\w“])(?<!the )({every})(?![\w(])")
    parts = QUOTED.split(text)
    parts[::2] = [name.sub(lambda m: names[m[1]], part) for part in parts[::2]]
    parts[1::2] = [f"“{names['callback', part[1:-1]]}”" if ("callback", part[1:-1]) in names else part for part in parts[1::2]]
    return TWICE.sub(r"\1", "".join(parts))


def main(arguments):
    program, python, *wanted = arguments
    listed = json.loads(subprocess.run([program, "list", "--format", "json"], stdout=subprocess.PIPE).stdout)
    lessons = {lesson["id"]: lesson for lesson in (listed["lessons"] if isinstance(listed, dict) else listed)}
    cases = [(identity, []) for identity in lessons] + [(identity, settings) for identity, *settings in VARIANTS]
    cases = [c for c in cases if (not wanted or c[0] in wanted) and not lessons[c[0]]["outside"] and c != ROUNDED]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for case, faults in zip(cases, pool.map(lambda c: check(program, python, lessons[c[0]], c[1]), cases)):
            if faults:
                failed += 1
                print("---", case[0], *case[1])
                print(*faults, sep="\n")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
