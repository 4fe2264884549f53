#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what every source file has to obey: its licence line, which way its includes point, what its comments cite.

- The first line (the second after "#!" or "# shellcheck") is the SPDX line of the licence of its folder: MIT
  in core/ and resources/python/, GPL-3.0-or-later elsewhere. Under resources/ else, and in tests/python/cases/, lie data,
  which carry none.
- core/ includes no Qt, and nothing but core/. app/timeline/ includes nothing of Qt Widgets.
- A folder of core/ or app/ is a library (coroscope_add_library in its CMakeLists.txt), and the link lines of that file
  are its arrows: it includes only of libraries linked there, and links only what it includes. core/record links nothing,
  app/timeline nothing of app/.
- Neither the folders nor the headers include each other in a circle.
- A comment cites no .md file that is not in the repository.

Usage: check_sources.py ROOT. Looks at the files git tracks, or at all files where there is no git.
"""

import os
import pathlib
import re
import subprocess
import sys

SOURCE_SUFFIXES = {".cpp", ".h", ".py", ".sh", ".cmake"}
SOURCES = {".cpp", ".h"}
CITED_PATTERNS = {"resources/lessons/ID/LANGUAGE.md", "lessons/ID/en.md"}
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


def includes_of(text):
    """(line number, quote, included file)"""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := INCLUDE.match(line):
            yield number, *found.groups()


def include_faults(path, text):
    for number, quote, included in includes_of(text):
        if why := include_fault(path, quote, included):
            yield f"{path}:{number}: includes {included}, but {why}"


def libraries(texts):
    """{library: its folder}, {folder: the libraries its link lines name}"""
    folders, links = {}, {}
    for path, text in texts.items():
        if path.name == "CMakeLists.txt" and path.parts[0] in ("core", "app"):
            text = re.sub(r"#.*", "", text)
            for name in re.findall(r"\bcoroscope_add_library\(\s*(\w+)", text):
                folders[name] = path.parent
            commands = re.findall(r"\b(?:coroscope_add_library|target_link_libraries)\(\s*\w+([^)]*)\)", text)
            links[path.parent] = set(re.findall(r"\bcoroscope_\w+", " ".join(commands)))
    return folders, {folder: names & folders.keys() for folder, names in links.items()}


def arrow_faults(texts):
    """What a folder includes beside its link lines, and links beside its includes."""
    folders, links = libraries(texts)
    library_of = {folder: name for name, folder in folders.items()}
    used = {folder: set() for folder in links}
    for path, text in texts.items():
        if path.parent not in links or path.suffix not in SOURCES:
            continue
        for number, _, included in includes_of(text):
            library = library_of.get(pathlib.Path(included).parent)
            if library is None or folders[library] == path.parent:
                continue
            used[path.parent].add(library)
            if library not in links[path.parent]:
                yield f"{path}:{number}: includes {included}, but its folder does not link {library}"
    for folder in sorted(links):
        if len(folder.parts) > 1:  # core and app link the whole
            own = {name for name, where in folders.items() if where == folder}
            for name in sorted(links[folder] - used[folder] - own):
                yield f"{folder}/CMakeLists.txt: links {name}, but nothing there includes any of it"


def circles(graph):
    """The strongly connected components of more than one node, each sorted (Tarjan)."""
    found, index, lowest, stack = [], {}, {}, []

    def visit(node):
        index[node] = lowest[node] = len(index)
        stack.append(node)
        for other in sorted(graph.get(node, ())):
            if other not in index:
                visit(other)
            if other in stack:
                lowest[node] = min(lowest[node], lowest[other])
        if lowest[node] == index[node]:
            component = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(component) > 1:
                found.append(sorted(component))

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def circle_faults(texts):
    folders, headers = {}, {}
    for path, text in texts.items():
        if path.parts[0] not in ("core", "app") or path.suffix not in SOURCES:
            continue
        for _, _, included in includes_of(text):
            included = pathlib.Path(included)
            if included not in texts:
                continue
            if included.parent != path.parent:
                folders.setdefault(str(path.parent), set()).add(str(included.parent))
            if path.suffix == ".h":
                headers.setdefault(str(path), set()).add(str(included))
    for circle in circles(folders) + circles(headers):
        yield f"{circle[0]}: it includes itself in a circle: {', '.join(circle)}"


def citation_faults(path, text, documents):
    """Comments that send the reader to a document which is not there. resources/lessons/ID/LANGUAGE.md is a pattern."""
    for number, line in enumerate(text.splitlines(), start=1):
        comment = re.search(r"(?:^|\s)(?://|#).*", line)
        for cited in re.findall(r"(?<![\w./-])[\w./-]*\b\w+\.md\b(?!\.\w)", comment[0] if comment else ""):
            name = cited.rsplit("/", 1)[-1]
            if name not in documents and cited not in CITED_PATTERNS:
                yield f"{path}:{number}: cites {cited}, which is not in the repository"


def faults(root):
    """(number of source files, list of sentences)"""
    found, texts, documents = [], {}, set()
    for path in tracked_files(root):
        data = (root / path).read_bytes()
        if path.suffix == ".md":
            documents.add(path.name)
        if b"\0" not in data and is_source(path, text := data.decode(errors="replace")):
            texts[path] = text
    for path, text in texts.items():
        found += licence_fault(path, text)
        found += citation_faults(path, text, documents)
        if path.suffix in SOURCES:
            found += include_faults(path, text)
    found += arrow_faults(texts)
    found += circle_faults(texts)
    return len(texts), found


def main():
    count, found = faults(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    for sentence in found:
        print(sentence)
    print(f"{count} source files, {len(found)} faults")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
