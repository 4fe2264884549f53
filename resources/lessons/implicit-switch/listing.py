"""One seat is left. Where can another customer come in between the question and the answer?"""
import asyncio
import time

seats = {"implicit": 1, "explicit": 1}


def check_card(name):
    time.sleep(0.3)  # asks the bank; who calls check_card does not see it


# In a thread; as a greenlet, once gevent has replaced time.sleep, it would do the same.
def book(name):
    if seats["implicit"] > 0:
        check_card(name)  # a call like any other
        seats["implicit"] -= 1
        print(name, "has a seat")


async def check_card_async(name):
    await asyncio.sleep(0.3)


async def book_async(name):
    if seats["explicit"] > 0:
        seats["explicit"] -= 1  # taken before the bank is asked
        await check_card_async(name)  # the await says that others may run here
        print(name, "has a seat")
    else:
        print(name, "is too late")


async def main():
    run = asyncio.get_running_loop().run_in_executor
    customers = [run(None, book, "ann"), run(None, book, "bob")]
    await asyncio.gather(*customers, book_async("cid"), book_async("dan"))
    print("implicit: seats left", seats["implicit"])
    print("explicit: seats left", seats["explicit"])


asyncio.run(main())
