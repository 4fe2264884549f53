# SPDX-License-Identifier: MIT
"""Puts the recorder into a Python that is starting, before the program is read."""

import asyncio
import atexit
import json
import os
import sys
import types
from _thread import get_ident

import _asyncio

from . import clock, edits, lanes, lines, loop, measure, output, places, program, reports, resources, rewrite, sampler, stack, threads, times, writer
from .state import Real, S, unseen
from .stream import KIND, event, header, text

NEEDED = ("ActorCreated", "ActorLabel", "ResourceCreated", "HandleReady", "TimerSet", "SleepAsked", "LoopStarted", "LoopStopped",
          "TaskDone", "TaskFailed", "TaskCancelled", "Finished")


def start(options):
    S.virtual = options.get("clock", "virtual") == "virtual"
    S.measured = options.get("compute", "measured") == "measured"
    clock.World.epoch = float(int(Real.time())) if options.get("epoch") is None else float(options["epoch"])
    if options.get("until") is not None:
        clock.World.until = clock.to_us(options["until"])
    target = writer.Writer(options["fd"])
    measure.Marks.writer = target
    writer.set_needed(KIND[name] for name in NEEDED)
    path = program_path(options)
    header(options, options.get("name") or os.path.basename(path))
    install_hooks(options)
    control = None if options.get("control") is None else writer.watch_host(options["control"])
    end_with_program(target, control)
    spare(target, control)
    S.on = True
    program.prepare(path, options)
    measure.Marks.sampler = sampler.start(target, S.virtual and S.measured)
    hide()
    target.flush()
    measure.Marks.sampler.start()
    S.began = S.mark = S.flushed = Real.perf_counter()


def program_path(options):
    """The file Python is about to run; files are named relative to its folder."""
    first = sys.argv[0] if sys.argv else ""
    path = os.path.abspath(options.get("program") or (first if first not in ("", "-c", "-m") else "."))
    if os.path.isdir(path):
        path = os.path.join(path, "__main__.py")
    places.Program.folder = os.getcwd() if first == "-m" else os.path.dirname(path)
    return path


def install_hooks(options):
    h = types.SimpleNamespace(
        begin=lanes.begin, end=lanes.end, soon=lanes.soon, naming=lanes.naming, named=lanes.named, io=loop.io, select=loop.select, due=loop.due, now=loop.now, seen=loop.seen, started=loop.started,
        stopped=loop.stopped, report=reports.report, reported=reports.reported, warned=reports.warned, shown=reports.shown,
        never=reports.never, executor=resources.executor, time=times.of_loop if S.virtual else None,
        blocked=program.blocked if options.get("block") else None, waiting=sys.version_info < (3, 12), born=threads.born, begin_thread=threads.begin, end_thread=threads.end,
        acquire=threads.condition_acquire, notified=threads.notified, drain=threads.drain, get=threads.get, put=threads.put,
        join_lock=threads.join_lock, join_handle=threads.join_handle)
    for name in ("wait_get", "wait_put", "wait_lock", "wait_semaphore", "wait_event", "wait_condition", "wait_group", "wait_process",
                 "wait_stream", "wait_for", "wait_many", "queue_level", "lock_level", "value_level", "made", "group_child"):
        setattr(h, name, getattr(resources, name))
    loop.Runs.trouble = trouble
    name = ("virtual" if S.virtual else "real") + ("-block" if h.blocked else "")
    rewrite.apply(edits.of_loop(h) + edits.of_primitives(h) + edits.of_threads(h) + edits.of_warnings(h), name, trouble)
    resources.find_leaves()
    stack.ends_at(asyncio.events.Handle._run.__code__)
    loop.dress(loop.Handle, "Handle")
    loop.dress(loop.TimerHandle, "TimerHandle")
    replace_task()
    output.install()
    times.install()


def trouble():
    """A hook has failed: a fault of the recorder, which must not become one of the program."""
    if S.on:
        S.on = False
        S.put(json.dumps({"failed": lanes.texts.of_exception(sys.exc_info()[1])}) + "\n")


def replace_task():
    base = _asyncio.Task
    task = lanes.task_class(base)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").partition(".")[0] == "asyncio" and getattr(module, "Task", None) is base:
            module.Task = task
    eager = getattr(asyncio.tasks, "eager_task_factory", None)
    if eager is not None and eager.__closure__:
        for cell in eager.__closure__:
            if cell.cell_contents is base:
                cell.cell_contents = task


def finish(target):
    """The program ends: what is left is written, and how it ended."""
    if S.pending:
        lines.flush_print()
    if S.on:
        error = getattr(sys, "last_value", None)
        end, said = 4, 0
        if error is not None:
            end, said = (2, 0) if isinstance(error, KeyboardInterrupt) else (7, text(lanes.texts.of_exception(error)))
        elif S.reason is not None:
            end = {loop.COMPLETE: 0, loop.STOPPED: 1, loop.IDLE: 3, loop.INTERRUPTED: 2}.get(S.reason, 4)
        event("Finished", end, 0, said)
        S.on = False
    if measure.Marks.sampler is not None:
        measure.Marks.sampler.stop()
    target.flush(whole=True)


def spare(target, control):
    """os.closerange() leaves the recorder's own descriptors open."""
    close, own = os.closerange, sorted(fd for fd in (target.fd, control) if fd is not None)

    def closerange(fd_low, fd_high, /):
        for fd in own:
            if fd_low <= fd < fd_high:
                close(fd_low, fd)
                fd_low = fd + 1
        close(fd_low, fd_high)

    os.closerange = closerange


def hide():
    """The recorder is no module the program can find; and modules that are not found are not taken apart while Python ends."""
    for name in [n for n in sys.modules if n.partition(".")[0] == __package__]:
        del sys.modules[name]


def in_child(target, control):
    """A forked child is no part of the run, and must not keep the stream open: it may live longer. Its time is real."""
    target.close()
    S.threads, S.main = False, get_ident()
    threads.All.running.clear()
    clock.go_real()
    for fd in (target.fd, control):
        if fd is not None:
            try:
                os.close(fd)
            except OSError:
                pass


def write_before(name):
    """os.execv() and its kin end the program without another word."""
    leave = getattr(os, name)
    process = os.getpid()

    @unseen
    def called(*args, **options):
        if os.getpid() == process:
            measure.Marks.writer.flush(whole=True)
        return leave(*args, **options)

    called.__name__ = called.__qualname__ = name
    setattr(os, name, called)


def end_with_program(target, control):
    atexit.register(finish, target)
    leave = os._exit
    process = os.getpid()

    def _exit(status):
        if os.getpid() == process:
            if S.on:
                S.put(f'{{"exit":{{"status":{int(status) & 255}}}}}\n')
            finish(target)
        leave(status)

    os._exit = _exit
    write_before("execv")
    write_before("execve")
    write_before("abort")
    os.register_at_fork(after_in_child=lambda: in_child(target, control))
