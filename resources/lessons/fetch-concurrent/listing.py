import asyncio
import time

PAGES = 4

KNOWN = [  # address, seconds to fetch, bytes
    ("https://www.irs.gov/pub/irs-pdf/f1040.pdf", 0.8, 147_000),
    ("https://www.irs.gov/pub/irs-pdf/f1040es.pdf", 1.2, 410_000),
    ("https://www.irs.gov/pub/irs-pdf/f1040c.pdf", 0.5, 92_000),
    ("https://www.irs.gov/pub/irs-pdf/f1040esn.pdf", 0.3, 61_000),
]


def page(number):
    return KNOWN[number % len(KNOWN)]


async def fetch(url, duration, size):
    print("fetching", url)
    await asyncio.sleep(duration)  # stands for a transfer
    print(url, "returned", size, "bytes")


async def fetch_all(pages):
    fetches = []
    for i in range(pages):
        fetches.append(fetch(*page(i)))
    await asyncio.gather(*fetches)


begin = time.perf_counter()
asyncio.run(fetch_all(PAGES))
print(f"duration = {time.perf_counter() - begin:.3f}s")
