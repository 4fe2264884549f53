#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the recorder by themselves: names, texts, constants, the stream's lines, the writer, the edited functions."""

import asyncio
import json
import os
import sys
import tempfile
import threading
import types
import unittest

from recording import PACKAGE

sys.path.insert(0, str(PACKAGE))
from coroscope import clock, constants, edits, install, lanes, measure, names, places, rewrite, stack, stream, texts, writer     # noqa: E402,F401
from coroscope.measure import Marks     # noqa: E402
from coroscope.state import S     # noqa: E402


class Unreadable:
    """Of the program: nothing of it may be called."""

    def __repr__(self):
        raise AssertionError("the recorder runs the program's code")

    __str__ = __eq__ = __hash__ = __getattr__ = __repr__


class Texts(unittest.TestCase):
    def test_a_value_is_shown_as_python_shows_it(self):
        for value in (None, 1, 1.5, True, "a'b", b"x", (1, [2, {"k": {3}}]), [], {}):
            self.assertEqual(texts.of_value(value), repr(value))

    def test_no_code_of_the_program_runs(self):
        class Number(int):
            __repr__ = __str__ = Unreadable.__repr__

        for value in (Unreadable(), [Unreadable()], {"k": Unreadable()}, Number(3)):
            self.assertEqual(texts.of_value(value), f"<{type(value).__name__}>")

    def test_an_exception_is_told_with_its_words(self):
        self.assertEqual(texts.of_exception(ValueError("bad")), "ValueError: bad")
        self.assertEqual(texts.of_exception(KeyError("k")), "KeyError: 'k'")
        self.assertEqual(texts.of_exception(FileNotFoundError(2, "No such file", "x")), "FileNotFoundError: [Errno 2] No such file: 'x'")
        self.assertEqual(texts.of_exception(asyncio.CancelledError()), "CancelledError")

    def test_an_exception_with_words_of_its_own_code_is_named_only(self):
        class Loud(Exception):
            __str__ = Unreadable.__repr__

        self.assertEqual(texts.of_exception(Loud("x")), "Loud")
        self.assertEqual(texts.of_exception(ValueError(Unreadable())), "ValueError")

    def test_endless_values_are_cut(self):
        whole = texts.of_value(list(range(150)))
        self.assertLessEqual(len(whole), texts.LONG)
        around = []
        around.append(around)
        self.assertEqual(texts.of_value(around), "<list>")


def labels(*many):
    family, shown = names.Family("job"), {}
    for lane, arguments in enumerate(many, 1):
        shown.update(family.add(lane, arguments))
    return list(shown.values())


class Names(unittest.TestCase):
    def test_the_only_one_bears_the_name_of_its_function(self):
        self.assertEqual(labels({"n": "3"}), ["job"])

    def test_arguments_that_differ_tell_siblings_apart(self):
        self.assertEqual(labels({"n": "1", "w": "q"}, {"n": "2", "w": "q"}), ["job(1)", "job(2)"])
        self.assertEqual(labels({"a": "1", "b": "1"}, {"a": "1", "b": "2"}, {"a": "2", "b": "2"}), ["job(1, 1)", "job(1, 2)", "job(2, 2)"])

    def test_without_any_they_are_numbered(self):
        self.assertEqual(labels({}, {}, {}), ["job #1", "job #2", "job #3"])

    def test_twins_are_numbered_too(self):
        self.assertEqual(labels({"n": "1"}, {"n": "2"}, {"n": "1"}), ["job(1)", "job(2)", "job(1) #2"])

    def test_arguments_are_read_without_holding_them(self):
        async def job(number, text, thing, *, flag=True):
            pass

        thing = Unreadable()
        before = sys.getrefcount(thing)
        coro = job(3, "abc", thing)
        self.assertEqual(names.arguments(coro, coro.cr_code), {"number": "3", "text": "abc", "flag": "True"})
        coro.close()
        del coro
        self.assertEqual(sys.getrefcount(thing), before)

    def test_arguments_that_closures_share_are_read_from_their_cells(self):
        async def job(number):
            return lambda: number

        coro = job(5)
        self.assertEqual(names.arguments(coro, coro.cr_code), {"number": "5"})
        coro.close()

    def test_a_method_is_told_by_what_its_object_is_called(self):
        class Worker:
            def __init__(self):
                self.name = "bob"

            async def work(self):
                pass

        coro = Worker().work()
        self.assertEqual(names.arguments(coro, coro.cr_code), {"self": "bob"})
        coro.close()

    def test_variables_of_constructors(self):
        source = "a, b = Lock(), Lock()\nself.q = Queue()\nforks = [Lock() for _ in range(3)]\nxs = [Lock(), Lock()]\nawait self.done\n"
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write("async def f(self):\n " + source.replace("\n", "\n ") + "\n")
            file.flush()
            table = names.Assigned._read(file.name)
        self.assertEqual(sorted(table.values()), sorted(["a", "b", "q", "forks[*]", "xs[0]", "xs[1]", "done"]))


