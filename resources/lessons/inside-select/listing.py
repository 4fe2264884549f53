"""What the loop asks of the system with select: to sleep until data, a signal or the next timer, whichever comes first."""
import asyncio
import signal
import socket
import threading
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


def readable():
    show_timer("to be read:", ours.recv(100))


def asked():
    show_timer("signal")


def last():
    show_timer("timer")
    loop.stop()


loop = asyncio.new_event_loop()
ours, theirs = socket.socketpair()
loop.add_reader(ours, readable)
loop.add_signal_handler(signal.SIGUSR1, asked)
start_timer()
loop.call_later(2, last)
threading.Timer(0.5, theirs.send, [b"hello"]).start()  # the outside: data for us,
threading.Timer(1, signal.raise_signal, [signal.SIGUSR1]).start()  # and a signal, as "kill" would send it
loop.run_forever()
