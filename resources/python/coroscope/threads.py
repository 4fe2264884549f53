# SPDX-License-Identifier: MIT
"""Threads beside the main one."""

from _thread import get_ident

from .state import S


def elsewhere():
    return get_ident() != S.main


def thread_actor():
    return 0


def run_due(us):
    return False


def next_due():
    return None


def at_work():
    return False