class Constants(unittest.TestCase):
    SOURCE = b"import x\nJOBS = 8\nNAMES = ['a',\n  'b']\nTOTAL = JOBS * 2\nWORD = 'w'\nT: float = 0.5\ndef f():\n    JOBS = 1\n"

    def test_literals_on_the_top_level_are_found(self):
        found = constants.of_source(self.SOURCE)
        self.assertEqual([(c.name, c.first, c.last, c.value) for c in found],
                         [("JOBS", 2, 2, 8), ("NAMES", 3, 4, ["a", "b"]), ("WORD", 6, 6, "w"), ("T", 7, 7, 0.5)])

    def test_values_are_literals_and_texts_where_a_text_stood(self):
        found = constants.replaced(self.SOURCE, {"JOBS": "10", "WORD": "12", "NAMES": "['x']", "T": "'quick'"})
        self.assertEqual([c.wanted for c in found], [10, ["x"], "12", "quick"])

    def test_a_source_that_is_none_has_none(self):
        self.assertEqual(constants.of_source(b"def ("), [])


class Lines(unittest.TestCase):
    def setUp(self):
        self.out = []
        S.put, self.kept = self.out.append, S.put

    def tearDown(self):
        S.put = self.kept

    def test_texts_are_defined_once_in_order(self):
        known = stream.Texts()
        self.assertEqual([known.number(t) for t in ("", "a", "b", "a", "\ud800é\n")], [0, 1, 2, 1, 3])
        self.assertEqual([json.loads(line) for line in self.out], [{"text": 1, "is": "a"}, {"text": 2, "is": "b"}, {"text": 3, "is": "\ud800é\n"}])

    def test_no_line_is_longer_than_a_mebibyte(self):
        known = stream.Texts()
        known.number("\x00" * 3_000_000)
        self.assertLess(len(self.out[0]), 1 << 20)

    def test_numbers_stay_dense_when_texts_are_forgotten(self):
        known = stream.Texts()
        self.assertEqual([known.number("a"), known.number("b")], [1, 2])
        known._remembered = stream.REMEMBERED + 1
        self.assertEqual([known.number("c"), known.number("a"), known.numbered("d"), known.number("a")], [3, 4, 5, 4])

    def test_a_run_has_a_bound_of_texts(self):
        known = stream.Texts()
        known._written = stream.MOST + 1
        first = known.number("x" * 10)
        self.assertEqual([known.number("y"), known.number("z")], [first, first])


