#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole programs under the recorder: what is asked of it, how it starts and ends, and programs that do what few do.

Usage: test_runs.py [PYTHON [unittest's arguments]]. Nothing here hangs on how long anything takes.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

import stream_check
from recording import PACKAGE, START, environment, plain, recorded

PYTHON = sys.executable
HELLO = "import asyncio\nasync def main():\n    print('a')\n    await asyncio.sleep(1)\n    print('b')\nasyncio.run(main())\n"


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, source, name="prog.py"):
        (self.folder / name).write_text(source)

    def run_it(self, source, options=None, arguments=("prog.py",), **more):
        """(result, checked stream)"""
        self.write(source)
        result = recorded(PYTHON, list(arguments), self.folder, {"compute": "free", **(options or {})}, **more)
        return result, stream_check.Stream(result.stream)

    def same(self, source, options=None, **more):
        """Runs it with and without; the stream."""
        result, stream = self.run_it(source, options, **more)
        expected = plain(PYTHON, ["prog.py"], self.folder, **more)
        self.assertEqual((result.out, result.err, result.status), (expected.out, expected.err, expected.status))
        return stream

    def kinds(self, stream, *wanted):
        return [e for e in stream.events if e["kind"] in wanted]

    def said(self, stream, e):
        return stream.texts[e["object"]]


class Asked(Case):
    """The options."""

    def test_constants_get_other_values(self):
        result, _ = self.run_it("N = 2\nNAME = 'a'\nL = [1,\n     2]\ndef f(n=N):\n    return n, NAME, L\nN = N\nprint(f())\n",
                                {"set": {"N": "7", "NAME": "12", "L": "[]"}})
        self.assertEqual(result.out, b"(7, '12', [])\n")

    def test_a_line_blocks(self):
        result, stream = self.run_it(HELLO, {"block": [4]})
        self.assertEqual(result.out, b"a\nb\n")
        began, = self.kinds(stream, "BlockBegan")
        self.assertEqual((self.said(stream, began), began["tag"], began["value"], stream.places[began["source"]][:2]),
                         ("time.sleep(1)", 0, 10**9, ("prog.py", 4)))
        self.assertFalse(self.kinds(stream, "SleepAsked"))

    def test_ctrl_c_comes_when_asked(self):
        result, stream = self.run_it("import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\n"
                                     "try: asyncio.run(main())\nexcept KeyboardInterrupt: print('bye')\n", {"until": 2.5})
        self.assertEqual(result.out, b"bye\n")
        self.assertEqual([e["time"] for e in self.kinds(stream, "Interrupted")], [2_500_000_000])

    def test_the_wall_clock_begins_where_asked(self):
        result, _ = self.run_it("import time, datetime\ntime.sleep(5)\nprint(int(time.time()), datetime.datetime.now(datetime.timezone.utc))\n",
                                {"epoch": 1000})
        self.assertEqual(result.out, b"1005 1970-01-01 00:16:45+00:00\n")

    def test_the_real_clock(self):
        result, stream = self.run_it(HELLO.replace("sleep(1)", "sleep(0.05)"), {"clock": "real"})
        self.assertEqual((result.out, stream.header["clock"], stream.header["tolerance"]), (b"a\nb\n", "real", 1_000_000))
        self.assertGreaterEqual(stream.time, 50_000_000)

    def test_arguments_reach_the_program(self):
        result, _ = self.run_it("import sys\nprint(sys.argv)\n", arguments=("prog.py", "-x", "a b"))
        self.assertEqual(result.out, b"['prog.py', '-x', 'a b']\n")

    def test_a_module_and_a_folder(self):
        self.write("print(__name__, __package__, __spec__ is not None)\n", "__main__.py")
        for arguments in (["-m", "prog"], ["."]):
            self.write("print(__name__, __package__, __spec__ is not None)\n")
            expected = plain(PYTHON, arguments, self.folder)
            found = recorded(PYTHON, arguments, self.folder)
            self.assertEqual((found.out, found.err), (expected.out, expected.err))


class Started(Case):
    """How it comes in, and that nobody notices."""

    def test_nothing_is_left_in_the_environment(self):
        source = ("import os, sys\nprint(sorted(k for k in os.environ if 'PYTHON' in k or 'COROSCOPE' in k), sys.path[:2],"
                  " [m for m in sys.modules if 'coroscope' in m], 'sitecustomize' in sys.modules, sys.flags.hash_randomization)\n")
        self.same(source)
        self.same(source, env={"PYTHONPATH": "/nowhere"})

    def test_the_host_s_hash_seed_is_taken_away(self):
        self.write("import os\nprint(os.environ.get('PYTHONHASHSEED'))\n")
        found = recorded(PYTHON, ["prog.py"], self.folder, {"hashseed": True}, env={"PYTHONHASHSEED": "0"})
        self.assertEqual(found.out, b"None\n")

    def test_a_recorder_that_cannot_start_says_so_and_the_program_runs(self):
        self.write("print('runs')\n")
        found = recorded(PYTHON, ["prog.py"], self.folder, {"until": "soon"})
        self.assertEqual((found.out, found.err, found.status), (b"runs\n", b"", 0))
        self.assertIn("failed", json.loads(found.stream))

    def test_files_that_hide_modules_of_the_library(self):
        self.write("X = 1\n", "json.py")
        stream = self.same("import json, asyncio\nprint(json.X)\nasyncio.run(asyncio.sleep(1))\n")
        self.assertEqual(stream.loops, 1)
        self.write("X = 1\n", "socket.py")
        self.write("import asyncio\n")
        found, expected = (f(PYTHON, ["prog.py"], self.folder) for f in (recorded, plain))
        self.assertEqual((found.out, found.err, found.status), (expected.out, expected.err, expected.status))
        self.assertIn("socket.py", json.loads(found.stream)["failed"])

    def test_no_loop_no_lanes(self):
        stream = self.same("print('hello')\n")
        self.assertEqual((stream.loops, stream.tasks, self.kinds(stream, "Finished")[0]["tag"]), (0, {}, 4))

    def test_the_command_line(self):
        self.write(HELLO)
        target = self.folder / "run.jsonl"
        env = environment({"PYTHONPATH": str(PACKAGE)})

        def call(*arguments):
            return subprocess.run([PYTHON, "-m", "coroscope", *arguments], cwd=self.folder, env=env, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)

        done = call("record", "-o", str(target), "prog.py")
        self.assertEqual((done.stdout, done.stderr, done.returncode), ("a\nb\n", "", 0))
        stream = stream_check.Stream(target.read_bytes())
        self.assertEqual((stream.exit, stream.header["name"]), ({"status": 0}, "prog.py"))
        for arguments, sentence in ((["record", "prog.py"], "where should the stream go"),
                                    (["record", "-o", str(target), "nothing.py"], "there is no nothing.py"),
                                    (["record", "-o", str(target), "--set", "N=1", "prog.py"], "no constant N")):
            failed = call(*arguments)
            self.assertEqual(failed.returncode, 2)
            self.assertIn(sentence, failed.stderr)


class Ends(Case):
    """However it ends, what came before is told."""

    def test_twice_the_same_is_equal_to_the_byte(self):
        source = ("import asyncio, random\nrandom.seed(1)\nasync def job(n):\n    for _ in range(n): await asyncio.sleep(random.random())\n"
                  "    return {'a', 'b', n}\nasync def main():\n    print(await asyncio.gather(*(job(n) for n in range(5))))\nasyncio.run(main())\n")
        self.assertEqual(self.run_it(source, {"epoch": 0})[0].stream, self.run_it(source, {"epoch": 0})[0].stream)

    def test_an_hour_of_sleeps(self):
        result, stream = self.run_it("import asyncio, time\nasync def main():\n    for n in range(1800):\n        await asyncio.sleep(1)\n"
                                     "        time.sleep(1)\nt = time.monotonic()\nasyncio.run(main())\nprint(round(time.monotonic() - t, 3))\n")
        self.assertEqual((result.out, stream.time), (b"3600.0\n", 3600 * 10**9))

    def test_nothing_can_happen_any_more(self):
        result, stream = self.run_it("import asyncio\nasync def main():\n    await asyncio.Event().wait()\n"
                                     "try: asyncio.run(main())\nexcept KeyboardInterrupt: print('bye')\n")
        self.assertEqual(result.out, b"bye\n")
        self.assertEqual([e["kind"] for e in stream.events[-3:]], ["Pass", "LoopStopped", "Finished"])
        self.assertEqual([e["value"] for e in stream.events[-2:-1]] + [stream.events[-1]["tag"]], [2, 3])

    def test_os_exit_keeps_the_chart(self):
        result, stream = self.run_it(HELLO.replace("print('b')", "__import__('os')._exit(5)"))
        self.assertEqual((result.status, stream.exit, stream.time), (5, {"status": 5}, 10**9))
        self.assertEqual(stream.events[-1]["kind"], "Finished")

    def test_a_killed_program_leaves_what_was_written(self):
        source = ("import asyncio, os, signal, time\nfrom subprocess import run\nasync def main():\n    print('a', flush=True)\n"
                  "    run(['sleep', '0.2'])\n    os.kill(os.getpid(), signal.SIGKILL)\nasyncio.run(main())\n")
        result, stream = self.run_it(source, {"compute": "measured"})
        self.assertEqual((result.status, result.out), (-9, b"a\n"))
        self.assertEqual(stream.printed(), "a\n")

    def test_a_killed_program_on_the_real_clock_loses_the_last_moment_only(self):
        source = ("import asyncio, os, select, signal\nprint('a', flush=True)\nselect.select([], [], [], 0.3)\nasync def main():\n    print('b', flush=True)\n"
                  "    select.select([], [], [], 0.3)\n    os.kill(os.getpid(), signal.SIGKILL)\nasyncio.run(main())\n")
        for clock in ("real", "virtual"):
            result, stream = self.run_it(source, {"clock": clock})
            self.assertEqual((result.status, result.out, stream.printed()), (-9, b"a\nb\n", "a\nb\n"))

    def test_another_program_in_its_place_keeps_the_chart(self):
        result, stream = self.run_it("import os\nprint('a', flush=True)\nos.execvp('true', ['true'])\n")
        self.assertEqual((result.status, stream.printed()), (0, "a\n"))

    def test_an_exception_is_told(self):
        stream = self.same("import asyncio\nasync def main():\n    raise ValueError('bad')\nasyncio.run(main())\n")
        last = stream.events[-1]
        self.assertEqual((last["kind"], last["tag"], self.said(stream, last)), ("Finished", 7, "ValueError: bad"))

    def test_a_forked_child_is_no_part_of_it_and_may_live_longer(self):
        self.write("import asyncio, os, time\nasync def main():\n    await asyncio.sleep(1)\n    if os.fork() == 0:\n        print('child')\n"
                   "        os.read(0, 1)\n        os._exit(0)\n    await asyncio.sleep(1)\nasyncio.run(main())\n")
        reader, fd = os.pipe()
        env = environment({"PYTHONPATH": str(START), "COROSCOPE_RECORDER": json.dumps({"fd": fd})})
        process = subprocess.Popen([PYTHON, "prog.py"], cwd=self.folder, env=env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   pass_fds=[fd], start_new_session=True)
        os.close(fd)
        with os.fdopen(reader, "rb") as stream:
            data = stream.read()                     # ends with the program, though the child still waits
        self.assertEqual(process.wait(), 0)
        found = stream_check.Stream(data)
        self.assertEqual((found.printed(), found.time), ("", 2 * 10**9))
        process.stdin.close()

    def test_a_forked_child_has_real_time(self):
        self.same("""import asyncio, os, time
async def main():
    await asyncio.sleep(1)
    child = os.fork()
    if child == 0:
        began = time.clock_gettime(time.CLOCK_MONOTONIC)
        time.sleep(0.1)
        print('slept', time.clock_gettime(time.CLOCK_MONOTONIC) - began >= 0.1, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    await asyncio.sleep(1)
    print('parent')
asyncio.run(main())
""")

    def test_the_host_dies(self):
        self.write("import os, subprocess\nsubprocess.Popen(['sleep', '1000'])\nprint('up', flush=True)\nos.read(0, 1)\n")
        reader, fd = os.pipe()
        control, ours = os.pipe()
        env = environment({"PYTHONPATH": str(START), "COROSCOPE_RECORDER": json.dumps({"fd": fd, "control": control})})
        process = subprocess.Popen([PYTHON, "prog.py"], cwd=self.folder, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   pass_fds=[fd, control], start_new_session=True)
        os.close(fd)
        os.close(control)
        self.assertEqual(process.stdout.readline(), b"up\n")
        os.close(ours)
        self.assertEqual(process.wait(timeout=30), -signal.SIGKILL)
        self.assertEqual(process.stdout.read(), b"")         # its child, who has this pipe as well, is gone
        process.stdin.close()
        process.stdout.close()
        os.close(reader)

    def test_output_without_end_waits_for_its_reader(self):
        self.write("import asyncio\nasync def main():\n    while True: print('again')\nasyncio.run(main())\n")
        reader, fd = os.pipe()
        env = environment({"PYTHONPATH": str(START), "COROSCOPE_RECORDER": json.dumps({"fd": fd, "compute": "free"})})
        process = subprocess.Popen([PYTHON, "prog.py"], cwd=self.folder, env=env, stdout=subprocess.DEVNULL, pass_fds=[fd])
        os.close(fd)
        data = b""
        while len(data) < 1 << 20:
            data += os.read(reader, 1 << 16)
        memory = int(pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * 4096
        process.kill()
        process.wait()
        os.close(reader)
        self.assertLess(memory, 100 << 20)
        stream = stream_check.Stream(data[:data.rindex(b"\n") + 1])
        self.assertGreater(stream.printed().count("again\n"), 10_000)

    def test_a_reader_who_leaves_does_not_disturb(self):
        self.write("import asyncio\nasync def main():\n    for n in range(20000): print(n); await asyncio.sleep(1)\nasyncio.run(main())\n")
        reader, fd = os.pipe()
        os.close(reader)
        env = environment({"PYTHONPATH": str(START), "COROSCOPE_RECORDER": json.dumps({"fd": fd})})
        done = subprocess.run([PYTHON, "prog.py"], cwd=self.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[fd])
        os.close(fd)
        self.assertEqual((done.returncode, done.stderr, done.stdout.count(b"\n")), (0, b"", 20000))


class Thrown(Case):
    """What is raised inside of the recorder shows no frame of it."""

    def test_a_broken_pipe(self):
        self.same("import os, traceback\nr, w = os.pipe()\nos.close(r)\nos.dup2(w, 1)\ntry:\n    print('x' * 20000)\n"
                  "except BrokenPipeError:\n    traceback.print_exc()\nprint('y' * 20000)\n")

    def test_what_functions_of_time_raise(self):
        self.same("import datetime, time, traceback\nfor call in (lambda: time.sleep(-1), lambda: time.sleep('x'), lambda: datetime.datetime.now('x')):\n"
                  "    try:\n        call()\n    except Exception:\n        traceback.print_exc()\n")

    def test_ctrl_c_while_the_loop_waits_and_while_a_thread_is_joined(self):
        ring = "import asyncio, signal, threading\nsignal.signal(signal.SIGALRM, signal.default_int_handler)\nsignal.setitimer(signal.ITIMER_REAL, 0.1)\n"
        for clock in ("virtual", "real"):
            self.same(ring + "asyncio.new_event_loop().run_forever()\n", {"clock": clock})


class Unusual(Case):
    """Programs that do what few do write what they write without the recorder."""

    def test_ten_thousand_tasks(self):
        stream = self.same("import asyncio\nasync def job(n):\n    await asyncio.sleep(n % 10 / 100)\n    return n\nasync def main():\n"
                           "    print(sum(await asyncio.gather(*map(job, range(10000)))))\nasyncio.run(main())\n")
        self.assertEqual(stream_check.summary(stream)["outcomes"], {"done": 10001})

    def test_many_prints(self):
        stream = self.same("import asyncio\nasync def main():\n    for n in range(100000): print(n)\nasyncio.run(main())\n")
        self.assertEqual(stream.printed().count("\n"), 100000)

    def test_descriptors_are_closed(self):
        stream = self.same("import os, asyncio\nos.closerange(3, 1 << 20)\nasync def main():\n    await asyncio.sleep(0.1)\n"
                           "    with open('x', 'w') as f: print(f.fileno())\nasyncio.run(main())\n")
        self.assertEqual(stream.outcomes, {1: "done"})

    def test_standard_output_is_replaced(self):
        stream = self.same("""import asyncio, contextlib, io, sys
class Tee:
    def __init__(self, inner): self.inner = inner
    def write(self, text): return self.inner.write(text.upper())
    def flush(self): self.inner.flush()
async def main():
    with contextlib.redirect_stdout(io.StringIO()) as kept: print('hidden')
    print(kept.getvalue(), end='')
    sys.stdout = Tee(sys.stdout)
    print('shout')
    sys.stdout = sys.__stdout__
    print(type(sys.stdout).__name__, sys.stdout.line_buffering, 1, 2, sep='-', end='!')
asyncio.run(main())
""")
        self.assertEqual(stream.printed(), "hidden\nSHOUT\nTextIOWrapper-False-1-2!")

    def test_own_factory_policy_and_loop(self):
        stream = self.same("""import asyncio, selectors
class Loop(asyncio.SelectorEventLoop):
    def time(self): return super().time() * 2
class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self): return Loop(selectors.SelectSelector())
def factory(loop, coro, **more):
    task = asyncio.Task(coro, loop=loop, **more)
    task.set_name('mine')
    return task
async def job(n):
    await asyncio.sleep(n)
    return n
async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    print(await asyncio.gather(job(0.1), job(0.2)), asyncio.current_task().get_name())
asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
""")
        self.assertEqual(len(stream.tasks), 3)

    def test_tasks_of_python(self):
        stream = self.same("""import asyncio
async def job(n):
    await asyncio.sleep(n)
async def main():
    asyncio.get_running_loop().set_task_factory(lambda loop, coro, **more: asyncio.tasks._PyTask(coro, loop=loop, **more))
    one, two = asyncio.create_task(job(0.1)), asyncio.create_task(job(9))
    await one
    two.cancel()
    print(await asyncio.gather(two, return_exceptions=True))
asyncio.run(main())
""")
        self.assertEqual(stream.outcomes, {1: "done", 2: "done", 3: "cancelled"})

    def test_a_loop_that_is_not_asyncio_s_keeps_real_time(self):
        self.write("""import asyncio, time
class Foreign(asyncio.AbstractEventLoop):
    def __init__(self): self.inner = asyncio.SelectorEventLoop()
    def __getattribute__(self, name):
        if name in ('inner', '__class__'): return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, 'inner'), name)
async def main():
    began = time.perf_counter()
    await asyncio.sleep(0.2)
    print(round(time.perf_counter() - began, 1))
with asyncio.Runner(loop_factory=Foreign) as runner: runner.run(main())
""")
        result = recorded(PYTHON, ["prog.py"], self.folder)
        self.assertEqual(result.out, b"0.2\n")
        self.assertIn(b'{"foreign":"__main__.Foreign"}', result.stream)

    def test_lost_tasks_are_lost_and_objects_die_on_time(self):
        self.same("""import asyncio, gc, weakref
class Thing:
    def __del__(self): print('gone')
async def lose(): await asyncio.Future()
async def hold(thing): await asyncio.sleep(0.1)
async def main():
    lost = weakref.ref(asyncio.create_task(lose()))
    await asyncio.sleep(0.1)
    gc.collect()
    print(lost() is None)
    await asyncio.create_task(hold(Thing()))
    print('after')
    queue = asyncio.Queue()
    queue.put_nowait(Thing())
    queue.get_nowait()
    print('end')
asyncio.run(main())
""")

    def test_debug_mode_and_stacks(self):
        self.same("""import asyncio, sys, traceback
async def fail(): raise ValueError('x')
async def main():
    task = asyncio.create_task(fail())
    try: await task
    except ValueError: traceback.print_exc()
    task.print_stack(file=sys.stderr)
    print(task, asyncio.all_tasks())
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    fail()
    await asyncio.sleep(0)
asyncio.run(main(), debug=True)
""")

    def test_threads_run_in_virtual_time(self):
        stream = self.same("""import concurrent.futures, queue, threading, time
q = queue.Queue(2)
def produce():
    for n in range(4): time.sleep(0.1); q.put(n)
    q.put(None)
def consume():
    while (n := q.get()) is not None: time.sleep(0.15); print(n)
threads = [threading.Thread(target=f) for f in (produce, consume)]
began = time.monotonic()
for t in threads: t.start()
for t in threads: t.join()
print(round(time.monotonic() - began, 1))
with concurrent.futures.ThreadPoolExecutor(2) as pool: print(list(pool.map(lambda n: time.sleep(n / 10) or n, [3, 1, 2])))
event = threading.Event()
print(event.wait(0.2))
threading.Timer(0.1, event.set).start()
print(event.wait(5))
try: q.get(timeout=0.3)
except queue.Empty: print('empty')
threading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()
""")
        self.assertGreaterEqual(len(self.kinds(stream, "WorkerStarted")), 12)

    def test_processes(self):
        self.same("""import asyncio, concurrent.futures, multiprocessing, time
def work(n):
    time.sleep(0.05)
    return asyncio.run(asyncio.sleep(0.05, n * n))
async def main():
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        print(await asyncio.gather(*(asyncio.get_running_loop().run_in_executor(pool, work, n) for n in range(3))))
if __name__ == '__main__':
    asyncio.run(main())
    with multiprocessing.Pool(2) as pool: print(pool.map(work, range(3)))
""")

    def test_a_loop_in_another_thread(self):
        self.same("""import asyncio, threading
async def job(n):
    await asyncio.sleep(n)
    return n
thread = threading.Thread(target=lambda: print(asyncio.run(job(0.1))))
thread.start()
thread.join()
async def main():
    loop = asyncio.new_event_loop()
    other = threading.Thread(target=loop.run_forever)
    other.start()
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(job(0.1), loop)))
    loop.call_soon_threadsafe(loop.stop)
    other.join()
asyncio.run(main())
""")

    def test_signals_of_the_system_come_in_real_time(self):
        self.same("""import asyncio, os, signal
async def main():
    loop, event = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, event.set)
    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGUSR1)
    await event.wait()
    signal.signal(signal.SIGALRM, lambda *_: print('alarm'))
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    await asyncio.sleep(0.5)
    print('end')
asyncio.run(main())
""")

    def test_input(self):
        stream = self.same("import asyncio, sys\nasync def main():\n    print(input('name? '))\n    print(sys.stdin.readline(), sys.stdin.read())\n"
                           "asyncio.run(main())\n", stdin="Ada\nb\nc\nd")
        self.assertIn("name? ", stream.printed())

    def test_driven_by_hand(self):
        stream = self.same("class Once:\n    def __await__(self):\n        got = yield 'out'\n        return got\nasync def main():\n    return await Once()\n"
                           "coro = main()\nprint(coro.send(None))\ntry: coro.send('in')\nexcept StopIteration as end: print(end.value)\n")
        self.assertEqual([(e["kind"], self.said(stream, e)) for e in self.kinds(stream, "Sent", "Yielded", "Returned")],
                         [("Sent", "None"), ("Yielded", "'out'"), ("Sent", "'in'"), ("Returned", "'in'")])

    @unittest.skipIf(sys.version_info < (3, 12), "from Python 3.12 on")
    def test_eager_tasks(self):
        stream = self.same("""import asyncio
async def quick(): return 1
async def slow(n):
    await asyncio.sleep(n)
    return n
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(quick(), slow(0.1), slow(0)))
    task = asyncio.create_task(slow(9), name='named')
    print(task.get_name(), task.cancel())
    await asyncio.wait([task])
asyncio.run(main())
""")
        self.assertEqual(stream_check.counts(stream.outcomes.values()), {"done": 4, "cancelled": 1})


class Faulty(Case):
    def test_a_fault_of_the_recorder_is_none_of_the_program(self):
        """Tasks without room for what the recorder keeps of them."""
        self.same("""import asyncio
class Bare(asyncio.tasks._PyTask):
    def __setattr__(self, name, value):
        if name.startswith('_cs'): raise AttributeError(name)
        super().__setattr__(name, value)
async def job(n):
    await asyncio.sleep(n)
    return n
async def main():
    asyncio.get_running_loop().set_task_factory(lambda loop, coro, **more: Bare(coro, loop=loop, **more))
    print(await asyncio.gather(job(0.1), job(0.2)))
asyncio.run(main())
""")

    def test_the_program_goes_on_unrecorded(self):
        self.write("""import asyncio
class Odd(asyncio.Queue):
    def __getattribute__(self, name):
        if name == '_maxsize': raise RuntimeError('not for you')
        return super().__getattribute__(name)
    def full(self): return False
async def main():
    q = Odd()
    q.put_nowait(1)
    print(q.get_nowait())
asyncio.run(main())
""")
        expected, found = plain(PYTHON, ["prog.py"], self.folder), recorded(PYTHON, ["prog.py"], self.folder)
        self.assertEqual((found.out, found.err, found.status), (expected.out, expected.err, expected.status))
        self.assertIn(b'{"failed": "RuntimeError: not for you"}', found.stream)


class Told(Case):
    """What the stream says."""

    def test_lanes_and_resources_have_names(self):
        stream = self.same("""import asyncio
async def worker(n, q):
    async with gate:
        await q.get()
async def main():
    global gate
    gate = asyncio.Semaphore(1)
    queue, lock = asyncio.Queue(), asyncio.Lock()
    forks = [asyncio.Lock() for _ in range(2)]
    tasks = [asyncio.create_task(worker(n, queue)) for n in range(2)]
    named = asyncio.create_task(asyncio.sleep(0.1), name='nap')
    for n in range(2): queue.put_nowait(n)
    await asyncio.gather(*tasks, named)
asyncio.run(main())
""")
        labels = {e["actor"]: self.said(stream, e) for e in self.kinds(stream, "ActorLabel")}
        self.assertEqual(labels, {1: "main", 2: "worker(0)", 3: "worker(1)"})
        self.assertEqual(stream.texts[self.kinds(stream, "ActorCreated")[3]["object"]], "nap")
        self.assertEqual([stream.texts[e["source"]] for e in self.kinds(stream, "ResourceCreated")][:5], ["gate", "queue", "lock", "forks[0]", "forks[1]"])

    def test_who_wakes_whom(self):
        stream = self.same("""import asyncio
async def getter(q): await q.get()
async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(getter(q))
    await asyncio.sleep(1)
    q.put_nowait(1)
    await t
    await asyncio.to_thread(print, 'in a thread')
asyncio.run(main())
""")
        reasons = stream.header["reasons"]
        self.assertEqual([(e["actor"], reasons[e["tag"]], e["source"], e["by"]) for e in self.kinds(stream, "TaskReady")],
                         [(1, "Sleep", 3, 1), (2, "QueueGet", 1, 1), (1, "Task", 1, 2), (1, "Executor", 4, 3)])

    def test_warnings_and_reports(self):
        result, stream = self.run_it("import asyncio\nasync def never(): pass\nasync def fail(): raise ValueError('x')\nasync def main():\n    never()\n"
                                     "    t = asyncio.create_task(fail())\n    await asyncio.sleep(1)\n    del t\n    asyncio.get_running_loop().call_soon(lambda: 1 / 0)\n"
                                     "    await asyncio.sleep(0)\nasyncio.run(main())\n")
        self.assertIn(b"was never awaited", result.err)
        self.assertEqual([self.said(stream, e) for e in self.kinds(stream, "NeverAwaited")], ["never"])
        self.assertEqual([self.said(stream, e) for e in self.kinds(stream, "Reported")],
                         ["Task exception was never retrieved: ValueError: x [Task-2 fail]", "Exception in callback: ZeroDivisionError: division by zero"])
        self.assertFalse(self.kinds(stream, "PrintedError"))         # each is told once

    def test_the_await_stack_is_there_at_each_wait(self):
        stream = self.same("import asyncio\nasync def inner():\n    await asyncio.sleep(1)\nasync def outer():\n    await inner()\nasync def main():\n"
                           "    await outer()\n    await asyncio.sleep(1)\nasyncio.run(main())\n")
        self.assertEqual([(e["kind"], self.said(stream, e)) for e in self.kinds(stream, "FrameEntered", "FrameLeft")][:2],
                         [("FrameEntered", "outer"), ("FrameEntered", "inner")])
        self.assertEqual([stream.places[e["source"]][1] for e in self.kinds(stream, "TaskAwait")], [3, 8])

    def test_an_asynchronous_generator_is_left_and_asked_again(self):
        stream = self.same("import asyncio\nasync def numbers():\n    for n in range(3):\n        if n:\n            await asyncio.sleep(0.1)\n        yield n\n"
                           "async def main():\n    async for n in numbers():\n        print(n)\nasyncio.run(main())\n")
        moves = [(e["kind"][5:], e["time"] // 10**8) for e in self.kinds(stream, "FrameEntered", "FrameLeft")]
        self.assertEqual(moves, [("Entered", 0), ("Left", 0), ("Entered", 0), ("Left", 1), ("Entered", 1), ("Left", 2), ("Entered", 2), ("Left", 2)])

    def test_a_coroutine_that_never_waits_is_seen_where_it_is_awaited(self):
        stream = self.same("import asyncio\nasync def leaf():\n    return 1\nasync def main():\n    await leaf()\n    await asyncio.gather(leaf(), leaf())\n"
                           "asyncio.run(main())\n")
        self.assertEqual([(e["kind"], e["actor"]) for e in self.kinds(stream, "FrameEntered", "FrameLeft")], [("FrameEntered", 1), ("FrameLeft", 1)])

    def test_what_was_made_before_another_was_awaited_is_known_since_then(self):
        source = ("import asyncio\nasync def ask(n):\n    {}await asyncio.sleep(n / 100)\nasync def main():\n    one, two = ask(1), ask(2)\n    await one\n"
                  "    await two\n    await ask(3)\nasyncio.run(main())\n")
        for how in ("", "print(n); "):
            stream = self.same(source.format(how))
            entered = [n for n, e in enumerate(stream.events) if e["kind"] == "FrameEntered"]
            self.assertEqual([stream.events[n]["value"] for n in entered], [-1, entered[0], -1])

    def test_callbacks_have_names(self):
        stream = self.same("import asyncio\ndef show(*words): pass\nloop = asyncio.new_event_loop()\nloop.call_soon(show, 'a', 1)\nloop.call_soon(show, object())\n"
                           "loop.call_later(1, show, 'b')\nloop.call_later(1, loop.stop)\nloop.run_forever()\n")
        self.assertEqual([stream.texts[e["value"]] for e in self.kinds(stream, "HandleReady")], ["show(a, 1)", "show"])
        self.assertEqual([(stream.texts[e["source"]], e["tag"]) for e in self.kinds(stream, "TimerSet")], [("show(b)", 0), ("stop", 0)])

    def test_computing_counts_as_measured(self):
        _, stream = self.run_it("import asyncio\nasync def main():\n    sum(n * n for n in range(2_000_000))\nasyncio.run(main())\n", {"compute": "measured"})
        began = self.kinds(stream, "BlockBegan")
        self.assertTrue(began and all(e["tag"] == 1 and e["value"] > 5_000_000 for e in began))
        _, stream = self.run_it("import asyncio\nasync def main():\n    sum(n * n for n in range(2_000_000))\nasyncio.run(main())\n")
        self.assertFalse(self.kinds(stream, "BlockBegan"))

    def test_no_folder_of_this_machine_is_told(self):
        result, _ = self.run_it(HELLO)
        self.assertNotIn(str(self.folder).encode(), result.stream)


if __name__ == "__main__":
    if len(sys.argv) > 1 and os.path.isabs(sys.argv[1]):
        PYTHON = sys.argv.pop(1)
    unittest.main()
