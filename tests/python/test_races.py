#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs on the virtual clock whose threads and children answer at the worst moment: while the recorder looks who can act at all. They
make that moment long by putting a wait of their own into what it asks the system.

Usage: test_races.py [PYTHON [unittest's arguments]]
"""

import subprocess
import sys
import unittest

import recording
from test_runs import Case

# Whoever asks the system something with this function loses so many seconds on it, once the program is under way.
SLOW = """import asyncio, os, select, subprocess, sys, threading, time
MODULE, NAME, SECONDS, asked = %s, '%s', %g, []
def wait(seconds): select.select([], [], [], seconds)
def slow(function):
    def called(*args):
        if asked:
            wait(asked.pop())
        return function(*args)
    return called
setattr(MODULE, NAME, slow(getattr(MODULE, NAME)))
def late():
    for _ in range(20): asked.append(SECONDS)
"""

THREAD = SLOW + """async def main():
    late()
    print(await asyncio.to_thread(lambda: wait(0.05) or 'answer'))
    await asyncio.sleep(1)
    print('end')
asyncio.run(main())
"""

TIMER = SLOW + """async def main():
    late()
    for _ in range(3):
        job = asyncio.create_task(asyncio.to_thread(wait, 0.05))
        done, _ = await asyncio.wait([job], timeout=100)
        print(len(done), 'done')
asyncio.run(main())
"""

CHILD = SLOW + """async def main():
    child = await asyncio.create_subprocess_exec('sleep', '100')
    late()
    child.terminate()
    print('code', await child.wait())
asyncio.run(main())
"""

JOINED = SLOW + """def work(): wait(0.05)
async def main():
    thread = threading.Thread(target=work)
    thread.start()
    began = time.monotonic()
    late()
    thread.join(100)
    print(thread.is_alive(), time.monotonic() - began < 50)
asyncio.run(main())
"""

# A child nobody asks for any more: it has ended, and keeps no clock from jumping.
FORGOTTEN = """import asyncio, subprocess, time
async def main():
    child = subprocess.Popen(['true'], stdout=subprocess.PIPE)
    child.stdout.read()
    began = time.monotonic()
    await asyncio.sleep(7200)
    print(time.monotonic() - began >= 7200)
    child.wait()
asyncio.run(main())
"""

STOPPED = """import asyncio, os, signal, subprocess
async def main():
    child = await asyncio.create_subprocess_exec('cat', stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child.send_signal(signal.SIGSTOP)
    child.stdin.write(b'late\\n')
    asyncio.get_running_loop().call_later(0.2, child.send_signal, signal.SIGCONT)
    print(await asyncio.wait_for(child.stdout.readline(), 30))
    child.stdin.close()
    print(await child.wait())
asyncio.run(main())
"""

QUEUE = """import asyncio, queue, select, threading
asks, answers = queue.Queue(), queue.SimpleQueue()
def work():
    while (n := asks.get()) is not None:
        select.select([], [], [], 0.03)
        answers.put(n * n)
async def main():
    thread = threading.Thread(target=work)
    thread.start()
    for n in range(5):
        asks.put(n)
        print(await asyncio.to_thread(answers.get))
    asks.put(None)
    await asyncio.to_thread(thread.join)
asyncio.run(main())
"""

# Threads that compute want the interpreter by turns; one waits for a lock of the program's.
TURNS = """import sys, threading, time
sys.path.insert(0, {package!r})
from coroscope import kernel
lock = threading.Lock()
lock.acquire()
def compute():
    while True: [n for n in range(1000)]
started = [threading.Thread(target=f, daemon=True) for f in (compute, compute, compute, lock.acquire)]
for thread in started: thread.start()
kernel.Interpreter.find()
sys.setswitchinterval(0.05)
print(kernel.Interpreter.first, kernel.Interpreter.last, *[thread.native_id for thread in started], flush=True)
time.sleep(600)
"""


class Races(Case):
    def same_when(self, source, name, seconds=0.2):
        stream = self.same(source % (*name.split("."), seconds))
        self.assertEqual(stream.outcomes[1], "done")

    def test_a_thread_gives_its_answer_while_it_is_asked_for_children(self):
        self.same_when(THREAD, "os.waitid")

    def test_it_does_so_before_a_timeout_that_is_far_away(self):
        self.same_when(TIMER, "os.waitid")

    def test_a_child_ends_while_it_is_asked_for_children(self):
        self.same_when(CHILD, "os.waitid")
        self.same_when(CHILD, "os.listdir")

    def test_a_thread_ends_that_is_joined(self):
        self.same_when(JOINED, "sys._current_frames")

    def test_a_child_that_has_ended_keeps_no_clock_from_jumping(self):
        result, stream = self.run_it(FORGOTTEN)
        self.assertEqual((result.out, result.err), (b"True\n", b""))

    def test_a_child_that_is_stopped_may_go_on(self):
        self.same(STOPPED)

    def test_a_thread_that_answers_in_its_own_time(self):
        self.same(QUEUE)

    def test_to_wait_for_the_interpreter_is_not_to_wait_for_a_lock(self):
        child = subprocess.Popen([recording_python(), "-c", TURNS.format(package=str(recording.PACKAGE))], stdout=subprocess.PIPE)
        try:
            first, last, *ids = map(int, child.stdout.readline().split())
            waits, locked = set(), None
            while not waits or locked is None:
                for native in ids:
                    with open(f"/proc/{child.pid}/task/{native}/syscall") as file:
                        call, *arguments = file.read().split()
                    if arguments and native != ids[-1]:
                        waits.add(int(arguments[0], 16))
                    elif arguments:
                        locked = int(arguments[0], 16)
        finally:
            child.kill()
            child.wait()
            child.stdout.close()
        self.assertTrue(all(first <= address < last for address in waits))
        self.assertFalse(first <= locked < last)


def recording_python():
    import test_runs
    return test_runs.PYTHON


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        import test_runs
        test_runs.PYTHON = sys.argv.pop(1)
    unittest.main(defaultTest="Races" if len(sys.argv) == 1 else None)
