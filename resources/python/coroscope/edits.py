# SPDX-License-Identifier: MIT
"""Which functions of the library are changed, and how.

A hook is written `@name(...)`; `change` functions get the syntax tree of the function. Needs ast only when nothing is cached.
"""

from .rewrite import SIGN, Edit


def statement(source, at):
    """A statement that stands where `at` stands. A hook that fails does so by itself: the program goes on, unrecorded. A
    Ctrl-C that comes in a hook comes where it stands."""
    import ast
    node = ast.parse(source.replace("@", "hook_")).body[0]
    if isinstance(node, ast.Expr):
        wrapped = ast.parse("try:\n    pass\nexcept Exception:\n    hook_trouble()\nexcept BaseException:\n    hook_cut()\n    raise").body[0]
        wrapped.body = [node]
        node = wrapped
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and getattr(part.func, "id", "").startswith("hook_"):
            part.func = ast.Constant(SIGN + part.func.id[5:])
    for part in ast.walk(node):
        if hasattr(part, "lineno") or isinstance(part, (ast.expr, ast.stmt)):
            ast.copy_location(part, at)
    return node


def expression(source, at):
    return statement(f"return {source}", at).value


def blocks(node):
    """Every list of statements below a node."""
    import ast
    for part in ast.walk(node):
        for field in ("body", "orelse", "finalbody"):
            found = getattr(part, field, None)
            if isinstance(found, list) and found and isinstance(found[0], ast.stmt):
                yield found


def around(first, last):
    """`try` statement of the function between two hooks."""
    def change(node):
        import ast
        at = next(i for i, part in enumerate(node.body) if isinstance(part, ast.Try))
        inner = node.body[at]
        node.body[at] = ast.copy_location(ast.Try(body=[inner], handlers=[], orelse=[], finalbody=[statement(last, inner)]), inner)
        node.body.insert(at, statement(first, inner))
    return change


def after(pattern, hook):
    """Behind each statement that begins with these words."""
    def change(node):
        import ast
        patterns = (pattern,) if isinstance(pattern, str) else pattern
        for body in list(blocks(node)):
            for at in range(len(body) - 1, -1, -1):
                if isinstance(body[at], (ast.Expr, ast.Assign, ast.AugAssign)) and ast.unparse(body[at]).startswith(patterns):
                    body.insert(at + 1, statement(hook, body[at]))
    return change


def before_await(pattern, hook):
    """In front of each statement that awaits this."""
    def change(node):
        import ast
        found = 0
        for body in list(blocks(node)):
            for at in range(len(body) - 1, -1, -1):
                value = getattr(body[at], "value", None)
                if isinstance(value, ast.Await) and ast.unparse(value.value).startswith(pattern):
                    body.insert(at, statement(hook, body[at]))
                    found += 1
        if not found:
            raise LookupError(pattern)
    return change


def before_return(hook):
    def change(node):
        import ast
        for body in list(blocks(node)):
            for at in range(len(body) - 1, -1, -1):
                if isinstance(body[at], ast.Return):
                    body.insert(at, statement(hook, body[at]))
    return change


def first(hook):
    """In front of everything but the docstring."""
    def change(node):
        import ast
        documented = isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant)
        at = node.body[1 if documented and len(node.body) > 1 else 0]
        node.body.insert(int(documented), statement(hook, at))
    return change


def enclosed(first_hook, last_hook):
    """Around everything but the docstring."""
    def change(node):
        import ast
        documented = isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant) and len(node.body) > 1
        inner = node.body[int(documented):]
        whole = ast.copy_location(ast.Try(body=inner, handlers=[], orelse=[], finalbody=[statement(last_hook, inner[-1])]), inner[0])
        node.body[int(documented):] = [statement(first_hook, inner[0]), whole]
    return change


def last(hook):
    def change(node):
        node.body.append(statement(hook, node.body[-1]))
    return change


def instead(pattern, hook):
    """Each call that reads so becomes another."""
    def change(node):
        import ast

        class Calls(ast.NodeTransformer):
            def visit_Call(self, call):
                if ast.unparse(call) == pattern:
                    return expression(hook, call)
                self.generic_visit(call)
                return call

        Calls().visit(node)
    return change


def both(*changes):
    def change(node):
        for each in changes:
            each(node)
    return change


