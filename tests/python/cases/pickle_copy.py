# idea: dates are copied, orphans collected
import asyncio, copy, datetime, pickle, json, weakref, gc
async def main():
    d = datetime.datetime.now(); print(pickle.loads(pickle.dumps(d)) == d, copy.deepcopy(d) == d, (d + datetime.timedelta(1)) > d, type(d + datetime.timedelta(1)).__name__)
    print(repr(d).split("(")[0], datetime.datetime.now is not None, datetime.datetime.fromtimestamp(0, datetime.timezone.utc).isoformat())
    t = asyncio.create_task(asyncio.sleep(1)); r = weakref.ref(t); t.cancel()
    try: await t
    except asyncio.CancelledError: pass
    del t; gc.collect(); await asyncio.sleep(0); print(r() is None)
    async def orphan(): await asyncio.get_running_loop().create_future()
    asyncio.create_task(orphan()); await asyncio.sleep(0); gc.collect(); await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))
asyncio.run(main())
