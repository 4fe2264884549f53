# SPDX-License-Identifier: MIT
"""Writes the stream: lines of JSON, as resources/stream/README.md describes them.

An event is made as a piece of text at once and put into a list; the list is joined and written from time to time. Texts and
places are defined the first time they are used.
"""

import json

from .state import S

KINDS = (
    "LoopStarted", "LoopStopped", "Pass", "SelectEntered", "SelectLeft", "ActorCreated", "ActorLabel", "TaskStep", "TaskAwait",
    "TaskReady", "TaskDone", "TaskFailed", "TaskCancelled", "TaskCancelRequested", "FrameEntered", "FrameLeft", "SleepAsked",
    "BlockBegan", "BlockEnded", "HandleReady", "HandleRun", "HandleEnded", "HandleCancelled", "TimerSet", "TimerDue",
    "ResourceCreated", "ResourceLevel", "FutureLinked", "SectionBegan", "SectionEnded", "Printed", "PrintedError", "Warned",
    "Reported", "CallbackFailed", "NeverRetrieved", "NeverAwaited", "WorkerStarted", "WorkerStopped", "Sent", "Yielded",
    "Returned", "Raised", "Interrupted", "Finished",
)
REASONS = (
    "None", "Yield", "Sleep", "Future", "Task", "Gather", "Wait", "WaitFor", "Shield", "QueueGet", "QueuePut", "QueueJoin",
    "Lock", "Semaphore", "Event", "Condition", "Barrier", "TaskGroup", "Executor", "Stream", "Process",
)
RESOURCES = (
    "Queue", "LifoQueue", "PriorityQueue", "Lock", "Semaphore", "BoundedSemaphore", "Event", "Condition", "Barrier", "Future",
    "Gather", "Wait", "TaskGroup", "Executor", "Stream", "Process", "Variable",
)
FIELDS = ("time", "kind", "tag", "actor", "object", "source", "value", "by")

KIND = {name: number for number, name in enumerate(KINDS)}
REASON = {name: number for number, name in enumerate(REASONS)}
RESOURCE = {name: number for number, name in enumerate(RESOURCES)}

LINE = 900_000           # characters of a text on one line, well below a mebibyte
MOST = 200 << 20        # characters of all texts of a run
REMEMBERED = 4 << 20     # characters of texts that are known by their number

quoted = json.encoder.encode_basestring_ascii


class Texts:
    """Numbers texts in the order in which they are first used."""

    def __init__(self):
        self._numbers = {"": 0}
        self._count = 0
        self._written = 0
        self._remembered = 0
        self._too_much = 0

    def number(self, text):
        found = self._numbers.get(text)
        return self._define(text) if found is None else found

    def _define(self, text):
        line = quoted(text)
        if len(line) > LINE:
            return self.number(text[:LINE // 12] + "…")
        if self._written > MOST and text != "…":
            self._too_much = self._too_much or self.number("…")
            return self._too_much
        self._written += len(line)
        self._count += 1
        if self._remembered > REMEMBERED:
            self._numbers = {"": 0}
            self._remembered = 0
        self._remembered += len(text)
        self._numbers[text] = self._count
        S.put(f'{{"text":{self._count},"is":{line}}}\n')
        return self._count


    def numbered(self, text):
        """Of a short text that will not be used again."""
        self._count = number = self._count + 1
        line = quoted(text)
        self._written += len(line)
        S.put(f'{{"text":{number},"is":{line}}}\n')
        return number


TEXTS = Texts()
text = TEXTS.number


def event(kind, tag=0, actor=0, thing=0, source=0, value=0, by=0):
    """Writes an event; for whatever does not happen at every switch."""
    if S.on:
        S.put(f"{S.stamp}{KIND[kind]},{tag},{actor},{thing},{source},{value},{by}]\n")


def header(options, name):
    """The first line."""
    S.put(json.dumps({
        "format": "coroscope-stream", "version": 2, "clock": "virtual" if S.virtual else "real",
        "tolerance": 0 if S.virtual else 1_000_000, "fields": FIELDS, "kinds": KINDS, "reasons": REASONS, "name": name,
        "dialect": "lesson", "language": "python"}) + "\n")
