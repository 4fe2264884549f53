#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What recording costs: processor time of asyncio programs with the recorder and without it, side by side in one run.

Usage: python_overhead.py [--python PYTHON] [--rounds N] [--scale F] [--compute measured|free] [NAME...]. Start-up is measured by
itself and subtracted from the others. Prints medians beside the goals; never fails because of a time.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python"))
from recording import START, environment     # noqa: E402

WORKLOADS = {
    "start": (None, "import asyncio\n"),
    "switch": (2.8, """
import asyncio
async def job():
    for _ in range({n}):
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(job() for _ in range(100)))
asyncio.run(main())
""", 2_000),
    "queue": (2.0, """
import asyncio
async def producer(q):
    for i in range({n}):
        await q.put(i)
async def consumer(q):
    for i in range({n}):
        await q.get()
async def main():
    q = asyncio.Queue(1)
    await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
""", 60_000),
    "spawn": (2.6, """
import asyncio
async def job():
    pass
async def main():
    for _ in range({n}):
        await asyncio.gather(*(job() for _ in range(1000)))
asyncio.run(main())
""", 60),
    "plain": (1.05, """
import asyncio
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
async def main():
    fib({n})
asyncio.run(main())
""", 27),
    "ten_thousand": (4.0, """
import asyncio
async def job(i):
    await asyncio.sleep(i % 100 / 1000)
    return i
async def main():
    print(sum(await asyncio.gather(*(job(i) for i in range({n})))))
asyncio.run(main())
""", 10_000),
    "print": (None, """
import asyncio
async def main():
    for i in range({n}):
        print("line", i)
asyncio.run(main())
""", 50_000),
}
SCALED = {"switch", "queue", "spawn", "print"}


def drain(fd):
    while os.read(fd, 1 << 20):
        pass
    os.close(fd)


def processor(python, path, options):
    """Seconds of one run."""
    env, fds = environment(), []
    if options is not None:
        ours, theirs = os.pipe()
        reader = threading.Thread(target=drain, args=(ours,))
        reader.start()
        fds = [theirs]
        env |= {"PYTHONPATH": str(START), "COROSCOPE_RECORDER": options.replace("FD", str(theirs))}
    process = subprocess.Popen([python, path], env=env, stdout=subprocess.DEVNULL, pass_fds=fds)
    for fd in fds:
        os.close(fd)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if options is not None:
        reader.join()
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--compute", default="measured")
    parser.add_argument("names", nargs="*")
    given = parser.parse_intermixed_args()
    options = f'{{"fd": FD, "compute": "{given.compute}"}}'
    names = ["start", *[n for n in given.names or WORKLOADS if n != "start"]]
    times = {name: ([], []) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name in names:
            _, source, *size = WORKLOADS[name]
            n = size[0] if size else 0
            paths[name] = os.path.join(folder, name + ".py")
            pathlib.Path(paths[name]).write_text(source.format(n=max(1, int(n * given.scale)) if name in SCALED else n))
        processor(given.python, paths["start"], options)         # fills the caches
        for _ in range(given.rounds):
            for name in names:
                times[name][0].append(processor(given.python, paths[name], None))
                times[name][1].append(processor(given.python, paths[name], options))
    plain, recorded = (statistics.median(t) for t in times["start"])
    print(f"start         {plain * 1000:7.1f} ms   {recorded * 1000:7.1f} ms   +{(recorded - plain) * 1000:.1f} ms (goal +40)")
    for name in names[1:]:
        goal = WORKLOADS[name][0]
        a, b = (statistics.median(t) - start for t, start in zip(times[name], (plain, recorded)))
        print(f"{name:12}  {a * 1000:7.1f} ms   {b * 1000:7.1f} ms   {b / a:5.2f}x{f' (goal {goal}x)' if goal else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
