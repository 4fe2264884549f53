#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a program starts another while it does something that must start none, such as opening a Python file.

Usage: check_no_process.py STRACE PROGRAM [ARGUMENT...]. Looks at every execve of PROGRAM and of all it forks; there may be one, its own.
"""

import pathlib
import subprocess
import sys
import tempfile


def main(arguments):
    strace, *command = arguments
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder) / "log"
        ended = subprocess.run([strace, "-f", "-qq", "-e", "trace=execve,execveat", "-o", log, *command], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        started = [line for line in log.read_text(errors="replace").splitlines() if "exec" in line]
    if ended.returncode != 0:
        print(ended.stdout.decode(errors="replace")[-2000:])
    for line in started[1:]:
        print("started:", line)
    print(f"{len(started)} of 1 processes, status {ended.returncode}")
    return 0 if len(started) == 1 and ended.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
