#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the sources has to be able to fail: one good and one bad file for each rule."""

import pathlib
import tempfile
import unittest

from check_sources import faults

MIT = "// SPDX-License-Identifier: MIT\n"
GPL = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
GPL_SCRIPT = "# SPDX-License-Identifier: GPL-3.0-or-later\n"


class CheckSources(unittest.TestCase):
    def faults_in(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                file = pathlib.Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return faults(pathlib.Path(folder))[1]

    def faults_of(self, path, text):
        return self.faults_in({path: text})

    def accepts(self, path, text):
        self.assertEqual(self.faults_of(path, text), [])

    def rejects(self, path, text):
        self.assertEqual(len(self.faults_of(path, text)), 1)

    def test_licence_follows_the_folder(self):
        self.accepts("core/a.cpp", MIT)
        self.rejects("core/a.cpp", GPL)
        self.accepts("app/a.h", GPL)
        self.rejects("app/a.h", MIT)
        self.rejects("tests/CMakeLists.txt", "project(x)\n")

    def test_scripts_may_begin_with_their_interpreter(self):
        self.accepts("app/run", "#!/bin/bash\n" + GPL_SCRIPT)
        self.rejects("app/run", "#!/bin/bash\n\n" + GPL_SCRIPT)

    def test_data_carry_no_licence_line(self):
        self.accepts("resources/lessons/a.py", "pass\n")
        self.accepts("README", "Hello\n")

    def test_core_knows_no_qt(self):
        self.accepts("core/a.cpp", MIT + '#include "core/a.h"\n#include <queue>\n')
        for include in ("<QString>", "<QtCore/qstring.h>", "<qglobal.h>", '"app/a.h"', "<QCoroTask>", '"a.h"'):
            self.rejects("core/a.cpp", MIT + f"#include {include}\n")

    def test_timeline_knows_no_widgets(self):
        self.accepts("app/timeline/a.cpp", GPL + '#include <QPainter>\n#include <QStyleHints>\n#include "app/timeline/a.h"\n')
        for include in ("<QWidget>", "<QtWidgets/QLabel>", "<QtWidgets>", "<QPushButton>", '"app/chart/a.h"'):
            self.rejects("app/timeline/a.cpp", GPL + f"#include {include}\n")
        self.accepts("app/chart/a.cpp", GPL + "#include <QWidget>\n")

    def test_a_folder_includes_what_it_links_and_links_what_it_includes(self):
        def library(name, links=""):
            return GPL_SCRIPT.replace("GPL-3.0-or-later", "MIT") + f"coroscope_add_library({name} SOURCES a.h\n    {links})\n"

        below = {"core/a/CMakeLists.txt": library("coroscope_a"), "core/a/a.h": MIT}
        includes = {"core/b/a.h": MIT + '#include "core/a/a.h"\n'}
        linked = {"core/b/CMakeLists.txt": library("coroscope_b", "PUBLIC coroscope_a")}
        alone = {"core/b/CMakeLists.txt": library("coroscope_b", "# PUBLIC coroscope_a")}
        self.assertEqual(self.faults_in(below | includes | linked), [])
        self.assertEqual(
            self.faults_in(below | includes | alone),
            ["core/b/a.h:2: includes core/a/a.h, but its folder does not link coroscope_a"])
        self.assertEqual(
            self.faults_in(below | {"core/b/a.h": MIT} | linked),
            ["core/b/CMakeLists.txt: links coroscope_a, but nothing there includes any of it"])

    def test_no_circles(self):
        def including(*others):
            return MIT + "".join(f'#include "{other}"\n' for other in others)

        self.assertEqual(self.faults_in({"core/a.h": including("core/b.h"), "core/b.h": including("core/c.h"), "core/c.h": MIT}), [])
        self.assertEqual(
            self.faults_in({"core/a.h": including("core/b.h"), "core/b.h": including("core/c.h"), "core/c.h": including("core/a.h")}),
            ["core/a.h: it includes itself in a circle: core/a.h, core/b.h, core/c.h"])
        self.assertEqual(
            self.faults_in({"core/a/a.cpp": including("core/b/b.h"), "core/b/b.h": MIT, "core/b/b.cpp": including("core/a/a.h"), "core/a/a.h": MIT}),
            ["core/a: it includes itself in a circle: core/a, core/b"])

    def test_comments_cite_documents_that_are_there(self):
        for cited in ("THERE.md", "docs/THERE.md", "a file.table.md.h"):
            self.assertEqual(self.faults_in({"docs/THERE.md": "", "core/a.cpp": MIT + f"int a; // see {cited}, rule 1\n"}), [])
        self.rejects("core/a.cpp", MIT + "/// See GONE.md, rule 1.\n")
        self.rejects("app/CMakeLists.txt", GPL_SCRIPT + "# See docs/GONE.md.\n")
        self.accepts("core/a.cpp", MIT + 'auto file = "GONE.md";\n')


if __name__ == "__main__":
    unittest.main()
