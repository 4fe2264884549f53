import asyncio
import concurrent.futures
import time

PAGES = 4
THREADS = 4

KNOWN = [  # address, seconds to fetch, bytes
    ("https://www.irs.gov/pub/irs-pdf/f1040.pdf", 0.8, 147_000),
    ("https://www.irs.gov/pub/irs-pdf/f1040es.pdf", 1.2, 410_000),
    ("https://www.irs.gov/pub/irs-pdf/f1040c.pdf", 0.5, 92_000),
    ("https://www.irs.gov/pub/irs-pdf/f1040esn.pdf", 0.3, 61_000),
]


def page(number):
    return KNOWN[number % len(KNOWN)]


def fetch(url, duration, size):
    print("fetching", url)
    time.sleep(duration)  # stands for a blocking transfer
    print(url, "returned", size, "bytes")


async def fetch_all(executor, pages):
    loop = asyncio.get_running_loop()
    transfers = []
    for i in range(pages):
        transfers.append(loop.run_in_executor(executor, fetch, *page(i)))
    await asyncio.gather(*transfers)


begin = time.perf_counter()
executor = concurrent.futures.ThreadPoolExecutor(THREADS)
asyncio.run(fetch_all(executor, PAGES))
print(f"duration = {time.perf_counter() - begin:.3f}s")
