#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a stream (resources/stream/README.md) as a program would that knows nothing of Coroscope.

A run of two tasks on the real clock is told by hand: "fetch" sleeps a second, "parse" waits for its answer in a queue
and computes for 30 ms. `write_stream.py --events N` tells a long one instead, of N events, for measuring.
"""

import json
import sys

KINDS = ["TaskStep", "TaskAwait", "TaskReady", "ActorCreated", "TaskDone", "LoopStarted", "LoopStopped", "Pass", "SelectEntered",
         "SelectLeft", "HandleRun", "HandleEnded", "TimerDue", "SleepAsked", "Printed", "Finished", "ResourceCreated",
         "ResourceLevel", "BlockBegan", "BlockEnded", "ActorLabel"]
REASONS = ["Sleep", "QueueGet", "Yield", "None"]
FIELDS = ["kind", "time", "actor", "tag", "object", "value", "source", "by", "thread"]  # an order of our own, and one more
SECOND = 1_000_000_000


class Stream:
    """Numbers texts and places as they come, and lets the clock run on by 3 microseconds an event."""

    def __init__(self, out):
        self.out = out
        self.texts = {"": 0}
        self.places = {}
        self.now = 0
        self.line({"format": "coroscope-stream", "version": 2, "clock": "real", "tolerance": 1_000_000, "fields": FIELDS,
                   "kinds": KINDS, "reasons": REASONS, "name": "fetch.py", "language": "python", "made by": ["hand"]})

    def line(self, value):
        self.out.write(json.dumps(value) + "\n")

    def text(self, text):
        if text not in self.texts:
            self.texts[text] = len(self.texts)
            self.line({"text": self.texts[text], "is": text})
        return self.texts[text]

    def place(self, line, function):
        if (line, function) not in self.places:
            self.places[line, function] = len(self.places) + 1
            self.line({"place": len(self.places), "file": "fetch.py", "line": line, "function": function})
        return self.places[line, function]

    def event(self, kind, actor=0, tag=0, after=3000, **columns):
        self.now += after
        if kind in ("TaskAwait", "TaskReady"):
            tag = REASONS.index(tag)
        columns.update(kind=KINDS.index(kind), time=self.now, actor=actor, tag=tag)
        self.line([columns.get(field, 0) for field in FIELDS])


def told_by_hand(stream):
    say = stream.event
    main, fetch, parse = 0, 1, 2
    queue, timer = 1, 1
    say("LoopStarted", value=1, source=stream.place(20, "main"), after=0)
    say("ResourceCreated", object=queue, source=stream.text("pages"), value=1)
    for actor, name in ((fetch, "fetch"), (parse, "parse")):
        say("ActorCreated", actor, 1, object=stream.text(name), source=stream.text(name), value=actor, by=main)
    say("Pass", value=1)
    say("TaskStep", fetch)
    say("SleepAsked", fetch, object=timer, value=SECOND)
    say("TaskAwait", fetch, "Sleep", object=timer, source=stream.place(5, "fetch"), value=stream.now + SECOND)
    say("TaskStep", parse)
    say("TaskAwait", parse, "QueueGet", object=queue, source=stream.place(11, "parse"))
    say("SelectEntered", value=stream.now + SECOND)
    say("SelectLeft", after=SECOND + 60_000)
    say("Pass", value=2)
    say("TimerDue", object=timer)
    say("HandleRun", object=timer)
    say("TaskReady", fetch, "Sleep", object=timer, source=3)
    say("HandleEnded", object=timer)
    say("Pass", value=3)
    say("TaskStep", fetch)
    say("ResourceLevel", fetch, object=queue, value=1)
    say("TaskReady", parse, "QueueGet", object=queue, source=1, by=fetch)
    say("TaskDone", fetch, 2)
    say("Pass", value=4)
    say("TaskStep", parse)
    say("ResourceLevel", parse, object=queue, value=0)
    say("BlockBegan", parse, 1, object=stream.text("compute"), source=stream.place(12, "parse"))
    say("BlockEnded", parse, after=30_000_000)
    say("Printed", parse, object=stream.text("3 lines, \u00e9t\u00e9"), source=stream.place(13, "parse"), value=stream.text("\n"))
    say("TaskDone", parse, 3, value=3)
    say("LoopStopped")
    stream.line({"source": "fetch.py", "is": "import asyncio\n"})
    stream.line({"exit": {"status": 0}})
    say("Finished")


def long_one(stream, events):
    say = stream.event
    stream.line({"text": 1, "is": "job"})
    place = stream.place(3, "job")
    say("ActorCreated", 1, 1, object=1, source=1, value=1)
    for _ in range(events // 2):
        say("TaskStep", 1)
        say("TaskAwait", 1, "Yield", source=place)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--events"]:
        long_one(Stream(sys.stdout), int(sys.argv[2]))
    else:
        told_by_hand(Stream(sys.stdout))
