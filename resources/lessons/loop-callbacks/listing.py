import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


def soon_2():
    show_timer("soon 2, asks for one more")
    loop.call_soon(show_timer, "asked by soon 2")
    loop.call_later(0, show_timer, "later 0, asked by soon 2")


loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
start_timer()
loop.call_later(0.2, show_timer, "later 200 (first asked)")
loop.call_later(0.1, show_timer, "later 100")
loop.call_later(0.2, show_timer, "later 200 (then asked)")
loop.call_soon(show_timer, "soon 1")
loop.call_soon(soon_2)
loop.call_soon(show_timer, "soon 3")
cancelled = loop.call_soon(show_timer, "never")
cancelled.cancel()
loop.call_later(0.3, loop.stop)
loop.call_later(0.3, show_timer, "same iteration as stop")
loop.call_later(0.4, show_timer, "never reached")
loop.run_forever()
