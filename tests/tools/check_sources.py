#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what every source file has to obey: its licence line, and which way its includes point.

- The first line (the second after "#!" or "# shellcheck") is the SPDX line of the licence of its folder: MIT
  in core/ and resources/python/, GPL-3.0-or-later elsewhere. Under resources/ else, and in tests/python/cases/, lie data,
  which carry none.
- core/ includes no Qt, and nothing but core/.
- app/timeline/ includes nothing of Qt Widgets and nothing of the parts of app/ above it.

Usage: check_sources.py ROOT. Looks at the files git tracks, or at all files where there is no git.
"""

import os
import pathlib
import re
import subprocess
import sys

SOURCE_SUFFIXES = {".cpp", ".h", ".py", ".sh", ".cmake"}
COMMENT = {".cpp": "//", ".h": "//"}  # "#" for the others
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|Qsci/.*|QCoro.*|qcoro.*|q[a-z]+\.h)$")
QT_WIDGETS = re.compile(
    r"^(QtWidgets(/.*)?|Qsci/.*|QApplication|Q\w*(Widget|Window|Dialog|Layout|Button|View|Box|Bar|Menu|Label|Edit|Slider)"
    r"|QStyle(?!Hints)\w*|QSplitter|QShortcut|QToolTip|QGraphics\w+|QStyledItemDelegate)$")


def files_on_disk(root):
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if name not in (".git", "build", "__pycache__", ".cache"))
        for name in sorted(files):
            yield (pathlib.Path(folder) / name).relative_to(root)


def tracked_files(root):
    """Paths relative to root: those git tracks (safe.directory: the checkout may be another user's)."""
    git = ["git", "-c", "safe.directory=*", "-C", str(root)]
    try:
        listing = subprocess.run([*git, "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return list(files_on_disk(root))
    paths = [pathlib.Path(name) for name in listing.split("\0") if name]
    return [path for path in paths if (root / path).is_file()]


def is_source(path, text):
    if path.parts[0] == "resources" and path.parts[1] != "python" or path.parts[:3] == ("tests", "python", "cases"):
        return False
    if path.suffix in SOURCE_SUFFIXES or path.name == "CMakeLists.txt":
        return True
    return path.suffix == "" and text.startswith("#!")


def licence_of(path):
    return "MIT" if path.parts[0] == "core" or path.parts[:2] == ("resources", "python") else "GPL-3.0-or-later"


def licence_fault(path, text):
    lines = text.splitlines()
    while lines and lines[0].startswith(("#!", "# shellcheck ")):
        lines.pop(0)
    wanted = f"{COMMENT.get(path.suffix, '#')} SPDX-License-Identifier: {licence_of(path)}"
    if lines and lines[0].strip() == wanted:
        return []
    return [f"{path}: its first line should be '{wanted}'"]


def include_fault(path, quote, included):
    """Why this file may not include that, or None. Own headers are written from the root: "core/..."."""
    if path.parts[0] == "core":
        if QT.match(included):
            return "core knows no Qt"
        if quote == '"' and not included.startswith("core/"):
            return 'core includes only core, as "core/..."'
    elif path.parts[:2] == ("app", "timeline"):
        if QT_WIDGETS.match(included):
            return "the timeline knows no Qt Widgets"
        if included.startswith("app/") and not included.startswith("app/timeline/"):
            return "the timeline includes only core and itself"
    return None


def include_faults(path, text):
    if path.suffix not in (".cpp", ".h"):
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if found := INCLUDE.match(line):
            if why := include_fault(path, *found.groups()):
                yield f"{path}:{number}: includes {found[2]}, but {why}"


def faults(root):
    """(number of source files, list of sentences)"""
    count, found = 0, []
    for path in tracked_files(root):
        data = (root / path).read_bytes()
        if b"\0" in data:
            continue
        text = data.decode(errors="replace")
        if is_source(path, text):
            count += 1
            found += licence_fault(path, text)
            found += include_faults(path, text)
    return count, found


def main():
    count, found = faults(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    for sentence in found:
        print(sentence)
    print(f"{count} source files, {len(found)} faults")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
