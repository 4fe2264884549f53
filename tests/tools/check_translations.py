#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a translation: everything is translated, and well set.

- Every text in the sources is in the file, and none is unfinished (lupdate on a copy tells).
- A translation has the placeholders of its source (%1, %n), as many lines, and a mnemonic (&) where there is one.
- Plurals have their two forms.
- The English file holds the texts with a number, for their singular.
- French typography: no-break spaces before : ; ! ? % and inside of guillemets, no straight apostrophe, no
  straight quotation marks where the source has none.

Usage: check_translations.py ROOT LUPDATE TS...
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%L?(?:\d+|n)")
MNEMONIC = re.compile(r"&(?=\w)")
NO_BREAK = "\u00a0\u202f"
# A plain space, or none, before a mark that wants a no-break one. Colons in times, addresses and code are left alone.
BAD_SPACE = re.compile(r" [:;!?»](?:\s|$)|« ")
NO_SPACE = re.compile(rf"[^\s{NO_BREAK}!?:;&/(\[\"'.…-][;!?](?:\s|$)|\w:(?:\s|$)|«[^{NO_BREAK}]|[^{NO_BREAK}]»")


def typography(text):
    if BAD_SPACE.search(text):
        yield "a plain space where a no-break space belongs"
    if NO_SPACE.search(text):
        yield "no space where a no-break space belongs"
    if re.search(r"\w'\w", text):
        yield "a straight apostrophe"


def form_mistakes(source, text):
    if not text:
        yield "no translation"
        return
    number = {"%n", "%Ln"}  # a singular may do without
    wanted = sorted(set(PLACEHOLDER.findall(source)) - number)
    if sorted(set(PLACEHOLDER.findall(text)) - number) != wanted:
        yield "other placeholders than the source"
    if source.count("\n") != text.count("\n"):
        yield "not as many lines as the source"
    if bool(MNEMONIC.search(source)) != bool(MNEMONIC.search(text)):
        yield "a mnemonic (&) too many or too few"


def mistakes_of(message, french):
    source = message.findtext("source")
    translation = message.find("translation")
    if translation.get("type") == "unfinished":
        yield source, "unfinished"
        return
    forms = [form.text or "" for form in translation.findall("numerusform")]
    if message.get("numerus") == "yes" and len(forms) != 2:
        yield source, "a plural needs two forms"
    for text in forms or [translation.text or ""]:
        for mistake in form_mistakes(source, text):
            yield source, mistake
        # What quotes code of the command line or of a file stands as it is.
        if french and '"' not in source and "--" not in source:
            for mistake in typography(text):
                yield source, mistake


def mistakes_in(file):
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            for source, mistake in mistakes_of(message, is_french(file)):
                yield f"{context.findtext('name')}: {source!r}: {mistake}"


def is_french(file):
    return file.stem.endswith("_fr")


def missing_in(root, file, lupdate):
    """What lupdate would add to the file."""
    only = [] if is_french(file) else ["-pluralonly"]
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / file.name
        shutil.copy(file, copy)
        subprocess.run([lupdate, "-silent", "-I", ".", "-locations", "none", "-no-obsolete", "-no-ui-lines", *only, "app", "-ts", copy],
                       cwd=root, check=True, stderr=subprocess.DEVNULL)
        known = messages(file)
        for key in messages(copy) - known:
            yield f"{key[0]}: {key[1]!r}: not in the file; run lupdate"


def messages(file):
    return {(context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            for context in ElementTree.parse(file).getroot().findall("context") for message in context.findall("message")}


def main():
    root = pathlib.Path(sys.argv[1])
    mistakes = []
    for file in map(pathlib.Path, sys.argv[3:]):
        mistakes += [f"{file.name}: {mistake}" for mistake in [*mistakes_in(file), *sorted(missing_in(root, file, sys.argv[2]))]]
        print(f"{file.name}: {len(messages(file))} texts")
    print("\n".join(mistakes) or "all translated")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
