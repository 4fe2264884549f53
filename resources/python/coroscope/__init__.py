# SPDX-License-Identifier: MIT
"""Coroscope's recorder: writes down who holds the thread of an asyncio program while it runs."""


def start(written):
    """Called by start/sitecustomize.py with the options, as JSON."""
    import json
    from . import install
    install.start(json.loads(written))