def of_loop(h):
    """The loop, its handles and its clock."""
    from asyncio import base_events, events, runners, tasks
    loop = base_events.BaseEventLoop
    out = [
        Edit(events.Handle, "_run", around("@begin(self)", "@end(self)"), begin=h.begin, end=h.end),
        Edit(loop, "_call_soon", after("self._ready.append", "@soon(handle, callback)"), soon=h.soon),
        Edit(loop, "_add_callback", after("self._ready.append", "@io(handle)"), io=h.io),
        Edit(loop, "_run_once", both(instead("self._selector.select(timeout)", "@select(self, timeout)"), instead("self.time()", "@now(self)"),
                                     after("self._ready.append", "@due(handle)")), select=h.select, due=h.due, now=h.now),
        Edit(loop, "call_later", instead("self.time()", "@now(self)"), now=h.now),
        Edit(loop, "run_forever", around("@started(self)", "@stopped(self)"), started=h.started, stopped=h.stopped),
        Edit(loop, "call_exception_handler", enclosed("@report(self, context)", "@reported()"), report=h.report, reported=h.reported),
        Edit(loop, "run_in_executor", wrap_return("executor", "func"), executor=h.executor),
        Edit(tasks, "_wait", before_await("waiter", "@wait_many(fs)"), wait_many=h.wait_many),
        Edit(tasks, "_cancel_and_wait", before_await("waiter", "@wait_for(fut)"), wait_for=h.wait_for),
    ]
    if h.time:
        out.append(Edit(runners.Runner, "_lazy_init", last("@seen(self._loop)"), seen=h.seen))
        out.append(Edit(events, "set_event_loop", first("@seen(loop)"), seen=h.seen))
        out.append(Edit(loop, "time", instead("time.monotonic()", "@time(self)"), time=h.time))
    if h.blocked:
        out.append(Edit(tasks, "sleep", first("if @blocked(delay):\n    return result"), blocked=h.blocked))
    if h.waiting:
        out.append(Edit(tasks, "wait_for", before_await("waiter", "@wait_for(fut)"), wait_for=h.wait_for))
    return out


def wrap_return(hook, argument):
    def change(node):
        import ast
        value = node.body[-1].value
        call = expression(f"@{hook}(None, {argument})", value)
        call.args[0] = value
        node.body[-1].value = call
        assert isinstance(node.body[-1], ast.Return)
    return change


def of_primitives(h):
    """Queues, locks and their kin."""
    from asyncio import base_subprocess, locks, queues, streams, tasks
    from asyncio.taskgroups import TaskGroup
    queue, lock, semaphore, event = queues.Queue, locks.Lock, locks.Semaphore, locks.Event
    value = ("self._value =", "self._value +=", "self._value -=")
    leave = "_aexit" if "_aexit" in TaskGroup.__dict__ else "__aexit__"
    out = [
        Edit(queue, "get", before_await("getter", "@wait_get(self)"), wait_get=h.wait_get),
        Edit(queue, "put", before_await("putter", "@wait_put(self)"), wait_put=h.wait_put),
        Edit(queue, "put_nowait", after("self._put(", "@level(self)"), level=h.queue_level),
        Edit(queue, "get_nowait", after("item = self._get(", "@level(self)"), level=h.queue_level),
        Edit(lock, "acquire", both(before_await("fut", "@wait(self)"), after("self._locked =", "@level(self)")),
             wait=h.wait_lock, level=h.lock_level),
        Edit(lock, "release", after("self._locked =", "@level(self)"), level=h.lock_level),
        Edit(semaphore, "acquire", both(before_await("fut", "@wait(self)"), after(value, "@level(self)")),
             wait=h.wait_semaphore, level=h.value_level),
        Edit(semaphore, "release", after(value, "@level(self)"), level=h.value_level),
        Edit(semaphore, "_wake_up_next", after(value, "@level(self)"), level=h.value_level),
        Edit(event, "wait", before_await("fut", "@wait(self)"), wait=h.wait_event),
        Edit(event, "set", after(value, "@level(self)"), level=h.value_level),
        Edit(event, "clear", after(value, "@level(self)"), level=h.value_level),
        Edit(locks.Condition, "wait", before_await("fut", "@wait(self)"), wait=h.wait_condition),
        Edit(TaskGroup, leave, before_await("self._on_completed_fut", "@wait(self)"), wait=h.wait_group),
        Edit(TaskGroup, "create_task", both(before_return("@child(self, task)"), enclosed("@naming(name)", "@named()")),
             child=h.group_child, naming=h.naming, named=h.named),
        Edit(tasks, "create_task", enclosed("@naming(name)", "@named()"), naming=h.naming, named=h.named),
        Edit(streams.StreamReader, "_wait_for_data", before_await("self._waiter", "@wait(self)"), wait=h.wait_stream),
        Edit(streams.StreamWriter, "wait_closed", before_await("self._protocol", "@wait(self)"), wait=h.wait_stream),
        Edit(streams.FlowControlMixin, "_drain_helper", before_await("waiter", "@wait(self)"), wait=h.wait_stream),
        Edit(base_subprocess.BaseSubprocessTransport, "_wait", before_return_await("@wait(self)"), wait=h.wait_process),
    ]
    for made in (queue, lock, semaphore, event, locks.Condition, getattr(locks, "Barrier", None)):
        if made is not None:
            out.append(Edit(made, "__init__", last("@made(self)"), made=h.made))
    return out


