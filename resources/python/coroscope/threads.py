# SPDX-License-Identifier: MIT
"""Threads beside the main one.

On the virtual clock they run one at a time and in a fixed order: a thread that sleeps, waits for a lock or a queue, or has just
been started stands at its gate until the main thread, which waits for something itself then, lets it go on (`run_due`) and waits
until it stands still again. Whoever wakes a thread puts it into the order of what is due, so the order is never left to chance.

States of a thread: born -> due -> run -> (due | wait | end). A thread that does not come back soon does real work (computing, a call
that waits for the system): it becomes `free`, virtual time runs along with real time as long as it is at work, and it takes its
place again with its next sleep or wait. What a free thread has to say is said by the main thread (`say`), for two cannot write.

Never used here: anything of `threading` that is edited itself.
"""

import heapq
import itertools
import sys
import time
import weakref
from _thread import allocate_lock, get_ident

from _queue import Empty, SimpleQueue

from . import clock, lanes, measure, output, outside
from .kernel import FUTEX, call_of, processor_of
from .places import OWN, PLACES, program_frame
from .state import Real, S, unseen
from .stream import event, text

SOON = 0.02              # seconds after which a thread that was let go is at real work,
TAKEN = 0.01             # unless it had less than this of the processor, and could have more
LATE = 5.0               # seconds in which a thread begins that could be started
LOOK, LONG = 0.01, 0.1   # how often a thread at its gate looks around
QUIET = 0.0005           # seconds of processor time that are no work
BORN, DUE, RUN, WAIT, FREE, OFF = "born", "due", "run", "wait", "free", "off"


class Thread:
    """What is known of one."""
    __slots__ = ("gate", "state", "actor", "ident", "native", "token", "daemon", "seen", "seen_at")

    def __init__(self, actor, daemon):
        self.gate = allocate_lock()
        self.gate.acquire()
        self.state, self.actor, self.daemon = BORN, actor, daemon
        self.ident = self.native = 0
        self.token = 0           # of its entry in the order of what is due; older ones mean nothing
        self.seen, self.seen_at = None, 0.0


class All:
    known = weakref.WeakKeyDictionary()      # threading.Thread -> Thread
    running = {}                             # ident -> Thread, from its begin to its end
    due = []                                 # heap of (microseconds, order, token, Thread)
    waiting = {}                             # key of what is waited for -> [Thread, ...]
    order = itertools.count()
    tokens = itertools.count(1)
    baton = SimpleQueue()
    ending = 0                               # threads that have ended but for the interpreter's part
    said = []                                # what free threads have to say: (microseconds, function)
    helpers = set()                          # idents of the recorder's own
    main_waits = False                       # the main thread stands in a wait of the recorder's


def elsewhere():
    return S.threads and get_ident() != S.main


class Nobody:
    """A thread nobody knows: raw ones, and the interpreter's own."""
    actor = 0
    state = None


def say(function):
    """Has something written for the thread that calls: at once when no other can, else by the main thread."""
    if S.virtual and me().state is RUN:
        function()
    else:
        now = S.us if S.virtual else round((Real.perf_counter() - S.began) * 1_000_000)
        All.said.append((now, function))


def listen():
    """The main thread writes what others had to say."""
    while All.said:
        now, function = All.said.pop(0)
        clock.move(now)
        function()


# ---------------------------------------------------------------------------------------------------- the main thread's part

def put_due(thread, us):
    thread.token = next(All.tokens)
    thread.state = DUE
    heapq.heappush(All.due, (us, next(All.order), thread.token, thread))


def next_due():
    """The instant at which the next thread goes on, or None."""
    while All.due and All.due[0][2] != All.due[0][3].token:
        heapq.heappop(All.due)
    return All.due[0][0] if All.due else None


def run_due(us):
    """Lets run whoever is due until then, one after the other; whether anybody was."""
    ran = False
    if All.said:
        listen()
    while True:
        then = next_due()
        if then is None or then > us:
            return ran
        thread = heapq.heappop(All.due)[3]
        clock.move(then)
        release(thread)
        ran = True


