#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the listings that talk to the real outside as they are, in real time, and holds what they print against the lessons.

A server gets real clients, which do what the simulated ones do, and then Ctrl+C. Instants are not compared: the lines are the
same, and of two that stand at different instants in tests/golden/lessons the earlier comes first.

Usage: check_outside.py COROSCOPE [ID...]. Prints what differs, then "N passed, N failed"; the exit status is 1 when something
failed. Takes some seconds; not a part of the tests, which do not wait.
"""

import concurrent.futures
import json
import pathlib
import re
import signal
import socket
import subprocess
import sys
import threading
import time

from simulated_outside import CLIENTS

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LISTINGS = ROOT / "resources" / "lessons"
GOLDEN = ROOT / "tests" / "golden" / "lessons"
STAMP = re.compile(r"^\d+s \+ \d{3}ms +")
TOOK = re.compile(r"\d+\.\ds, (?=processor)")      # longer when the machine has other things to do
STARTED = 1.0                                        # seconds until a server certainly listens


def plain(line):
    return TOOK.sub("", STAMP.sub("", line))


def client(name, port, connects, sends, hangs_up, began, names):
    """A client as simulated_outside.py has it, over a real connection."""
    def wait_until(moment):
        time.sleep(max(0.0, began + moment - time.monotonic()))

    wait_until(connects)
    with socket.create_connection(("127.0.0.1", port)) as connection:
        names[repr(connection.getsockname())] = name
        for moment, data in sends:
            wait_until(moment)
            connection.sendall(data)
        if hangs_up is not None:
            wait_until(hangs_up)
            connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):                # until the server closes
            pass


def output_of(lesson):
    listing = LISTINGS / lesson / "listing.py"
    program = subprocess.Popen([sys.executable, "-u", str(listing)], stdout=subprocess.PIPE, text=True)
    names = {}
    if lesson in CLIENTS:
        port = int(re.search(r'"localhost", (\d+)', listing.read_text(encoding="utf-8"))[1])
        began = time.monotonic() + STARTED
        clients = [threading.Thread(target=client, args=(name, port, connects, sends, hangs_up, began, names))
                   for name, connects, sends, hangs_up in CLIENTS[lesson]]
        for each in clients:
            each.start()
        for each in clients:
            each.join()
        time.sleep(0.2)
        program.send_signal(signal.SIGINT)
    output, _ = program.communicate(timeout=60)
    for address, name in names.items():
        output = output.replace(address, name)
    return [plain(line) for line in output.splitlines() if line != "bye"]


def expected_of(lesson):
    """(instant, line) of what the program itself prints."""
    for line in (GOLDEN / f"{lesson}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("= ") and " receives b'" not in line:
            yield STAMP.match(line)[0], plain(line)


def faults(lesson):
    got, expected = output_of(lesson), list(expected_of(lesson))
    found = [f"missing: {line}" for _, line in expected if line not in got]
    found += [f"too much: {line}" for line in got if line not in [text for _, text in expected]]
    if found:
        return found
    instants = [next(instant for instant, text in expected if text == line) for line in got]
    for line, before, after in zip(got[1:], instants, instants[1:]):
        if after < before and got.count(line) == 1:
            found.append(f"too late: {line}")
    return found


def main(arguments):
    program, *wanted = arguments
    listed = json.loads(subprocess.run([program, "list", "--format", "json"], stdout=subprocess.PIPE, check=True).stdout)
    lessons = [lesson["id"] for lesson in listed if lesson["outside"] and (not wanted or lesson["id"] in wanted)]
    failed = 0
    servers = [lesson for lesson in lessons if lesson in CLIENTS]      # one after the other: some share a port
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        others = {lesson: pool.submit(faults, lesson) for lesson in lessons if lesson not in servers}
        results = [(lesson, faults(lesson)) for lesson in servers] + [(lesson, future.result()) for lesson, future in others.items()]
    for lesson, found in results:
        if found:
            failed += 1
            print(f"{lesson}:", *found, sep="\n  ")
    print(f"{len(lessons) - failed} passed, {failed} failed")
    return 1 if failed or not lessons else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
