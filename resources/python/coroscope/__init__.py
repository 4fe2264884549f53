# SPDX-License-Identifier: MIT
"""Coroscope's recorder: writes down who holds the thread of an asyncio program while it runs."""

__version__ = "1.0"


def start(options, before):
    """Called by start/sitecustomize.py; `before` are the modules that were there."""
    from . import shadows

    def load():
        from . import install
        return install

    shadows.guarded(load, before).start(options)


def record(program, *arguments, **options):
    """Runs a Python program under the recorder and gives its run: see runs.record()."""
    from . import runs
    return runs.record(program, *arguments, **options)


def load_ipython_extension(ipython):
    """%load_ext coroscope"""
    from . import notebook
    notebook.load(ipython)