def before_return_await(hook):
    def change(node):
        import ast
        for body in list(blocks(node)):
            for at in range(len(body) - 1, -1, -1):
                if isinstance(body[at], (ast.Return, ast.Expr)) and isinstance(body[at].value, ast.Await):
                    body.insert(at, statement(hook, body[at]))
    return change


def of_threads(h):
    """Threads and executors."""
    import threading
    import concurrent.futures.thread as pool
    thread, condition = threading.Thread, threading.Condition
    out = [Edit(thread, "start", before_try("@born(self)"), born=h.born),
           Edit(thread, "_bootstrap_inner", inside_try("self.run()", "@begin(self)", "@end(self)"), begin=h.begin_thread,
                end=h.end_thread)]
    if not h.time:
        return out
    out += [
        Edit(condition, "wait", both(instead("waiter.acquire()", "@acquire(waiter, None)"),
                                     instead("waiter.acquire(True, timeout)", "@acquire(waiter, timeout)")), acquire=h.acquire),
        Edit(condition, "notify", after("waiter.release()", "@notified(waiter)"), notified=h.notified),
        Edit(threading, "_shutdown", after_for("_threading_atexits", "@drain()"), drain=h.drain),
        Edit(pool, "_worker", both(instead("work_queue.get(block=True)", "@get(work_queue)"),
                                   after("work_queue.put(None)", "@put(work_queue)")), get=h.get, put=h.put),
        Edit(pool, "_python_exit", after("q.put(None)", "@put(q)"), put=h.put),
        Edit(pool.ThreadPoolExecutor, "submit", after("self._work_queue.put(w)", "@put(self._work_queue)"), put=h.put),
        Edit(pool.ThreadPoolExecutor, "shutdown", after("self._work_queue.put(None)", "@put(self._work_queue)"), put=h.put),
    ]
    if "_wait_for_tstate_lock" in thread.__dict__:
        out.append(Edit(thread, "_wait_for_tstate_lock", instead("lock.acquire(block, timeout)", "@join(self, lock, block, timeout)"),
                        join=h.join_lock))
    else:
        out.append(Edit(thread, "join", both(instead("self._handle.join(timeout)", "@join(self, self._handle, timeout)"),
                                             instead("self._handle.join()", "@join(self, self._handle)")), join=h.join_handle))
    return out


def before_try(hook):
    def change(node):
        import ast
        at = next(i for i, part in enumerate(node.body) if isinstance(part, ast.Try))
        node.body.insert(at, statement(hook, node.body[at]))
    return change


def inside_try(pattern, first_hook, last_hook):
    """Around one statement, wherever it stands."""
    def change(node):
        import ast
        for body in list(blocks(node)):
            for at, part in enumerate(body):
                if isinstance(part, ast.Expr) and ast.unparse(part) == pattern:
                    body[at] = ast.copy_location(ast.Try(body=[statement(first_hook, part), part], handlers=[], orelse=[],
                                                         finalbody=[statement(last_hook, part)]), part)
                    return
        raise LookupError(pattern)
    return change


def after_for(pattern, hook):
    def change(node):
        import ast
        for body in list(blocks(node)):
            for at, part in enumerate(body):
                if isinstance(part, ast.For) and pattern in ast.unparse(part.iter):
                    body.insert(at + 1, statement(hook, part))
                    return
        raise LookupError(pattern)
    return change


def of_warnings(h):
    import warnings
    return [Edit(warnings, "_showwarnmsg_impl", enclosed("@warned(msg)", "@shown()"), warned=h.warned, shown=h.shown),
            Edit(warnings, "_warn_unawaited_coroutine", first("@never(coro)"), never=h.never)]
