# idea: context variables of tasks, callbacks and threads
import asyncio, contextvars
user = contextvars.ContextVar("user", default="nobody")
async def handler(name):
    tok = user.set(name)
    await asyncio.sleep(0.01)
    await asyncio.gather(step("a"), step("b"))
    asyncio.get_running_loop().call_soon(lambda: print("cb", user.get()))
    await asyncio.sleep(0)
    await asyncio.to_thread(lambda: print("thread", user.get()))
    user.reset(tok)
    print("after reset", user.get())
async def step(tag):
    print(tag, user.get())
    user.set(tag)
async def main():
    for n in ("ann", "bob"):
        await handler(n)
    ctx = contextvars.copy_context()
    ctx.run(user.set, "ctx")
    t = asyncio.create_task(step("t"), context=ctx)
    await t
    print(ctx[user], user.get())
asyncio.run(main())
