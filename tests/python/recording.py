# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a program with the recorder, as a host does, or without it."""

import json
import os
import pathlib
import signal
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "resources" / "python"
START = PACKAGE / "coroscope" / "start"


class Result:
    def __init__(self, process, out, err, stream=b""):
        self.status, self.out, self.err, self.stream = process.returncode, out, err, stream


def environment(extra=None):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return {**kept, "PYTHONHASHSEED": "0", **(extra or {})}


def finish(process, stdin, sigint, timeout):
    if sigint is not None:
        timer = threading.Timer(sigint, process.send_signal, (signal.SIGINT,))
        timer.start()
    try:
        out, err = process.communicate(stdin, timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        err += b"\n(killed: it took too long)"
    return out, err


def plain(python, arguments, cwd, stdin=None, sigint=None, timeout=60, env=None):
    process = subprocess.Popen([python, *arguments], cwd=cwd, env=environment(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, start_new_session=True)
    return Result(process, *finish(process, None if stdin is None else stdin.encode(), sigint, timeout))


def recorded(python, arguments, cwd, options=None, stdin=None, sigint=None, timeout=60, env=None):
    """The stream goes to a file: a reader who is never in the way."""
    with tempfile.TemporaryFile() as target:
        fd = target.fileno()
        env = env or {}
        path = os.pathsep.join([str(START), *([env["PYTHONPATH"]] if "PYTHONPATH" in env else [])])
        more = {**env, "PYTHONPATH": path, "COROSCOPE_RECORDER": json.dumps({"fd": fd, **(options or {})})}
        process = subprocess.Popen([python, *arguments], cwd=cwd, env=environment(more), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, start_new_session=True, pass_fds=[fd])
        out, err = finish(process, None if stdin is None else stdin.encode(), sigint, timeout)
        time.sleep(0)
        target.seek(0)
        return Result(process, out, err, target.read())
