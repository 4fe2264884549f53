# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a stream and holds it against resources/stream/README.md: dense ids, everything defined before it is used, time that never
runs back, states that follow from each other."""

import json

READY, RUNNING, AWAITING, DONE = "ready", "running", "awaiting", "done"
HANDLES = {"SleepAsked": "source", "HandleReady": "object", "TimerSet": "object"}
OF_HANDLE = {"HandleRun", "HandleEnded", "HandleCancelled", "TimerDue"}
TEXT_OBJECT = {"ActorCreated", "ActorLabel", "TaskFailed", "FrameEntered", "BlockBegan", "SectionBegan", "SectionEnded", "Printed",
               "PrintedError", "Warned", "Reported", "Caught", "CallbackFailed", "NeverRetrieved", "NeverAwaited", "WorkerStarted", "Sent",
               "Yielded", "Returned", "Raised", "Finished"}
TEXT_SOURCE = {"ActorCreated", "TimerSet", "ResourceCreated"}
TEXT_VALUE = {"HandleReady", "Printed", "PrintedError"}
PLACE_SOURCE = {"LoopStarted", "TaskAwait", "FrameEntered", "BlockBegan", "Printed", "PrintedError", "NeverAwaited", "WorkerStarted", "Sent",
                "Yielded"}
RESOURCE_OBJECT = {"ResourceLevel", "FutureLinked"}
ACTOR_REASONS = {"Task", "WaitFor", "Shield"}
LIMIT = 1 << 20


class Fault(Exception):
    pass


class Stream:
    """A stream, checked while it is read; what it says is in the attributes."""

    def __init__(self, data):
        self.texts, self.places, self.sources, self.events, self.exit = [""], [("", 0, "")], {}, [], None
        self.actors, self.tasks, self.handles, self.resources, self.lost = {0: "main"}, {}, 0, 0, 0
        self.frames, self.outcomes, self.time, self.running, self.callback = {}, {}, 0, None, None
        self.depth, self.loops, self.selecting = 0, 0, False
        lines = data.split(b"\n")
        self.cut = lines.pop() != b""
        for self.number, line in enumerate(lines, start=1):
            if len(line) > LIMIT:
                self.fail("a line of more than a mebibyte")
            self.line(json.loads(line))

    def fail(self, said):
        raise Fault(f"line {self.number}: {said}")

    def need(self, condition, said):
        if not condition:
            self.fail(said)

    def line(self, value):
        if isinstance(value, list):
            self.event(value)
        elif self.number == 1:
            self.need(value.get("format") == "coroscope-stream" and value.get("version") == 2, "no header")
            self.header = value
        elif "text" in value:
            self.need(value["text"] == len(self.texts), "text out of order")
            self.texts.append(value["is"])
        elif "place" in value:
            self.need(value["place"] == len(self.places), "place out of order")
            self.need(not value["file"].startswith("/"), "a folder of this machine")
            self.places.append((value["file"], value["line"], value.get("function", "")))
        elif "source" in value:
            self.sources[value["source"]] = value["is"]
        elif "lost" in value:
            self.lost += value["lost"]
        elif "exit" in value:
            self.exit = value["exit"]
        else:
            self.need(value.keys() & {"outside", "foreign", "failed"}, "what is this?")

    def event(self, row):
        row = row + [0] * (8 - len(row))
        self.need(all(isinstance(v, int) for v in row), "not a number")
        time, kind, tag, actor, thing, source, value, by = row
        self.need(time >= self.time, "time runs back")
        self.time = time
        kind = self.header["kinds"][kind]
        event = {"time": time, "kind": kind, "tag": tag, "actor": actor, "object": thing, "source": source, "value": value, "by": by}
        self.events.append(event)
        if not self.lost:
            self.references(event)
            self.states(event)

    def references(self, e):
        kind = e["kind"]
        if kind == "ActorCreated":
            self.need(e["actor"] == len(self.actors), "actor out of order")
        else:
            self.need(e["actor"] in self.actors, "unknown actor")
        self.need(e["by"] in self.actors, "unknown by")
        for kinds, field in ((TEXT_OBJECT, "object"), (TEXT_SOURCE, "source"), (TEXT_VALUE, "value")):
            self.need(kind not in kinds or 0 <= e[field] < len(self.texts), f"unknown text in {kind}")
        self.need(kind not in PLACE_SOURCE or 0 <= e["source"] < len(self.places), f"unknown place in {kind}")
        if kind in HANDLES:
            self.need(e[HANDLES[kind]] == self.handles + 1, "handle out of order")
            self.handles += 1
        self.need(kind not in OF_HANDLE or 0 < e["object"] <= self.handles, "unknown handle")
        if kind == "ResourceCreated":
            self.need(e["object"] == self.resources + 1, "resource out of order")
            self.resources += 1
        self.need(kind not in RESOURCE_OBJECT or 0 < e["object"] <= self.resources, "unknown resource")
        if kind == "FutureLinked":
            self.need(0 < e["value"] <= (self.resources if e["tag"] else len(self.actors) - 1), "unknown child")
        if kind in ("TaskAwait", "TaskReady"):
            self.reason(self.header["reasons"][e["tag"]], e["object"])

    def reason(self, reason, thing):
        if reason in ("None", "Yield"):
            self.need(thing == 0, "an object for nothing")
        elif reason == "Sleep":
            self.need(0 < thing <= self.handles, "unknown handle of a sleep")
        elif reason in ACTOR_REASONS:
            self.need(0 < thing < len(self.actors), "unknown actor waited for")
        else:
            self.need(0 < thing <= self.resources, f"unknown resource waited for: {reason}")

    def states(self, e):
        kind, actor = e["kind"], e["actor"]
        if kind == "ActorCreated":
            self.actors[actor] = ("main", "task", "worker", "driven")[e["tag"]]
            if e["tag"] == 1:
                self.tasks[actor] = READY
            self.frames[actor] = 0
        elif kind == "TaskStep":
            self.need(self.tasks.get(actor) == READY, f"a step of a task that is {self.tasks.get(actor)}")
            self.tasks[actor] = RUNNING
        elif kind == "TaskAwait":
            self.need(self.tasks.get(actor) == RUNNING, f"an await of a task that is {self.tasks.get(actor)}")
            self.tasks[actor] = READY if self.header["reasons"][e["tag"]] == "Yield" else AWAITING
        elif kind == "TaskReady":
            self.need(self.tasks.get(actor) == AWAITING, f"woken while {self.tasks.get(actor)}")
            self.tasks[actor] = READY
        elif kind in ("TaskDone", "TaskFailed", "TaskCancelled"):
            self.need(self.tasks.get(actor) == RUNNING, f"an end of a task that is {self.tasks.get(actor)}")
            self.need(self.frames[actor] == 0, "ended with frames")
            self.tasks[actor] = DONE
            self.outcomes[actor] = {"TaskDone": "done", "TaskCancelled": "cancelled"}.get(
                kind, "failed:" + self.texts[e["object"]].partition(":")[0])
        elif kind == "FrameEntered":
            self.frames[actor] = self.frames.get(actor, 0) + 1
        elif kind == "FrameLeft":
            self.frames[actor] = self.frames.get(actor, 0) - 1
            self.need(self.frames[actor] >= 0, "left a frame that was not entered")
        else:
            self.loop_states(e)

    def loop_states(self, e):
        kind = e["kind"]
        if kind == "LoopStarted":
            self.depth += 1
            self.loops += 1
        elif kind == "LoopStopped":
            self.depth -= 1
        elif kind == "Pass":
            self.need(self.depth > 0, "a pass of no loop")
        elif kind == "SelectEntered":
            self.need(not self.selecting, "select inside of select")
            self.selecting = True
        elif kind == "SelectLeft":
            self.need(self.selecting, "left no select")
            self.selecting = False

    def printed(self, kind="Printed"):
        return "".join(self.texts[e["object"]] + self.texts[e["value"]] for e in self.events if e["kind"] == kind)


def counts(values):
    found = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return found


def summary(stream):
    """Tasks and how they ended."""
    ends = [stream.outcomes.get(task, "pending") for task in stream.tasks]
    return {"tasks": len(stream.tasks), "loops": stream.loops, "outcomes": counts(ends)}
