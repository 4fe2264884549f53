#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a synthetic trace in the Chrome Trace Event Format, for benches: nested calls in many threads.

  make_trace.py SPANS FILE [--lanes N] [--order time|lane]

About 105 bytes a span. The same arguments give the same file.
"""
import argparse
import heapq
import random

NAMES = ["poll", "read", "write", "parse", "decode", "encode", "layout", "paint", "commit", "fetch", "compile", "link", "collect", "schedule",
         "wait", "lock", "encode_frame", "handle_request", "render_template", "query"]


def lane(thread, spans, seed):
    """Spans of a thread as (begin, duration, name), in order of their begin; every fourth has two within it."""
    rng = random.Random(seed * 7919 + thread)
    at = rng.randint(0, 1000)
    made = 0
    while made < spans:
        length = int(rng.expovariate(1 / 400_000)) + 200
        name = rng.choice(NAMES)
        yield at, length, name
        made += 1
        if made % 4 == 0 and made + 1 < spans:
            yield at + length // 8, length // 4, "inner_" + name
            yield at + length // 2, length // 3, "inner_" + rng.choice(NAMES)
            made += 2
        at += length + int(rng.expovariate(1 / 200_000))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spans", type=int)
    parser.add_argument("file")
    parser.add_argument("--lanes", type=int, default=100)
    parser.add_argument("--order", choices=["time", "lane"], default="time")
    a = parser.parse_args()
    each = [a.spans // a.lanes + (i < a.spans % a.lanes) for i in range(a.lanes)]

    def keyed(thread, count):
        for begin, length, name in lane(thread, count, 1):
            yield begin, thread, length, name

    lanes = [keyed(i, count) for i, count in enumerate(each)]
    ordered = heapq.merge(*lanes) if a.order == "time" else (span for one in lanes for span in one)
    with open(a.file, "w") as out:
        out.write('{"traceEvents": [\n')
        for thread in range(a.lanes):
            out.write('{"ph": "M", "pid": 1, "tid": %d, "name": "thread_name", "args": {"name": "worker %d"}},\n' % (thread + 2, thread))
        first = True
        for begin, thread, length, name in ordered:
            out.write('%s{"name": "%s", "cat": "bench", "ph": "X", "ts": %d.%03d, "dur": %d.%03d, "pid": 1, "tid": %d}'
                      % ("" if first else ",\n", name, begin // 1000, begin % 1000, length // 1000, length % 1000, thread + 2))
            first = False
        out.write('\n], "displayTimeUnit": "ns"}\n')


main()