def release(thread):
    """Lets a thread run until it stands still."""
    since, used = Real.perf_counter(), processor_of(thread)
    thread.token = 0
    thread.state = RUN
    All.main_waits = True
    try:
        thread.gate.release()
        while True:
            try:
                if All.baton.get(timeout=SOON) is thread:
                    return
            except Empty:
                if Real.perf_counter() - since >= SOON and is_at_work(thread, used, since):
                    thread.state = FREE
                    thread.seen, thread.seen_at = None, 0.0
                    return
    finally:
        All.main_waits = False


def is_at_work(thread, used, since):
    """Whether a thread takes long, or only has not had the processor."""
    if not thread.ident:
        return Real.perf_counter() - since > LATE
    return call_of(thread) is not None or processor_of(thread) - used > TAKEN


def at_work():
    """Whether a thread is at real work."""
    if All.said:
        listen()
    found = False
    frames = sys._current_frames()
    for ident in frames:
        if ident == S.main or ident in All.helpers:
            continue
        thread = All.running.get(ident)
        if thread is None:
            found = found or not stands_in_library(frames[ident])
        elif thread.state is FREE:
            found = not stands_still(thread, frames[ident]) or found
    return found


def stands_in_library(frame):
    name = frame.f_code.co_filename
    return name.endswith(("/threading.py", "/queue.py")) or name.startswith(OWN)


def stands_still(thread, frame):
    """It waits for a lock, and has done nothing since it was last looked at."""
    if call_of(thread) != FUTEX:
        return False
    if stands_in_library(frame):
        return True
    now, processor = Real.perf_counter(), processor_of(thread)
    seen = (id(frame), frame.f_lasti)
    before, thread.seen = thread.seen, (seen, processor)
    if before is not None and before[0] == seen and processor - before[1] < QUIET and now - thread.seen_at > 0.003:
        return True
    thread.seen_at = now
    return False


# ---------------------------------------------------------------------------------------------------- a thread's own part

def me():
    return All.running.get(get_ident(), Nobody)


def before_rest():
    """The calling thread is about to stand still."""
    if get_ident() in output.THREADS:
        output.flush_thread()


def leave(thread, was):
    """The thread stands still; the main thread goes on when it waited for that."""
    if was is RUN:
        All.baton.put(thread)


def stand(thread, seconds, attempt=None):
    """At the gate. `seconds` is how long a sleep would be, `attempt` tries to get what is waited for."""
    since, stuck, last = Real.perf_counter(), 0, None
    look = LOOK if seconds != 0 else LOOK / 2
    while not thread.gate.acquire(timeout=look):
        rest = LONG if seconds is None else since + seconds - Real.perf_counter()
        look = max(0.001, min(look * 1.5, LONG) if not stuck else min(rest, LOOK))
        if attempt is not None and thread.state is WAIT and attempt(0):
            go_free(thread)                  # woken by somebody who does not know of us
            return True
        now = main_stands()
        stuck = stuck + 1 if now is not None and now == last else 0
        last = now
        if stuck >= 2 and rest <= 0.001 and thread.token:
            go_free(thread)                  # the main thread waits for what this one will do
            return False
    return False


def main_stands():
    """Where the main thread stands in a call that waits, or None."""
    if All.main_waits:
        return None
    frame = sys._current_frames().get(S.main)
    if frame is None or frame.f_code.co_filename.startswith(OWN):
        return None
    processor = time.clock_gettime(time.pthread_getcpuclockid(S.main))
    return id(frame), frame.f_lasti, S.turns, round(processor, 3)


def go_free(thread):
    thread.token = 0
    thread.state = FREE
    thread.seen, thread.seen_at = None, 0.0
    for waiting in All.waiting.values():
        if thread in waiting:
            waiting.remove(thread)


