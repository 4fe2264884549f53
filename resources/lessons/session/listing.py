"""A session, as aiohttp has one: opened once, and closed whatever happens in it."""
import asyncio
import time

CLOSING = 0.1


def start_timer():
    global zero
    print("---------- zero")
    zero = time.perf_counter()


def show_timer(*words):
    ms = int((time.perf_counter() - zero) * 1000 + 1e-6)
    print(f"{ms // 1000}s + {ms % 1000:03d}ms", *words)


class Session:
    async def __aenter__(self):
        show_timer("session opens")
        await asyncio.sleep(0.2)  # stands for connecting
        return self

    async def __aexit__(self, kind, error, traceback):
        show_timer("session closes")
        await asyncio.sleep(CLOSING)
        show_timer("session closed")

    def get(self, page):
        return Response(page)  # nothing is asked for yet


class Response:
    def __init__(self, page):
        self.page = page

    async def __aenter__(self):
        show_timer("ask for", self.page)
        await asyncio.sleep(0.3)  # until the answer begins
        if self.page == "missing":
            raise LookupError(self.page)
        return self

    async def __aexit__(self, kind, error, traceback):
        show_timer(self.page, "is released")

    async def text(self):
        await asyncio.sleep(0.5)  # until all of it is there
        return f"<{self.page}>"


async def fetch(session, page):
    async with session.get(page) as response:
        text = await response.text()
        show_timer("got", text)


async def fetch_all():
    async with Session() as session:
        for page in ("index", "missing", "image"):
            await fetch(session, page)


async def main():
    start_timer()
    try:
        await fetch_all()
    except LookupError as error:
        show_timer("caught", repr(error))


asyncio.run(main())
