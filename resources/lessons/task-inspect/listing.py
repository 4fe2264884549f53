import asyncio


async def foo():
    mine = asyncio.current_task()
    print("inside, current_task:", mine.get_name())
    print("inside, it is the task of foo:", mine is task)
    print("inside, not done:", not mine.done())


loop = asyncio.new_event_loop()  # a bare loop: it has no main() to wait for, as asyncio.run() would
task = loop.create_task(foo())
print("type:", type(task).__name__)
print("done:", task.done(), "cancelled:", task.cancelled())
tasks = asyncio.all_tasks(loop)
print("all_tasks is a", type(tasks).__name__, "of", len(tasks))
print("task in tasks:", task in tasks)
print("current_task:", asyncio.current_task(loop))
loop.run_until_complete(task)
print("done:", task.done(), "result:", task.result())
print("all_tasks now:", len(asyncio.all_tasks(loop)))