def sleep(seconds):
    """time.sleep() of a thread."""
    before_rest()
    thread = me()
    length = clock.to_us(seconds)
    frame = program_frame(sys._getframe(3))
    if thread is Nobody or not S.virtual:
        tell_work(thread, frame, seconds, length, Real.sleep)
    else:
        tell_work(thread, frame, seconds, length, lambda _: sleep_until(thread, S.us + length, seconds))


def tell_work(thread, frame, seconds, length, sleeper):
    """What a thread does for so long."""
    if not S.on or thread is Nobody:
        sleeper(seconds)
        return
    code, offset = (None, 0) if frame is None else (frame.f_code, frame.f_lasti)

    def begun():
        event("WorkerStarted", 0, thread.actor, text(f"time.sleep({seconds:g})"), PLACES.number(code, offset) if code else 0, length * 1000)

    say(begun)
    try:
        sleeper(seconds)
    finally:
        say(lambda: event("WorkerStopped", 0, thread.actor))


def sleep_until(thread, us, seconds):
    was = thread.state
    put_due(thread, us)
    leave(thread, was)
    stand(thread, seconds)


# ---------------------------------------------------------------------------------------------------- waiting for each other

def wake(key):
    """What `key` stands for was released, put or ended: the first who waits for it goes on now."""
    waiting = All.waiting.get(key)
    if waiting:
        put_due(waiting.pop(0), S.us)
        if not waiting:
            del All.waiting[key]


def wait_until(key, attempt, timeout, what=None):
    """Waits until attempt(seconds) is true: in virtual time, unless only real work can make it so. False when it took too long."""
    if attempt(0):
        return True
    if timeout is not None and timeout <= 0:
        return False
    if get_ident() == S.main and S.virtual:
        return main_waits(attempt, timeout, what)
    before_rest()
    thread = me()
    if thread is Nobody or not S.virtual:
        return attempt(-1 if timeout is None else timeout)
    was = thread.state
    if timeout is None:
        thread.state, thread.token = WAIT, 0
    else:
        put_due(thread, S.us + clock.to_us(timeout))
        thread.state = WAIT
    All.waiting.setdefault(key, []).append(thread)
    got = was is FREE and attempt(0)         # it came before anybody could know who waits for it
    if got and withdraw(thread, key):
        thread.state, thread.token = was, 0
        return True
    leave(thread, was)
    if stand(thread, timeout, None if got else attempt) or got:
        return True
    if withdraw(thread, key):
        return attempt(0)
    return attempt(0.05)                     # whoever woke it did so before, or is about to


def withdraw(thread, key):
    """The thread waits no more; False when it has been woken."""
    waiting = All.waiting.get(key)
    if waiting and thread in waiting:
        waiting.remove(thread)
        return True
    return False


def main_waits(attempt, timeout, what):
    """The main thread blocks; the others go on meanwhile."""
    end = None if timeout is None else S.us + clock.to_us(timeout)
    shown = None
    try:
        while True:
            if run_due(S.us) and attempt(0):
                return True
            if All.ending:
                All.ending = 0
                if attempt(0.05):
                    return True
            if shown is None:
                shown = tell_blocked(what)
            works = at_work()
            if not works and attempt(0):         # what was at work has given its answer
                return True
            then = min((x for x in (next_due(), end, clock.World.until) if x is not None), default=None)
            if then is None or works:
                if wait_really(attempt, then):
                    return True
            else:
                clock.jump(then)
            if clock.is_due():
                clock.interrupt()
            if end is not None and S.us >= end and (next_due() is None or next_due() > end):
                return attempt(0)
    finally:
        if shown:
            event("BlockEnded", 0, shown - 1)
        S.mark = Real.perf_counter()


def wait_really(attempt, then):
    outside.met("thread")
    measure.Marks.writer.flush()
    since, start = Real.perf_counter(), S.us
    All.main_waits = True
    try:
        if attempt(0.005):
            return True
    finally:
        All.main_waits = False
        us = start + clock.to_us(Real.perf_counter() - since)
        clock.move(us if then is None else min(us, then))
    return False


