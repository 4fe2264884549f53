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
    def faults_of(self, path, text):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            return faults(pathlib.Path(folder))[1]

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
        for include in ("<QWidget>", "<QtWidgets/QLabel>", "<QtWidgets>", "<QPushButton>", '"app/widgets/a.h"'):
            self.rejects("app/timeline/a.cpp", GPL + f"#include {include}\n")
        self.accepts("app/widgets/a.cpp", GPL + "#include <QWidget>\n")


if __name__ == "__main__":
    unittest.main()
