import asyncio
import warnings

CALLER = """
def synchro():
    pass

async def asynchro():
    pass

{keyword} caller():
    {call}
"""


def classify(keyword, call):
    space = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(CALLER.format(keyword=keyword, call=call), space)
            if keyword == "def":
                space["caller"]()
            else:
                loop.run_until_complete(space["caller"]())
        except SyntaxError as error:
            return f"SyntaxError: {error.msg}"
        except TypeError as error:
            return f"TypeError: {error}"
    if caught:
        return f"{caught[0].category.__name__}: {caught[0].message}"
    return "OK"


def show(number, keyword, call):
    answer = classify(keyword, call)
    print(f"{number}  {keyword:9}  {call:16}  {answer}")


loop = asyncio.new_event_loop()  # by hand, as in the course; asyncio.run() does it in one call
show(1, "def", "synchro()")
show(2, "def", "asynchro()")
show(3, "def", "await synchro()")
show(4, "def", "await asynchro")
show(5, "async def", "synchro()")
show(6, "async def", "await asynchro()")
show(7, "async def", "asynchro()")
show(8, "async def", "await synchro()")
loop.close()
