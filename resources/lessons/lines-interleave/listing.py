import asyncio

LINES = 6  # of the first page; each other has one less than the page before

ADDRESS = "https://www.irs.gov/pub/irs-pdf/"
PAGES = ["f1040.pdf", "f1040es.pdf", "f1040c.pdf", "f1040esn.pdf"]
PERIODS = [0.15, 0.21, 0.12, 0.09]  # seconds between two lines


# A page that comes line by line.
class Lines:
    def __init__(self, period, count):
        self.period = period
        self.left = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(self.period)
        return "line\n"


def mark(char):
    print(char, end="", flush=True)


async def fetch_lines(number, period, count):
    async for line in Lines(period, count):
        mark(str(number))
    return ADDRESS + PAGES[number]


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
asyncio.set_event_loop(loop)
fetches = []
for number, period in enumerate(PERIODS):
    fetches.append(fetch_lines(number, period, LINES - number))
results = loop.run_until_complete(asyncio.gather(*fetches))
print()
for result in results:
    print(repr(result))
