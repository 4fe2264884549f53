#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs as values, and the notebook's cells: programs made of them, the magic's line, the frame around a page.

Usage: test_notebook.py COROSCOPE [unittest's arguments]. No notebook is needed; tests/tools/check_notebook executes one.
"""

import html
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import types
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"))

import coroscope
from coroscope import cells, notebook, runs

JOB = "import asyncio\nN = 2\n\nasync def job(n):\n    print('job', n)\n    await asyncio.sleep(n)\n"


def output(source):
    """What a program made of cells prints."""
    result = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    return result.stdout + result.stderr


class Cells(unittest.TestCase):
    def test_what_stands_before_is_there_and_does_not_run(self):
        source = cells.program(["print('before')", JOB, "x = input()\nN = 3"], "print(N, job.__name__)")
        self.assertEqual(output(source), "3 job\n")

    def test_the_last_definition_counts_once(self):
        source = cells.program(["def f():\n    return 1", "# better\ndef f():\n    return 2"], "print(f())")
        self.assertEqual((output(source), source.count("def f")), ("2\n", 1))
        self.assertIn("# better", source)

    def test_a_cell_without_await_stays_as_it_is(self):
        cell = "x = 1  # one\n\nprint(x)"
        self.assertEqual(cells.program([], cell), cell + "\n")

    def test_await_on_the_top_level(self):
        source = cells.program([JOB], "print(await asyncio.gather(*(job(0) for _ in range(N))))")
        self.assertEqual(output(source), "job 0\njob 0\n[None, None]\n")

    def test_async_for_and_with_and_comprehensions_await_as_well(self):
        given = "async def count():\n    for i in range(2):\n        yield i\n"
        for cell in ("async for i in count():\n    print(i)", "print([i async for i in count()])",
                     "async with asyncio.Lock() as lock:\n    print(lock)"):
            source = cells.program([given], cell)
            self.assertIn("asyncio.run(main())", source)
            self.assertNotIn("Error", output(source))

    def test_functions_see_what_the_cell_computes(self):
        source = cells.program([], "import asyncio\ndef show():\n    print(total)\nawait asyncio.sleep(0)\ntotal = sum([1, 2])\nshow()")
        self.assertEqual(output(source), "3\n")

    def test_what_was_a_constant_before_can_be_counted_up(self):
        self.assertEqual(output(cells.program(["total = 1"], "await asyncio.sleep(0)\ntotal += 1\nprint(total)")), "2\n")

    def test_definitions_stay_in_order_where_that_matters(self):
        cell = "await asyncio.sleep(0)\nx = sum([1])\ndef f(a=x):\n    return a\nx = 5\nprint(f(), x)"
        self.assertEqual(output(cells.program([], cell)), "1 5\n")
        twice = "N = 1\nawait asyncio.sleep(0)\nprint(N)\nN = 2\nprint(N)"
        self.assertEqual(output(cells.program([], twice)), "1\n2\n")

    def test_texts_of_several_lines_are_not_moved(self):
        cell = "await asyncio.sleep(0)\nprint('''a\nb\n  c''')\nprint(f'''{1\n}\nd''')"
        self.assertEqual(output(cells.program([], cell)), "a\nb\n  c\n1\nd\n")

    def test_statements_behind_a_semicolon(self):
        self.assertEqual(output(cells.program(["M = 4; print('no')"], "await asyncio.sleep(0); print(M)")), "4\n")

    def test_what_is_no_python_is_left_to_python(self):
        source = cells.program(["def ("], "await (")
        self.assertIn("SyntaxError", output(source))

    def test_constants_of_a_cell_stay_constants(self):
        source = cells.program([], "JOBS = 8\nawait asyncio.sleep(0)\nprint(JOBS)")
        self.assertIn("\nJOBS = 8\n", source)


class Line(unittest.TestCase):
    def test_options(self):
        given = notebook.parsed("--clock real --set N=3 --set 'NAME=a b' --compare previous --height 400 --lang fr")
        self.assertEqual((given.clock, given.set, given.compare, given.height, given.lang),
                         ("real", {"N": "3", "NAME": "a b"}, "previous", 400, "fr"))

    def test_what_is_wrong_is_said_in_one_sentence(self):
        for line in ("--clock later", "--set N", "--set 1=2", "--height 1", "--height x", "--bad", "--set 'N=1", "word"):
            with self.assertRaises(runs.Error) as caught:
                notebook.parsed(line)
            self.assertNotIn("\n", str(caught.exception))

    def test_cells_of_other_magics_are_left_out(self):
        def transform(text):
            return text.replace("%load_ext x", "get_ipython().run_line_magic('load_ext', 'x')")
        history = types.SimpleNamespace(input_hist_raw=["", "%%bash\nls", "%%coroscope --set N=1\nN = 2", "%load_ext x\nM = 1", "now"])
        book = notebook.Notebook(types.SimpleNamespace(history_manager=history, transform_cell=transform))
        self.assertEqual([cells.program([text], "") for text in book.before("now")], ["\n", "N = 2\n\n\n\n", "M = 1\n\n\n\n"])


class Frame(unittest.TestCase):
    HOSTILE = "<script>alert('1')</script>\n\"quoted\" & &amp; \u202eright to left\r\n</iframe>"

    def test_a_page_is_one_attribute(self):
        framed = runs.framed(self.HOSTILE, b"png", 'name"><b>', 400)
        self.assertNotIn("<script", framed)
        self.assertNotIn("<b>", framed)
        self.assertNotIn("\n", framed)
        inner = framed.split('srcdoc="')[1].split('"')[0]
        self.assertEqual(html.unescape(inner), self.HOSTILE)

    def test_the_frame_may_run_scripts_and_nothing_else(self):
        framed = runs.framed("", b"", "", 400)
        self.assertIn('sandbox="allow-scripts"', framed)
        self.assertLess(framed.index("<img"), framed.index("<iframe"))


class Runs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def record(self, source, *arguments, **options):
        (self.folder / "prog.py").write_text(source)
        return coroscope.record(self.folder / "prog.py", *arguments, **{"compute": "free", **options})

    def test_a_run_tells_of_itself(self):
        run = self.record(JOB + "asyncio.run(job(1))\n")
        self.assertEqual((run.status, run.stdout, run.stderr), (0, "job 1\n", ""))
        self.assertEqual(run.stats()["duration_ms"], 1000)
        self.assertIn("job 1", run.explain())
        self.assertIn("dort", run.explain("fr"))
        self.assertTrue(run.table().startswith("|"))
        self.assertEqual(run.png()[:8], b"\x89PNG\r\n\x1a\n")
        self.assertIn("<!doctype html>", run.html().lower())
        self.assertIn("prog.py", repr(run))

    def test_a_run_is_written(self):
        run = self.record(JOB + "asyncio.run(job(1))\n")
        names = {name: self.folder / name for name in ("run.json", "run.jsonl", "run.html", "run.png")}
        run.save(names["run.json"])
        run.save(names["run.jsonl"])
        run.html(names["run.html"])
        run.png(names["run.png"])
        self.assertEqual([name for name, path in names.items() if not path.stat().st_size], [])
        self.assertIn("traceEvents", json.loads(names["run.json"].read_text()))

    def test_constants_and_arguments(self):
        run = self.record("import sys\nN = 1\nNAME = 'a'\nprint(N, NAME, sys.argv[1:])\n", "x", 2, set={"N": 3, "NAME": "b"})
        self.assertEqual(run.stdout, "3 b ['x', '2']\n")
        with self.assertRaisesRegex(runs.Error, "no constant M; it has N, NAME"):
            coroscope.record(self.folder / "prog.py", set={"M": 1})

    def test_a_program_that_fails(self):
        run = self.record("import sys\nsys.exit(3)\n")
        self.assertEqual(run.status, 3)
        self.assertIn("exit status 3", repr(run))
        self.assertTrue(run.explain())

    def test_what_is_missing_is_said_in_one_sentence(self):
        with self.assertRaisesRegex(runs.Error, "there is no"):
            coroscope.record(self.folder / "nothing.py")
        run = self.record("print()\n")
        before, os.environ["COROSCOPE"] = os.environ["COROSCOPE"], "/nowhere"
        try:
            with self.assertRaisesRegex(runs.Error, "install it"):
                run.png()
        finally:
            os.environ["COROSCOPE"] = before


if __name__ == "__main__":
    os.environ["COROSCOPE"] = os.path.abspath(sys.argv.pop(1))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    unittest.main()
