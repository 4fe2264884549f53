import asyncio
import time


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


def request(name, delay, then, failed=None):
    show_timer("ask", name)
    if name == "missing":
        loop.call_later(delay, failed, LookupError(name))
    else:
        loop.call_later(delay, then, f"<{name}>")


def start():
    def got_index(index):
        show_timer("got", index)

        def got_page(page):
            show_timer("got", page)

            def got_image(image):
                show_timer("got", image)

                def got_missing(_):
                    show_timer("unexpected")

                def no_missing(error):
                    show_timer("failed", repr(error))
                    loop.stop()

                request("missing", 0.2, got_missing, no_missing)

            request("image", 0.5, got_image)

        request("page", 0.3, got_page)

    request("index", 1, got_index)


loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
start_timer()
loop.call_soon(start)
loop.run_forever()
