from collections import deque


def inner(name, n):
    for i in range(n):
        print(name, i)
        yield
    return n


def outer(name, n):
    total = yield from inner(name, n)
    print(name, "did", total)


ready = deque([outer("a", 3), outer("b", 1), outer("c", 2)])
while ready:  # an event loop in miniature
    current = ready.popleft()
    try:
        next(current)
    except StopIteration:
        continue
    ready.append(current)
