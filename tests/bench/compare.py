#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the scheduler's benches interleaved with the same workloads in asyncio and prints the ratios.

`bench_scheduler SCALE NAME...` prints "W1 traced 14.1" and "W1 untraced 4.0", nanoseconds of CPU per operation;
with the name "figures" any further lines "what it is 1.2". Every other bench_* found is run once.
Each number shown is the median of the rounds. Nothing here fails because something is slow.
"""

import argparse
import collections
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ASYNCIO = HERE / "asyncio_workloads.py"
MAKE_TRACE = HERE / "make_trace.py"

Workload = collections.namedtuple("Workload", "title goal_traced goal_untraced")

# The goals are how many times faster than asyncio we mean to be.
WORKLOADS = {
    "W1": Workload("1,000 tasks x 1,000 sleep(0)", 45, 130),
    "W2": Workload("producer - Queue(1) - consumer, 500,000 items", 140, 220),
    "W3": Workload("spawn and gather 1,000,000 tasks by 1,000", 60, 110),
    "W4": Workload("100,000 tasks sleeping 0-1 s", 38, 42),
    "W5": Workload("100,000 jobs through a window of 64", 42, 48),
}


def figures_of(command):
    """The lines "name 1.5" a bench prints, as {name: number}. A bench that fails stops everything."""
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = (line.rpartition(" ") for line in output.splitlines() if line.strip())
    return {name: float(number) for name, _, number in lines}


def measure(bench, names, scale, rounds):
    """{figure: median}, asyncio and ours taking turns within each round."""
    seen = collections.defaultdict(list)

    def note(suffix, figures):
        for name, number in figures.items():
            seen[name + suffix].append(number)

    for turn in range(rounds):
        for name in names:
            print(f"\rround {turn + 1} of {rounds}: {name} ", end="", file=sys.stderr, flush=True)
            note(" asyncio", figures_of([sys.executable, ASYNCIO, str(scale), name]))
            if bench.exists():
                note("", figures_of([bench, str(scale), name]))
        if bench.exists():
            note("", figures_of([bench, str(scale), "figures"]))
    print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    return {name: statistics.median(numbers) for name, numbers in seen.items()}


def ratio(asyncio, ours):
    return f"{asyncio / ours:.0f}x" if ours else "-"


def nanoseconds(number):
    if number is None:
        return "-"
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}"


def row(name, medians):
    workload = WORKLOADS[name]
    asyncio = medians.pop(f"{name} asyncio")
    traced, untraced = medians.pop(f"{name} traced", None), medians.pop(f"{name} untraced", None)
    return [name, workload.title, nanoseconds(asyncio),
            nanoseconds(traced), ratio(asyncio, traced), f">= {workload.goal_traced}x",
            nanoseconds(untraced), ratio(asyncio, untraced), f">= {workload.goal_untraced}x"]


def print_table(rows):
    widths = [max(len(line[column]) for line in rows) for column in range(len(rows[0]))]
    for line in rows:
        cells = [cell.ljust(width) if column < 2 else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(line, widths))]
        print("  ".join(cells).rstrip())


def run_viewer(bench):
    """Opens traces made for it."""
    with tempfile.TemporaryDirectory() as folder:
        traces = []
        for spans in (100_000, 1_000_000):
            traces.append(f"{folder}/{spans}.json")
            subprocess.run([sys.executable, MAKE_TRACE, str(spans), traces[-1]], check=True)
        subprocess.run([bench, *traces], check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=pathlib.Path, help="where the bench executables are")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1.0, help="0.1 = a tenth of the operations")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(WORKLOADS), help="W1,W3")
    arguments = parser.parse_args()
    if unknown := set(arguments.only) - set(WORKLOADS):
        parser.error(f"unknown workload {', '.join(sorted(unknown))}; there are {', '.join(WORKLOADS)}")

    bench = arguments.folder / "bench_scheduler"
    medians = measure(bench, arguments.only, arguments.scale, arguments.rounds)
    print("CPU time per operation, in ns, and how many times faster than asyncio:\n")
    head = ["", "", "asyncio", "traced", "ratio", "goal", "untraced", "ratio", "goal"]
    print_table([head] + [row(name, medians) for name in arguments.only])
    if medians:
        print()
    for name, number in medians.items():
        print(f"{name} {number:g}")

    for other in sorted(arguments.folder.glob("bench_*")):
        if other != bench and other.is_file():
            print(f"\n{other.name}:", flush=True)
            if other.name == "bench_viewer":
                run_viewer(other)
            else:
                subprocess.run([other], check=False)


if __name__ == "__main__":
    main()
