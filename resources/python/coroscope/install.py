# SPDX-License-Identifier: MIT
"""Puts the recorder into a Python that is starting, before the program is read."""

import asyncio
import atexit
import os
import sys
import types

import _asyncio

from . import clock, edits, lanes, loop, measure, output, places, resources, rewrite, stack, threads, times, writer
from .state import Real, S
from .stream import KIND, event, header, text

NEEDED = ("ActorCreated", "ActorLabel", "ResourceCreated", "HandleReady", "TimerSet", "SleepAsked", "LoopStarted", "LoopStopped",
          "TaskDone", "TaskFailed", "TaskCancelled", "Finished")


def start(options):
    S.virtual = options.get("clock", "virtual") == "virtual"
    S.measured = options.get("compute", "measured") == "measured"
    clock.World.epoch = float(int(Real.time())) if options.get("epoch") is None else float(options["epoch"])
    if options.get("until") is not None:
        clock.World.until = clock.to_us(options["until"])
    if options.get("hashseed"):                 # the host's, not the program's
        os.environ.pop("PYTHONHASHSEED", None)
    target = writer.Writer(options["fd"])
    measure.Marks.writer = target
    writer.set_needed(KIND[name] for name in NEEDED)
    program = os.path.abspath(sys.argv[0]) if sys.argv and sys.argv[0] not in ("", "-c", "-m") else os.getcwd()
    folder = program if os.path.isdir(program) else os.path.dirname(program)
    places.Program.folder = folder
    header(options, options.get("name") or os.path.basename(program))
    install_hooks()
    S.on = True
    end_with_program(target)
    S.began = S.mark = S.flushed = Real.perf_counter()


def install_hooks():
    h = types.SimpleNamespace(
        begin=lanes.begin, end=lanes.end, soon=lanes.soon, io=loop.io, select=loop.select, due=loop.due, started=loop.started,
        stopped=loop.stopped, report=loop.report, executor=resources.executor, time=times.of_loop if S.virtual else None,
        waiting=sys.version_info < (3, 12), born=threads.born, begin_thread=threads.begin, end_thread=threads.end,
        acquire=threads.condition_acquire, notified=threads.notified, drain=threads.drain, get=threads.get, put=threads.put,
        join_lock=threads.join_lock, join_handle=threads.join_handle)
    for name in ("wait_get", "wait_put", "wait_lock", "wait_semaphore", "wait_event", "wait_condition", "wait_group", "wait_process",
                 "wait_stream", "wait_for", "wait_many", "queue_level", "lock_level", "value_level", "made", "group_child"):
        setattr(h, name, getattr(resources, name))
    rewrite.apply(edits.of_loop(h) + edits.of_primitives(h) + edits.of_threads(h), "virtual" if S.virtual else "real")
    stack.RUN.code = asyncio.events.Handle._run.__code__
    loop.dress(loop.Handle, "Handle")
    loop.dress(loop.TimerHandle, "TimerHandle")
    replace_task()
    output.install()
    times.install()


def replace_task():
    base = _asyncio.Task
    task = lanes.task_class(base)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").partition(".")[0] == "asyncio" and getattr(module, "Task", None) is base:
            module.Task = task


def finish(target):
    """The program ends: what is left is written, and how it ended."""
    if S.pending:
        output.flush_print()
    if S.on:
        error = getattr(sys, "last_value", None)
        end, said = 4, 0
        if error is not None:
            end, said = (2, 0) if isinstance(error, KeyboardInterrupt) else (7, text(lanes.texts.of_exception(error)))
        elif S.reason is not None:
            end = {loop.COMPLETE: 0, loop.STOPPED: 1, loop.IDLE: 3, loop.INTERRUPTED: 2}.get(S.reason, 4)
        event("Finished", end, 0, said)
        S.on = False
    target.flush(whole=True)


def end_with_program(target):
    atexit.register(finish, target)
    leave = os._exit
    process = os.getpid()

    def _exit(status):
        if os.getpid() == process:
            finish(target)
        leave(status)

    os._exit = _exit
    os.register_at_fork(after_in_child=target.close)
