// SPDX-License-Identifier: MIT
#include "core/lessons/fork.h"

#include "core/lessons/kit.h"

namespace coroscope {

namespace {

Coro<void> c2(bool stop)
{
    showTimer(">>> c2");
    co_await sleep(2s);
    showTimer("<<< c2");
    if (stop)
        EventLoop::running().stop();
}

Coro<void> c1(bool stop)
{
    showTimer(">>> c1");
    co_await sleep(1s);
    showTimer("forking");
    ensureFuture(labelled("c2", c2(stop)));
    co_await sleep(1s);
    showTimer("<<< c1");
}

} // namespace

Coro<void> runFork(World &world, bool stop)
{
    ensureFuture(labelled("c1", c1(stop)));
    startTimer();
    try {
        co_await world.loop().runForever();
    } catch (const KeyboardInterrupt &) {
        print("bye");
    }
}

} // namespace coroscope