class Writing(unittest.TestCase):
    def setUp(self):
        self.reader, self.fd = os.pipe()
        self.writer = writer.Writer(self.fd)
        S.out.clear()

    def tearDown(self):
        for fd in (self.reader, self.writer.fd):
            os.close(fd)
        S.out.clear()

    def test_the_descriptor_is_out_of_reach(self):
        import resource
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.assertGreaterEqual(self.writer.fd, soft - 16 if 0 < soft < 1 << 16 else 1 << 10)
        self.assertFalse(os.get_inheritable(self.writer.fd))

    def test_what_a_slow_reader_does_not_take_is_kept_and_then_counted(self):
        kept, writer.KEPT = writer.KEPT, 1 << 20
        writer.set_needed([5])
        try:
            self.writer.hurry()
            line = "[0,7,0,1]\n" * 1000
            for _ in range(300):
                S.out.append(line)
                S.out.append("[0,5,1,1]\n")
                self.writer.flush()
        finally:
            writer.KEPT = kept
        self.assertTrue(self.writer.behind)
        got = b""
        while self.writer.behind:
            got += os.read(self.reader, 1 << 20)
            S.out.append("[9,7,0,1]\n")
            self.writer.flush()
        got += os.read(self.reader, 1 << 20)
        lines = [json.loads(part) for part in got.split(b"\n") if part]
        lost = sum(one["lost"] for one in lines if isinstance(one, dict))
        self.assertGreater(lost, 1000)
        self.assertEqual(lost + sum(1 for one in lines if isinstance(one, list) and one[:2] == [0, 7]), 300_000)
        self.assertEqual(sum(1 for one in lines if isinstance(one, list) and one[1] == 5), 300)

    def test_the_end_waits_for_the_reader(self):
        self.writer.hurry()
        S.out.append("[0,7,0,1]\n" * 100_000)
        got = bytearray()

        def drain():
            while not got.endswith(b"end"):
                got.extend(os.read(self.reader, 1 << 16))

        reader = threading.Thread(target=drain)
        reader.start()
        self.writer.flush(whole=True)
        self.assertFalse(self.writer.behind)
        os.write(self.writer.fd, b"end")
        reader.join()
        self.assertEqual(len(got), 1_000_003)

    def test_a_descriptor_that_became_another_file_is_left_alone(self):
        with tempfile.TemporaryFile() as other:
            os.dup2(other.fileno(), self.writer.fd)
            S.out.append("[0,7,0,1]\n")
            self.writer.flush()
            other.seek(0)
            self.assertEqual(other.read(), b"")


class Edited(unittest.TestCase):
    """What tracebacks show of an edited function is what stands in its file."""

    def every(self):
        hooks = types.SimpleNamespace(**dict.fromkeys("time blocked".split(), True), waiting=sys.version_info < (3, 12))

        h = type("Hooks", (), {"__getattr__": lambda self, name: getattr(hooks, name, len)})()
        return edits.of_loop(h) + edits.of_primitives(h) + edits.of_threads(h) + edits.of_warnings(h)

    def test_lines_and_names_stay(self):
        sources = rewrite.Sources()
        for edit in self.every():
            with self.subTest(edit.key):
                code, before = rewrite.compiled(edit, sources), edit.function.__code__
                self.assertEqual(code.co_firstlineno, before.co_firstlineno)
                self.assertEqual((code.co_name, code.co_qualname, code.co_flags), (before.co_name, before.co_qualname, before.co_flags))
                self.assertEqual((code.co_argcount, code.co_varnames[:code.co_argcount]), (before.co_argcount, before.co_varnames[:before.co_argcount]))
                self.assertLessEqual({line for _, _, line in code.co_lines() if line}, {line for _, _, line in before.co_lines() if line})

    def test_every_hook_is_in_its_code(self):
        sources = rewrite.Sources()
        for edit in self.every():
            with self.subTest(edit.key):
                constants_ = rewrite.compiled(edit, sources).co_consts
                found = {c[len(rewrite.SIGN):] for c in constants_ if isinstance(c, str) and c.startswith(rewrite.SIGN)}
                self.assertEqual(found - {"trouble", "cut"}, set(edit.hooks))


class Measured(unittest.TestCase):
    def test_waiting_for_a_processor_is_no_blocking_call(self):
        spans, kept = [], (measure.run_queue_wait, measure.span, measure.thread_time, measure.renew, S.mark, S.processor, Marks.queued)
        try:
            measure.span = lambda what, taken, place: spans.append((what, round(taken, 3)))
            measure.thread_time = lambda: 0.001
            measure.renew = lambda now: None
            Marks.queued, S.processor = 0.3, 0.0
            for queued, mark in ((0.32, 1.0), (0.3, 1.0)):
                measure.run_queue_wait = lambda: queued
                S.mark = mark
                measure.count(mark + 0.021)
            self.assertEqual(spans, [("waiting", 0.021)])
        finally:
            measure.run_queue_wait, measure.span, measure.thread_time, measure.renew, S.mark, S.processor, Marks.queued = kept


class Time(unittest.TestCase):
    def test_deadlines_are_whole_microseconds(self):
        clock.World.late, kept = 3e-11, clock.World.late
        try:
            self.assertEqual(clock.when_us(0.1 + 0.2 + 3e-11), 300_000)
        finally:
            clock.World.late = kept

    def test_reading_the_clock_for_ever_moves_it(self):
        before = S.us
        for _ in range(clock.MANY + 10):
            clock.read()
        self.assertEqual(S.us, before + 10)


if __name__ == "__main__":
    unittest.main()
