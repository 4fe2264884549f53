# SPDX-License-Identifier: MIT
"""Coroscope's recorder: writes down who holds the thread of an asyncio program while it runs."""


__version__ = "1.0"


def start(options):
    """Called by start/sitecustomize.py."""
    from . import install
    install.start(options)
