// SPDX-License-Identifier: MIT
#include "core/lessons/fork.h"

#include "core/lessons/kit.h"

namespace coroscope {

namespace {

Coro<void> c2(bool stop)
{
    showTimer(">>> c2"); //: c2+1
    World::current().beginSection("c2");
    co_await sleep(2s); //: c2+2
    World::current().endSection("c2");
    showTimer("<<< c2"); //: c2+3
    if (stop)
        EventLoop::running().stop();
}

Coro<void> c1(bool stop)
{
    showTimer(">>> c1"); //: c1+1
    World::current().beginSection("c1");
    co_await sleep(1s); //: c1+2
    showTimer("forking"); //: c1+3
    ensureFuture(labelled("c2", c2(stop)));
    co_await sleep(1s); //: c1+5
    World::current().endSection("c1");
    showTimer("<<< c1"); //: c1+6
}

} // namespace

Coro<void> runFork(World &world, bool stop)
{
    ensureFuture(labelled("c1", c1(stop)));
    startTimer();
    try {
        co_await world.loop().runForever(); //: run_fork+5
    } catch (const KeyboardInterrupt &) {
        print("bye"); //: run_fork+7
    }
}

} // namespace coroscope
