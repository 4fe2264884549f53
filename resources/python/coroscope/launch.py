# SPDX-License-Identifier: MIT
"""Starts a Python that records itself, as the protocol in README.md says."""

import json
import os
import signal
import subprocess
import sys

START = os.path.join(os.path.dirname(os.path.abspath(__file__)), "start")


def environment(options):
    """Of the program: its own, and what the recorder takes out of it again."""
    env = dict(os.environ)
    old = env.get("PYTHONPATH")
    env["PYTHONPATH"] = START if old is None else START + os.pathsep + old
    options = dict(options)
    if options.get("clock", "virtual") == "virtual" and "PYTHONHASHSEED" not in env:
        env["PYTHONHASHSEED"] = "0"
        options["hashseed"] = True
    env["COROSCOPE_RECORDER"] = json.dumps(options)
    return env


def run(arguments, options, fd):
    """Runs `python ARGUMENTS` and waits for it; the exit status a shell would say. The end is written behind the stream."""
    flags = subprocess._args_from_interpreter_flags()
    command = [sys.executable, *flags, *arguments]
    process = subprocess.Popen(command, env=environment({**options, "fd": fd}), pass_fds=[fd])
    before = {sent: signal.signal(sent, lambda number, _: process.send_signal(number)) for sent in (signal.SIGTERM, signal.SIGHUP)}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.SIG_IGN)       # the terminal sends it to the program as well
    try:
        status = process.wait()
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)
    end = {"status": status} if status >= 0 else {"signal": -status}
    try:
        os.write(fd, (json.dumps({"exit": end}) + "\n").encode())
    except OSError:
        pass
    return status if status >= 0 else 128 - status
