# idea: Ctrl-C that a task raises, and a task that refuses
import asyncio
async def ki(): await asyncio.sleep(0.1); raise KeyboardInterrupt
async def main():
    t = asyncio.create_task(ki())
    try: await asyncio.sleep(5)
    except asyncio.CancelledError: print("main cancelled"); raise
    finally: print("fin")
try: asyncio.run(main())
except KeyboardInterrupt: print("KI out")
async def never_ending():
    while True:
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print("refused once"); break
async def m2(): asyncio.create_task(never_ending()); await asyncio.sleep(0.5)
asyncio.run(m2())
