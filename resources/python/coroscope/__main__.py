# SPDX-License-Identifier: MIT
"""python3 -m coroscope record|run PROGRAM: see cli.py."""

import sys

from .cli import main

sys.exit(main(sys.argv[1:]))
