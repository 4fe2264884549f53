"""A save that has to come to its end, although whoever asked for it is cancelled."""
import asyncio

SHIELDED = True


async def save():
    print("save starts")
    await asyncio.sleep(1)
    print("save done")


async def edit(job):
    try:
        if SHIELDED:
            await asyncio.shield(job)
        else:
            await job
        print("edit done")
    except asyncio.CancelledError:
        print("edit cancelled")
        raise


async def main():
    job = asyncio.create_task(save(), name="save")
    editor = asyncio.create_task(edit(job), name="edit")
    await asyncio.sleep(0.4)
    editor.cancel()
    try:
        await editor
    except asyncio.CancelledError:
        print("waiting for the save")
    await asyncio.wait([job])
    print("saved:", not job.cancelled())


asyncio.run(main())
