# idea: the loop by hand: call_at(), stop(), exception handler
import asyncio
def tick(loop, n, end):
    print("tick", n, round(loop.time() - t0, 1))
    if n < end: loop.call_at(t0 + (n + 1) * 0.2, tick, loop, n + 1, end)
    else: loop.stop()
loop = asyncio.new_event_loop(); t0 = loop.time()
h = loop.call_at(t0 + 0.5, print, "cancelled one")
loop.call_at(t0 + 0.4, lambda: (print("at .4 cancel"), h.cancel()))
loop.call_soon(tick, loop, 0, 4)
h2 = loop.call_later(0.1, print, "x"); print(h2.when() - t0 < 0.2, h2.cancelled())
loop.run_forever()
print(h.cancelled(), sorted([loop.call_at(3, int), loop.call_at(1, int)])[0].when())
f = loop.create_future(); loop.call_later(0.1, f.set_exception, ValueError("from timer"))
try: loop.run_until_complete(f)
except ValueError as e: print(e)
def bad(): 1/0
loop.call_soon(bad)
loop.set_exception_handler(lambda l, c: print("handler", c["message"][:30], repr(c["exception"])))
loop.run_until_complete(asyncio.sleep(0.01))
loop.close()