def tell_blocked(what):
    """The main thread keeps a loop from running: by what call of the library."""
    if not S.running or not S.on:
        return 0
    frame, name = sys._getframe(3), what or ""
    while frame is not None and not PLACES.code(frame.f_code).mine:
        code = frame.f_code
        name = what or f"{getattr(code, 'co_qualname', code.co_name)}()"
        frame = frame.f_back
    place = 0 if frame is None else PLACES.number(frame.f_code, frame.f_lasti)
    event("BlockBegan", 0, lanes.actor(), text(name), place)
    return lanes.actor() + 1


# ---------------------------------------------------------------------------------------------------- hooks

def born(thread):
    """Thread.start() is about to start it."""
    S.threads = True
    found = All.known[thread] = Thread(0, thread._daemonic)
    name = thread._name if type(thread._name) is str else ""
    starter = Nobody if get_ident() == S.main else me()

    def announce():
        found.actor = lanes.new_actor()
        event("ActorCreated", 2, found.actor, text(name), 0, 0, starter.actor or lanes.actor())

    if S.on and not (S.fold and starter is Nobody):
        announce() if get_ident() == S.main else say(announce)
    if S.virtual:
        put_due(found, S.us)


def begin(thread):
    """In the thread, before its run()."""
    found = All.known.get(thread)
    if found is None:
        return
    found.ident, found.native = get_ident(), getattr(thread, "_native_id", 0)
    All.running[found.ident] = found
    if S.virtual:
        stand(found, 0)


def end(thread):
    """And behind it."""
    before_rest()
    found = All.running.pop(get_ident(), None)
    if found is None:
        return
    was, found.state = found.state, OFF
    found.token = 0
    if S.virtual:
        All.ending += 1
        key = id(thread)
        for _ in range(len(All.waiting.get(key, ()))):
            wake(key)
        leave(found, was)


@unseen
def condition_acquire(waiter, timeout):
    """In Condition.wait()."""
    caller = sys._getframe(4).f_code
    if caller.co_name == "start" and caller.co_filename.endswith("/threading.py"):
        return waiter.acquire(True, -1 if timeout is None else timeout)      # of Thread.start(): it cannot wait for its gate yet
    return wait_until(id(waiter), lambda s: waiter.acquire(True, s) if s else waiter.acquire(False), timeout)


def notified(waiter):
    wake(id(waiter))


@unseen
def join_lock(thread, lock, block, timeout):
    """In Thread._wait_for_tstate_lock(), up to Python 3.12."""
    if not block:
        return lock.acquire(False)
    return wait_until(id(thread), lambda s: lock.acquire(True, s) if s else lock.acquire(False), None if timeout < 0 else timeout,
                      "Thread.join()")


@unseen
def join_handle(thread, handle, timeout=None):
    """In Thread.join(), from Python 3.13."""
    def attempt(seconds):
        if seconds and not handle.is_done():
            handle.join(None if seconds < 0 else seconds)
        return handle.is_done()

    if wait_until(id(thread), attempt, timeout, "Thread.join()"):
        handle.join()


@unseen
def get(queue):
    """In the worker of an executor."""
    box = []

    def attempt(seconds):
        try:
            box.append(queue.get(True, None if seconds < 0 else seconds) if seconds else queue.get_nowait())
        except Empty:
            return False
        return True

    while not wait_until(id(queue), attempt, None):
        pass
    return box.pop()


def put(queue):
    wake(id(queue))


def drain():
    """The interpreter is about to wait for threads that are no daemons."""
    def attempt(seconds):
        if seconds:
            Real.sleep(min(0.005, abs(seconds)))
        return not any(not t.daemon for t in All.running.values())

    if S.virtual and S.threads:
        wait_until(None, attempt, None)
